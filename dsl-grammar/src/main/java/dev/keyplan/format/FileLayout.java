package dev.keyplan.format;

import dev.keyplan.syntax.ModelFile;
import dev.keyplan.syntax.Namespace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lays out a file. A blank line stands between declarations; declarations of one line may follow
 * each other without.
 */
final class FileLayout {
  private final ModelFile model;
  private final Tokens tokens;
  private final DeclarationLayout declarations;

  FileLayout(ModelFile model) {
    this.model = model;
    this.tokens = Tokens.of(model);
    this.declarations = new DeclarationLayout(tokens);
  }

  String text() {
    Page page = new Page();
    model.namespace().ifPresent(namespace -> print(namespace, page));
    for (List<Item> group :
        groups(model.declarations().stream().map(declarations::item).toList())) {
      page.blankLine();
      aligned(group).forEach(item -> item.print(page, 0));
    }
    printEnd(page);
    return page.text();
  }

  private void print(Namespace namespace, Page page) {
    Phrase.of(tokens.in(namespace.span()), Style.CLAUSE).print(page, 0);
  }

  private void printEnd(Page page) {
    Phrase end = Phrase.of(List.of(tokens.end()), Style.CLAUSE);
    if (end.isAfterBlankLine()) {
      page.blankLine();
    }
    end.printAbove(page, 0);
  }

  /** What follows each other without a blank line. */
  private static List<List<Item>> groups(List<Item> items) {
    List<List<Item>> groups = new ArrayList<>();
    boolean mayJoin = false;
    for (Item item : items) {
      boolean isLine = item instanceof OneLine;
      if (!(mayJoin && isLine) || item.isAfterBlankLine()) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(item);
      mayJoin = isLine;
    }
    return groups;
  }

  /** The patterns in a group with their braces below each other, if all of them still fit. */
  private static List<Item> aligned(List<Item> group) {
    int column = inColumn(group).mapToInt(OneLine::headWidth).max().orElse(0);
    boolean fits = inColumn(group).allMatch(line -> line.aligned(column).width() <= Page.WIDTH);
    return fits ? group.stream().map(item -> aligned(item, column)).toList() : group;
  }

  private static Item aligned(Item item, int column) {
    return item instanceof OneLine line && line.hasColumn() ? line.aligned(column) : item;
  }

  private static Stream<OneLine> inColumn(List<Item> group) {
    return group.stream()
        .filter(OneLine.class::isInstance)
        .map(OneLine.class::cast)
        .filter(OneLine::hasColumn);
  }
}
