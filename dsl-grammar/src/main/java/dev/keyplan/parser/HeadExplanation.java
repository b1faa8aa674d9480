package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.parser.antlr.KeyplanParser;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;

/** Something between the name of a declaration and its brace: says how the line should look. */
final class HeadExplanation implements Explanation {
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Pattern PROPER_NAME = Pattern.compile("\\b\\p{Lu}[\\p{L}\\p{N}_]*");

  private static final Pattern IN = Pattern.compile("(?<![\\p{L}\\p{N}_.])in(?![\\p{L}\\p{N}_.])");
  private static final Pattern TABLE =
      Pattern.compile(IN + "\\s+(?:table\\s+)?(" + WORD + "(?:\\." + WORD + ")*)");

  private final TokenLines lines;
  private final Spans spans;

  HeadExplanation(TokenLines lines, Spans spans) {
    this.lines = lines;
    this.spans = spans;
  }

  @Override
  public Optional<Diagnostic> explain(Mistake mistake) {
    Token keyword = mistake.context().getStart();
    boolean isInHead =
        SyntaxRules.isBody(mistake.context())
            && TokenKinds.beginsDeclaration(keyword)
            && mistake.context().getToken(KeyplanLexer.LBRACE, 0) == null
            && lines.firstOfLine(mistake.offending()) == keyword
            && lines.isFollowedByWord(keyword.getTokenIndex());
    return isInHead
        ? right(mistake, keyword)
            .map(
                right ->
                    Diagnostic.error(
                            "SYNTAX_ERROR",
                            spans.of(mistake.offending()),
                            "%s does not belong here".formatted(mistake.shown()))
                        .withLabel("expected `{`")
                        .withHint("write `%s {`".formatted(right)))
        : Optional.empty();
  }

  /** The line as it should be, up to its brace. */
  private Optional<String> right(Mistake mistake, Token keyword) {
    Token name = lines.behind(keyword).orElseThrow();
    String head = keyword.getText() + " " + name.getText();
    String tail =
        spans.between(name, lines.lastOfLine(name)).text().substring(name.getText().length());
    tail = tail.replaceFirst("\\{.*$", "");
    Optional<String> quoted = first(QUOTED, tail);
    String words = QUOTED.matcher(tail).replaceAll(" ");
    return switch (mistake.context().getRuleIndex()) {
      case KeyplanParser.RULE_entityDeclaration ->
          table(words)
              .map(table -> head + quoted.map(text -> " " + text).orElse("") + " in " + table);
      case KeyplanParser.RULE_tableDeclaration ->
          quoted
              .or(() -> first(WORD, words).map(word -> '"' + word + '"'))
              .map(text -> head + " " + text);
      case KeyplanParser.RULE_patternDeclaration -> Optional.of(head + joined(words));
      default -> Optional.of(head);
    };
  }

  /** What stands behind {@code in}; without one, what is written like a name. */
  private static Optional<String> table(String words) {
    return IN.matcher(words).find()
        ? TABLE.matcher(words).results().map(found -> found.group(1)).findFirst()
        : first(PROPER_NAME, words);
  }

  private static Optional<String> first(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).findFirst();
  }

  /** A name of several words. */
  private static String joined(String words) {
    StringBuilder joined = new StringBuilder();
    if (words.matches("[\\p{L}\\s]*")) {
      first(Pattern.compile("\\S.*"), words).stream()
          .flatMap(text -> Pattern.compile("\\s+").splitAsStream(text.strip()))
          .forEach(
              word ->
                  joined
                      .append(Character.toUpperCase(word.charAt(0)))
                      .append(word, 1, word.length()));
    }
    return joined.toString();
  }
}
