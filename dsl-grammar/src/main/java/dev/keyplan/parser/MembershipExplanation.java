package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.parser.antlr.KeyplanParser;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * Mistakes behind an index of an entity. A bare attribute is a condition, and every word may begin
 * an attribute of the entity: so the parser stumbles behind {@code when status is}.
 */
final class MembershipExplanation implements Explanation {
  private final TokenLines lines;
  private final Spans spans;
  private final ConditionText text;

  MembershipExplanation(TokenLines lines, Spans spans) {
    this.lines = lines;
    this.spans = spans;
    this.text = new ConditionText(lines, spans);
  }

  @Override
  public Optional<Diagnostic> explain(Mistake mistake) {
    Token start = mistake.isBehind() ? mistake.offending() : mistake.first();
    Token first = lines.firstOfLine(start);
    boolean isBehindIndex =
        mistake.isWithin(KeyplanParser.RULE_entityDeclaration)
            && first != start
            && first.getType() == KeyplanLexer.INDEX
            && lines.isFollowedByWord(first.getTokenIndex());
    if (!isBehindIndex) {
      return Optional.empty();
    }
    return lines.lastBetween(first, start, KeyplanLexer.WHEN).isPresent()
        ? condition(mistake, start)
        : option(start);
  }

  private Optional<Diagnostic> condition(Mistake mistake, Token start) {
    Token before = lines.before(start).orElseThrow();
    if (before.getType() == KeyplanLexer.NOT) {
      return explained(
          before,
          "`not` is followed by a parenthesis",
          "not (%s)".formatted(text.comparison(start)));
    }
    Optional<Token> in =
        start.getType() == KeyplanLexer.IN
            ? Optional.of(start)
            : lines.lastBetween(lines.firstOfLine(start), start, KeyplanLexer.IN);
    boolean isList =
        in.isPresent() && (in.get() == start || mistake.isOffending(KeyplanLexer.COMMA));
    if (isList) {
      String attribute = lines.before(in.get()).orElseThrow().getText();
      return explained(
          start,
          "`in` is followed by values in parentheses",
          "%s in (%s)".formatted(attribute, text.values(in.get())));
    }
    if (!TokenKinds.isWord(before) || !TokenKinds.isWord(start)) {
      return Optional.empty();
    }
    String attribute = before.getText();
    return switch (start.getText()) {
      case "is" ->
          text.is(attribute, start)
              .flatMap(right -> explained(start, "`is` is no operator", right));
      case "exists" ->
          explained(
              start,
              "`exists` does not stand behind an attribute",
              "attribute_exists(%s)".formatted(attribute));
      default ->
          explained(
              start,
              "an operator is missing in front of `%s`".formatted(start.getText()),
              "%s = %s".formatted(attribute, start.getText()));
    };
  }

  /** Something else than {@code when}. */
  private Optional<Diagnostic> option(Token start) {
    return switch (start.getText()) {
      case "if", "where" ->
          explained(
              start,
              "which items are in the index is said behind `when`",
              "when " + rest(start).replaceFirst("^\\w+\\s*", ""));
      case "unless" ->
          explained(
              start,
              "which items are in the index is said behind `when`",
              "when not (%s)".formatted(rest(start).replaceFirst("^\\w+\\s*", "")));
      case "project" ->
          Optional.of(
              Diagnostic.error(
                      "SYNTAX_ERROR", spans.of(start), "what an index holds is said in the table")
                  .withHint("write it there, behind the index: `%s`".formatted(rest(start))));
      case "shard", "shards", "sharded", "sharding" ->
          Optional.of(
              Diagnostic.error(
                      "SYNTAX_ERROR", spans.of(start), "shards stand in the text of the key")
                  .withHint("a hole says how many: `\"OPEN#{id:shard(4)}\"`"));
      default -> Optional.empty();
    };
  }

  private Optional<Diagnostic> explained(Token place, String message, String right) {
    return Optional.of(
        Diagnostic.error("SYNTAX_ERROR", spans.of(place), message)
            .withHint("write `%s`".formatted(right)));
  }

  private String rest(Token start) {
    return spans.between(start, lines.lastOfLine(start)).text();
  }
}
