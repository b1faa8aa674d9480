package dev.keyplan.format;

import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Everything between two braces, each item on lines of its own.
 *
 * @param header ends in the opening brace
 * @param groups what blank lines separate
 * @param closing the closing brace
 */
record Block(Phrase header, List<List<Item>> groups, Phrase closing) implements Item {
  Block {
    groups = groups.stream().filter(group -> !group.isEmpty()).map(List::copyOf).toList();
  }

  /**
   * @param span from the first word of the header to the closing brace
   */
  static Block of(Tokens tokens, Span span, List<List<Item>> groups) {
    return new Block(
        Phrase.of(tokens.header(span), Style.CLAUSE),
        groups,
        Phrase.of(tokens.closing(span), Style.CLAUSE));
  }

  /** Divides items where there were blank lines. */
  static <T> List<List<T>> groups(List<T> items, Predicate<T> isAfterBlankLine) {
    List<List<T>> groups = new ArrayList<>();
    for (T item : items) {
      if (groups.isEmpty() || isAfterBlankLine.test(item)) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(item);
    }
    return groups;
  }

  @Override
  public boolean isAfterBlankLine() {
    return header.isAfterBlankLine();
  }

  @Override
  public void print(Page page, int indentation) {
    header.printAbove(page, indentation);
    if (groups.isEmpty() && header.beside().isEmpty() && closing.above().isEmpty()) {
      page.line(indentation, header.text() + " " + closing.text(), closing.beside());
      return;
    }
    page.line(indentation, header.text(), header.beside());
    for (int i = 0; i < groups.size(); i++) {
      if (i > 0) {
        page.blankLine();
      }
      groups.get(i).forEach(item -> item.print(page, indentation + Page.STEP));
    }
    printComments(page, indentation + Page.STEP);
    page.line(indentation, closing.text(), closing.beside());
  }

  /** The comments behind the last item. */
  private void printComments(Page page, int indentation) {
    if (!groups.isEmpty() && !closing.above().isEmpty() && closing.isAfterBlankLine()) {
      page.blankLine();
    }
    new Phrase(closing.above(), false, "", closing.beside()).printAbove(page, indentation);
  }
}
