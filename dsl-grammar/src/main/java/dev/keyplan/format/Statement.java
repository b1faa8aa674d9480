package dev.keyplan.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A keyword with what it says. It is one line if that fits and has no comments inside; otherwise
 * each phrase has a line of its own, in the column of the first.
 *
 * @param phrases at least one, which may be without text; it carries the comments above the keyword
 * @param gaps as many spaces stand in front of each phrase where it is not the first of a line
 */
record Statement(String keyword, List<Phrase> phrases, List<Integer> gaps) {
  Statement {
    phrases = List.copyOf(phrases);
    gaps = List.copyOf(gaps);
  }

  /**
   * @param first the index of the keyword's first token
   * @param keywordLength how many tokens the keyword is
   * @param end the index behind the last token
   */
  static Statement of(Tokens tokens, int first, int keywordLength, int end, Breaks breaks) {
    String keyword = Spacing.join(tokens.between(first, first + keywordLength), Style.CLAUSE);
    List<Phrase> phrases = new ArrayList<>();
    List<Integer> gaps = new ArrayList<>();
    int begin = first + keywordLength;
    List<Token> phrase = new ArrayList<>();
    tokens.between(first, begin).forEach(token -> phrase.add(token.withoutText()));
    Style style = breaks.style();
    int gap = 0;
    for (Map.Entry<Integer, Breaks.Kind> next : breaks.between(begin + 1, end).entrySet()) {
      phrase.addAll(tokens.between(begin, next.getKey()));
      phrases.add(Phrase.of(phrase, style));
      gaps.add(gap);
      phrase.clear();
      begin = next.getKey();
      style = next.getValue().style();
      gap = next.getValue().gap();
    }
    phrase.addAll(tokens.between(begin, end));
    phrases.add(Phrase.of(phrase, style));
    gaps.add(gap);
    return new Statement(keyword, phrases, gaps);
  }

  /** The column behind the keywords of statements below each other. */
  static int column(Stream<Statement> statements, int gap) {
    return gap + statements.mapToInt(each -> Page.width(each.keyword())).max().orElse(0);
  }

  boolean isAfterBlankLine() {
    return phrases.get(0).isAfterBlankLine();
  }

  /** On one line, behind the keyword. */
  String flat() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < phrases.size(); i++) {
      text.append(" ".repeat(gaps.get(i))).append(phrases.get(i).text());
    }
    return text.toString();
  }

  /** The item with its phrases in a given column behind the keyword. */
  Item aligned(int column) {
    return new Aligned(this, column);
  }

  /** A statement at its place. */
  private record Aligned(Statement statement, int column) implements Item {
    @Override
    public boolean isAfterBlankLine() {
      return statement.isAfterBlankLine();
    }

    @Override
    public void print(Page page, int indentation) {
      List<Phrase> phrases = statement.phrases();
      Phrase first = phrases.get(0);
      Phrase last = phrases.get(phrases.size() - 1);
      String keyword = Page.padded(statement.keyword(), column);
      first.printAbove(page, indentation);
      String flat = statement.flat();
      if (!isInterrupted() && indentation + column + Page.width(flat) <= Page.WIDTH) {
        page.line(indentation, (keyword + flat).stripTrailing(), last.beside());
        return;
      }
      page.line(indentation, (keyword + first.text()).stripTrailing(), first.beside());
      for (Phrase phrase : phrases.subList(1, phrases.size())) {
        phrase.print(page, indentation + column);
      }
    }

    private boolean isInterrupted() {
      List<Phrase> phrases = statement.phrases();
      for (int i = 1; i < phrases.size(); i++) {
        if (phrases.get(i - 1).beside().isPresent() || !phrases.get(i).above().isEmpty()) {
          return true;
        }
      }
      return false;
    }
  }
}
