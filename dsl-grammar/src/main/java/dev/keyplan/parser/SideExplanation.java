package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.parser.antlr.KeyplanParser;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Another sign than {@code /} between the two sides of a key. */
final class SideExplanation implements Explanation {
  private static final Set<String> SIGNS = Set.of(",", "|", "\\", "-", "+", ";", "&");

  private final TokenLines lines;
  private final Spans spans;

  SideExplanation(TokenLines lines, Spans spans) {
    this.lines = lines;
    this.spans = spans;
  }

  @Override
  public Optional<Diagnostic> explain(Mistake mistake) {
    Optional<Token> right = right(mistake.offending());
    if (!isBehindSide(mistake) || right.isEmpty() || isHyphen(mistake, right.get())) {
      return Optional.empty();
    }
    String left = spans.between(mistake.first(), mistake.before().orElseThrow()).text();
    String rest = spans.between(right.get(), lines.lastOfLine(right.get())).text();
    return left.contains("/") || rest.contains("/")
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error(
                    "SYNTAX_ERROR",
                    spans.of(mistake.offending()),
                    "the sides of a key are separated by `/`")
                .withHint("write `%s / %s`".formatted(left, rest)));
  }

  /** Within a name, {@code customer-id}, it separates nothing. */
  private static boolean isHyphen(Mistake mistake, Token right) {
    Token sign = mistake.offending();
    return sign.getType() == KeyplanLexer.MINUS
        && TokenKinds.touch(mistake.before().orElseThrow(), sign)
        && TokenKinds.touch(sign, right);
  }

  /** What stands behind the sign on its line, if that could be a side. */
  private Optional<Token> right(Token sign) {
    boolean isQuote = sign.getType() == KeyplanLexer.QUOTE;
    return isQuote
        ? Optional.of(sign)
        : lines
            .behind(sign)
            .filter(next -> SIGNS.contains(sign.getText()) && next.getLine() == sign.getLine())
            .filter(next -> TokenKinds.isWord(next) || next.getType() == KeyplanLexer.QUOTE);
  }

  private boolean isBehindSide(Mistake mistake) {
    boolean isTable =
        mistake.isElement(KeyplanParser.RULE_tableMember, KeyplanLexer.KEY)
            || mistake.isElement(KeyplanParser.RULE_tableMember, KeyplanLexer.INDEX);
    boolean isEntity =
        mistake.isElement(KeyplanParser.RULE_entityMember, KeyplanLexer.KEY)
            || (mistake.isElement(KeyplanParser.RULE_entityMember, KeyplanLexer.INDEX)
                && mistake.tokens().stream().anyMatch(t -> t.getType() == KeyplanLexer.EQUAL));
    Optional<Token> before = mistake.before();
    boolean isWhole =
        before.filter(TokenKinds::isWord).isPresent() || mistake.isBefore(KeyplanLexer.QUOTE_END);
    int fewest = mistake.first().getType() == KeyplanLexer.INDEX ? 3 : 2;
    boolean isText = mistake.isOffending(KeyplanLexer.QUOTE);
    boolean isCondition =
        mistake.tokens().stream().anyMatch(token -> token.getType() == KeyplanLexer.WHEN);
    return !isCondition
        && (isEntity || (isTable && !isText))
        && isWhole
        && mistake.tokens().size() >= fewest
        && (!isEntity || !isText || mistake.isBefore(KeyplanLexer.QUOTE_END));
  }
}
