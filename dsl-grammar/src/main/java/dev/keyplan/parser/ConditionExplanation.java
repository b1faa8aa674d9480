package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.parser.antlr.KeyplanParser;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.Clause;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;

/** Mistakes in conditions. */
final class ConditionExplanation implements Explanation {
  private static final Set<Integer> CONDITIONS =
      Set.of(KeyplanLexer.WHERE, KeyplanLexer.FILTER, KeyplanLexer.IF);

  private static final Set<String> FUNCTIONS =
      Set.of("attribute_exists", "attribute_not_exists", "size");

  private static final Pattern BEHIND =
      Pattern.compile("\\s+(?:and|or|" + String.join("|", Clause.KEYWORDS) + ")\\b.*$");

  private final TokenLines lines;
  private final Spans spans;

  ConditionExplanation(TokenLines lines, Spans spans) {
    this.lines = lines;
    this.spans = spans;
  }

  @Override
  public Optional<Diagnostic> explain(Mistake mistake) {
    Span span = spans.of(mistake.offending());
    if (mistake.isBefore(KeyplanLexer.NOT)) {
      return mistake.before().map(not -> barelyNot(not, mistake));
    }
    return isCondition(mistake) ? condition(mistake, span) : Optional.empty();
  }

  private static boolean isCondition(Mistake mistake) {
    boolean isClause =
        mistake.isElement(KeyplanParser.RULE_clause)
            && CONDITIONS.contains(mistake.first().getType());
    return isClause || mistake.isWithin(KeyplanParser.RULE_condition);
  }

  private Optional<Diagnostic> condition(Mistake mistake, Span span) {
    String text = mistake.offending().getText();
    Optional<String> attribute = mistake.before().filter(TokenKinds::isWord).map(Token::getText);
    if (attribute.isPresent() && text.equals("is")) {
      return explained(
          span,
          "`is` is no operator",
          "write `%s`".formatted(MembershipExplanation.is(attribute.get(), rest(mistake))));
    }
    if (attribute.isPresent() && text.equals("exists")) {
      return explained(
          span,
          "`exists` does not stand behind an attribute",
          "write `attribute_exists(%s)`".formatted(attribute.get()));
    }
    if (mistake.isOffending(KeyplanLexer.LESS) && mistake.isBefore(KeyplanLexer.EQUAL)) {
      return explained(
          spans.between(mistake.before().orElseThrow(), mistake.offending()),
          "`=<` is no operator",
          "write `<=`");
    }
    Optional<Diagnostic> literal = literal(mistake, span);
    if (literal.isPresent()) {
      return literal;
    }
    Optional<String> function = mistake.before().map(Token::getText).filter(FUNCTIONS::contains);
    if (function.isPresent() && TokenKinds.isWord(mistake.offending())) {
      return explained(
          span,
          "`%s` is followed by parentheses".formatted(function.get()),
          "write `%s(%s)`".formatted(function.get(), mistake.offending().getText()));
    }
    return switch (mistake.offending().getType()) {
      case KeyplanLexer.IN ->
          explained(
              span,
              "`in` is followed by a parameter, or by values in parentheses",
              "write `status in :statuses`, or `status in (PAID, PLACED)`");
      case KeyplanLexer.BETWEEN ->
          explained(
              span,
              "`between` is followed by two values with `and` between them",
              "write `placedAt between :from and :to`");
      case KeyplanLexer.COMMA ->
          explained(span, "conditions are joined with `and`", "write `and` instead of the comma");
      case KeyplanLexer.PLUS, KeyplanLexer.MINUS, KeyplanLexer.STAR, KeyplanLexer.SLASH ->
          explained(
              span,
              "conditions compute nothing",
              "let the caller compute it, and compare with a parameter");
      case KeyplanLexer.QUESTION, KeyplanLexer.AT ->
          explained(span, "a parameter begins with `:` and has a name", "write `id = :id`");
      case KeyplanLexer.EQUAL, KeyplanLexer.LESS, KeyplanLexer.GREATER ->
          explained(
              span,
              "%s does not belong here".formatted(mistake.shown()),
              "the operators are `=`, `<>`, `<`, `<=`, `>` and `>=`, once in a condition");
      case KeyplanLexer.IDENT ->
          mistake.isBefore(KeyplanLexer.LBRACKET)
              ? explained(span, "the place in a list is a number", "write `lines[0].sku`")
              : behindCondition(mistake, span);
      default -> Optional.empty();
    };
  }

  /** {@code 2026-01-01} and {@code 1,000}. */
  private Optional<Diagnostic> literal(Mistake mistake, Span span) {
    Optional<Token> next =
        lines.behind(mistake.offending()).filter(t -> TokenKinds.touch(mistake.offending(), t));
    boolean isInNumber =
        mistake.isBefore(KeyplanLexer.NUMBER)
            && TokenKinds.touch(mistake.before().orElseThrow(), mistake.offending())
            && next.filter(token -> token.getType() == KeyplanLexer.NUMBER).isPresent();
    if (!isInNumber) {
      return Optional.empty();
    }
    Token number = mistake.before().orElseThrow();
    if (mistake.isOffending(KeyplanLexer.COMMA)) {
      return explained(
          span,
          "a number has no comma",
          "write `%s_%s`".formatted(number.getText(), next.get().getText()));
    }
    return mistake.isOffending(KeyplanLexer.MINUS) && number.getText().length() == 4
        ? explained(
            span, "a time or a date stands in quotes", "write `\"%s\"`".formatted(date(number)))
        : Optional.empty();
  }

  private String date(Token year) {
    return spans.between(year, lines.lastOfLine(year)).text().replaceFirst("[\\s)].*$", "");
  }

  private String rest(Mistake mistake) {
    Token start = mistake.offending();
    String rest = spans.between(start, lines.lastOfLine(start)).text();
    return BEHIND.matcher(rest).replaceFirst("");
  }

  private static Optional<Diagnostic> behindCondition(Mistake mistake, Span span) {
    return mistake.isBehind()
        ? explained(
            span,
            "%s does not belong here".formatted(mistake.shown()),
            "conditions are joined with `and` or `or`; a clause begins with `order`, `limit`,"
                + " `select` and the like")
        : Optional.empty();
  }

  private static Optional<Diagnostic> explained(Span span, String message, String hint) {
    return Optional.of(Diagnostic.error("SYNTAX_ERROR", span, message).withHint(hint));
  }

  private Diagnostic barelyNot(Token not, Mistake mistake) {
    if (mistake.offending().getText().equals("exists")) {
      return Diagnostic.error(
              "SYNTAX_ERROR", spans.between(not, mistake.offending()), "nothing says what exists")
          .withHint(
              "`create` demands that the item is new; for an attribute, write"
                  + " `attribute_not_exists(email)`");
    }
    return Diagnostic.error("SYNTAX_ERROR", spans.of(not), "`not` is followed by a parenthesis")
        .withHint("write `not (%s)`".formatted(rest(mistake)));
  }
}
