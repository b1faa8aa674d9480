package dev.keyplan.format;

import dev.keyplan.parser.Lexeme;
import dev.keyplan.parser.Lexemes;
import dev.keyplan.source.SourceFile;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a file anew with other white space between its lexemes, and with more comments. */
final class Perturbation {
  private static final String TIGHT = "{}(),:=/<";
  private static final int COMMENT_ODDS = 12;

  private final SourceFile file;
  private final Random random;
  private final Set<Integer> keptLines;
  private final StringBuilder text = new StringBuilder();
  private int comments;

  private Perturbation(SourceFile file, long seed) {
    this.file = file;
    this.random = new Random(seed);
    this.keptLines =
        Lexemes.of(file).stream()
            .filter(lexeme -> lexeme.text().startsWith("// keyplan:"))
            .map(Perturbation::line)
            .collect(Collectors.toSet());
  }

  static SourceFile of(SourceFile file, long seed) {
    Perturbation perturbation = new Perturbation(file, seed);
    perturbation.write();
    return new SourceFile(file.path() + "@" + seed, perturbation.text.toString());
  }

  private void write() {
    List<Lexeme> lexemes = Lexemes.of(file);
    for (int i = 0; i < lexemes.size(); i++) {
      Lexeme lexeme = lexemes.get(i);
      boolean isDocumentation = lexeme.kind() == Lexeme.Kind.DOCUMENTATION;
      if (i > 0) {
        separate(lexemes.get(i - 1), lexeme);
      }
      if (isDocumentation && !isAtLineStart()) {
        text.append('\n');
      }
      text.append(isDocumentation ? spaces(3) : "").append(lexeme.text());
    }
    text.append(random.nextBoolean() ? "\n" : "");
  }

  private void separate(Lexeme left, Lexeme right) {
    String between = file.text().substring(left.span().end(), right.span().start());
    if (keptLines.contains(line(left)) || keptLines.contains(line(right))) {
      // What a comment of the language is about depends on the line it stands on.
      text.append(between);
    } else if (left.isComment()) {
      // Documentation must stay directly above what it documents.
      boolean mayBeBlank = left.kind() == Lexeme.Kind.COMMENT && between.contains("\n\n");
      text.append(mayBeBlank && random.nextBoolean() ? "\n\n" : "\n").append(spaces(6));
    } else if (between.isEmpty() && left.kind() == Lexeme.Kind.SIGN) {
      // `>=` and the like are one.
      text.append(right.kind() == Lexeme.Kind.SIGN ? "" : spaces(1));
    } else if (random.nextInt(COMMENT_ODDS) == 0 && !right.text().equals("@")) {
      text.append(spaces(4)).append(lines()).append(spaces(4));
      text.append("// ").append(comments++).append("  x  \n").append(lines()).append(spaces(9));
    } else if (isTight(left, right) && random.nextInt(3) == 0) {
      text.append("");
    } else if (random.nextInt(4) == 0 && !right.text().equals("@")) {
      text.append(lines()).append('\n').append(spaces(5));
    } else {
      text.append(' ').append(random.nextInt(6) == 0 ? "\t" : spaces(3));
    }
  }

  private static int line(Lexeme lexeme) {
    return lexeme.span().startPosition().line();
  }

  private static boolean isTight(Lexeme left, Lexeme right) {
    boolean isLeftSign = left.kind() == Lexeme.Kind.SIGN && TIGHT.contains(left.text());
    boolean isRightSign = right.kind() == Lexeme.Kind.SIGN && TIGHT.contains(right.text());
    return isLeftSign != isRightSign;
  }

  private boolean isAtLineStart() {
    return text.substring(text.lastIndexOf("\n") + 1).isBlank();
  }

  private String lines() {
    return "\n".repeat(Math.max(0, random.nextInt(7) - 3));
  }

  private String spaces(int most) {
    return " ".repeat(random.nextInt(most + 1));
  }
}
