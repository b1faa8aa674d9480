package dev.keyplan.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A keyword with what it says. It is one line if that fits and has no comments inside; otherwise
 * its parts have lines of their own, in the column of the first.
 *
 * @param parts at least one, which may be without text; it carries the comments above the keyword
 */
record Statement(String keyword, List<Part> parts) {
  Statement {
    parts = List.copyOf(parts);
  }

  /** A phrase and how it stands to the one in front. */
  record Part(Phrase phrase, Breaks.Kind kind) {}

  /**
   * @param first the index of the keyword's first token
   * @param keywordLength how many tokens the keyword is
   * @param end the index behind the last token
   */
  static Statement of(Tokens tokens, int first, int keywordLength, int end, Breaks breaks) {
    String keyword = Spacing.join(tokens.between(first, first + keywordLength), Style.CLAUSE);
    List<Part> parts = new ArrayList<>();
    int begin = first + keywordLength;
    List<Token> phrase = new ArrayList<>();
    tokens.between(first, begin).forEach(token -> phrase.add(token.withoutText()));
    Breaks.Kind kind = new Breaks.Kind(breaks.style(), 0, false);
    for (Map.Entry<Integer, Breaks.Kind> next : breaks.between(begin + 1, end).entrySet()) {
      phrase.addAll(tokens.between(begin, next.getKey()));
      parts.add(new Part(Phrase.of(phrase, kind.style()), kind));
      phrase.clear();
      begin = next.getKey();
      kind = next.getValue();
    }
    phrase.addAll(tokens.between(begin, end));
    parts.add(new Part(Phrase.of(phrase, kind.style()), kind));
    return new Statement(keyword, parts);
  }

  /** A keyword with one phrase. */
  static Statement of(String keyword, Phrase phrase) {
    return new Statement(
        keyword, List.of(new Part(phrase, new Breaks.Kind(Style.CLAUSE, 0, false))));
  }

  /** The same with another text as its first phrase. */
  Statement withFirst(String text) {
    List<Part> changed = new ArrayList<>(parts);
    changed.set(0, new Part(parts.get(0).phrase().withText(text), parts.get(0).kind()));
    return new Statement(keyword, changed);
  }

  /** The column behind the keywords of statements below each other. */
  static int column(Stream<Statement> statements, int gap) {
    return gap + statements.mapToInt(each -> Page.width(each.keyword())).max().orElse(0);
  }

  boolean isAfterBlankLine() {
    return parts.get(0).phrase().isAfterBlankLine();
  }

  /** On one line, behind the keyword. */
  String flat() {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      text.append(" ".repeat(part.kind().gap())).append(part.phrase().text());
    }
    return text.toString();
  }

  /** The item with what it says in a given column behind the keyword. */
  Item aligned(int column) {
    return new AlignedStatement(this, column);
  }
}
