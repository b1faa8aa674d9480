package dev.keyplan.format;

import java.util.List;
import java.util.Optional;

/**
 * A statement at its place.
 *
 * @param column where what it says begins, from the beginning of the keyword
 */
record AlignedStatement(Statement statement, int column) implements Item {
  @Override
  public boolean isAfterBlankLine() {
    return statement.isAfterBlankLine();
  }

  @Override
  public void print(Page page, int indentation) {
    List<Statement.Part> parts = statement.parts();
    Phrase first = parts.get(0).phrase();
    first.printAbove(page, indentation);
    boolean isBroken =
        isInterrupted() || indentation + column + Page.width(statement.flat()) > Page.WIDTH;
    String line = Page.padded(statement.keyword(), column) + first.text();
    Optional<Comment> beside = first.beside();
    int begin = indentation;
    for (Statement.Part part : parts.subList(1, parts.size())) {
      Phrase phrase = part.phrase();
      String longer = line + " ".repeat(part.kind().gap()) + phrase.text();
      boolean joins =
          !isBroken
              || (part.kind().isFilled()
                  && !isInterrupted(beside, phrase)
                  && begin + Page.width(longer) <= Page.WIDTH);
      if (joins) {
        line = longer;
      } else {
        page.line(begin, line.stripTrailing(), beside);
        begin = indentation + column;
        phrase.printAbove(page, begin);
        line = phrase.text();
      }
      beside = phrase.beside();
    }
    page.line(begin, line.stripTrailing(), beside);
  }

  /** Whether comments stand inside. */
  private boolean isInterrupted() {
    List<Statement.Part> parts = statement.parts();
    for (int i = 1; i < parts.size(); i++) {
      if (isInterrupted(parts.get(i - 1).phrase().beside(), parts.get(i).phrase())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInterrupted(Optional<Comment> beside, Phrase next) {
    return beside.isPresent() || !next.above().isEmpty();
  }
}
