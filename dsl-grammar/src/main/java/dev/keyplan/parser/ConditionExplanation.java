package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.parser.antlr.KeyplanParser;
import dev.keyplan.source.Span;
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

  private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?");
  private static final Pattern DECIMAL = Pattern.compile("\\d+,\\d+");

  private final TokenLines lines;
  private final Spans spans;
  private final ConditionText text;

  ConditionExplanation(TokenLines lines, Spans spans) {
    this.lines = lines;
    this.spans = spans;
    this.text = new ConditionText(lines, spans);
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
    String word = mistake.offending().getText();
    Optional<String> attribute = mistake.before().filter(TokenKinds::isWord).map(Token::getText);
    if (attribute.isPresent() && word.equals("is")) {
      Diagnostic is = Diagnostic.error("SYNTAX_ERROR", span, "`is` is no operator");
      Optional<String> right = text.is(attribute.get(), mistake.offending());
      return Optional.of(right.map(r -> is.withHint("write `%s`".formatted(r))).orElse(is));
    }
    if (attribute.isPresent() && word.equals("exists")) {
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
      return comma(span, number);
    }
    return mistake.isOffending(KeyplanLexer.MINUS) && number.getText().length() == 4
        ? explained(
            span,
            "a time or a date stands in quotes",
            "write `\"%s\"`".formatted(text.value(number).orElseThrow()))
        : Optional.empty();
  }

  /** {@code 1,000,000} is a million, {@code 1,5} one and a half; others mean nothing certain. */
  private Optional<Diagnostic> comma(Span span, Token number) {
    Token last = number;
    Optional<Token> next = lines.behind(number);
    while (next.isPresent() && isPartOfNumber(last, next.get())) {
      last = next.get();
      next = lines.behind(last);
    }
    String written = spans.between(number, last).text();
    Diagnostic comma = Diagnostic.error("SYNTAX_ERROR", span, "a number has no comma");
    if (THOUSANDS.matcher(written).matches()) {
      return Optional.of(comma.withHint("write `%s`".formatted(written.replace(',', '_'))));
    }
    return Optional.of(
        DECIMAL.matcher(written).matches()
            ? comma.withHint("write `%s`".formatted(written.replace(',', '.')))
            : comma);
  }

  private static boolean isPartOfNumber(Token last, Token next) {
    int type = next.getType();
    return TokenKinds.touch(last, next)
        && (type == KeyplanLexer.COMMA || type == KeyplanLexer.NUMBER);
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
        .withHint("write `not (%s)`".formatted(text.comparison(mistake.offending())));
  }
}
