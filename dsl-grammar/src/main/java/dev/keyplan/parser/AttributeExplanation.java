package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Fix;
import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.parser.antlr.KeyplanParser;
import dev.keyplan.source.Span;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Mistakes in the attributes of entities and structs. */
final class AttributeExplanation implements Explanation {
  private final Spans spans;

  AttributeExplanation(Spans spans) {
    this.spans = spans;
  }

  @Override
  public Optional<Diagnostic> explain(Mistake mistake) {
    boolean isMember =
        mistake.isWithin(KeyplanParser.RULE_entityDeclaration)
            || mistake.isWithin(KeyplanParser.RULE_structDeclaration);
    if (!isMember) {
      return Optional.empty();
    }
    if (mistake.isBehind()) {
      return beginning(mistake);
    }
    return !mistake.tokens().isEmpty() && isNameOnly(mistake.tokens())
        ? behindName(mistake)
        : Optional.empty();
  }

  private static boolean isNameOnly(List<Token> tokens) {
    Token last = tokens.get(tokens.size() - 1);
    boolean isStoredName = last.getType() == KeyplanLexer.QUOTE_END && tokens.size() <= 4;
    return TokenKinds.isWord(tokens.get(0)) && (tokens.size() == 1 || isStoredName);
  }

  private Optional<Diagnostic> beginning(Mistake mistake) {
    Span span = spans.of(mistake.offending());
    if (mistake.isOffending(KeyplanLexer.EQUAL)) {
      return Optional.of(
          Diagnostic.error("SYNTAX_ERROR", span, "the default stands before the traits")
              .withHint("write `id : ulid = random  @id`"));
    }
    if (mistake.isOffending(KeyplanLexer.AT)) {
      return Optional.of(
          Diagnostic.error("SYNTAX_ERROR", span, "a trait stands behind the type of its attribute")
              .withHint("write `id : uuid  @id`"));
    }
    if (mistake.isOffending(KeyplanLexer.COMMA) && mistake.first().getType() == KeyplanLexer.KEY) {
      return Optional.of(
          Diagnostic.error("SYNTAX_ERROR", span, "the sides of a key are separated by `/`")
              .withHint("write `key \"CUSTOMER#{customerId}\" / \"ORDER#{id}\"`")
              .withFix(Fix.replace("Write a `/`", span, " /")));
    }
    if (mistake.isOffending(KeyplanLexer.QUOTE)
        && mistake.first().getType() == KeyplanLexer.INDEX) {
      return Optional.of(
          Diagnostic.error(
                  "SYNTAX_ERROR", span, "an entity does not name an index, it says how to fill it")
              .withHint(
                  "write `index %s = \"ORDER#{id}\" / \"ORDER\"`".formatted(indexName(mistake))));
    }
    return mistake.isOffending(KeyplanLexer.LBRACKET)
        ? Optional.of(TypeExplanation.brackets(span))
        : Optional.empty();
  }

  private static String indexName(Mistake mistake) {
    return mistake.tokens().size() > 1 ? mistake.tokens().get(1).getText() : "name";
  }

  private Optional<Diagnostic> behindName(Mistake mistake) {
    Token name = mistake.first();
    Token last = mistake.tokens().get(mistake.tokens().size() - 1);
    if (mistake.isAtLineEnd()) {
      return Optional.of(
          Diagnostic.error(
                  "MISSING_TYPE", spans.of(name), "`%s` has no type".formatted(name.getText()))
              .withHint("write `%s : string`".formatted(name.getText())));
    }
    if (mistake.isOffending(KeyplanLexer.MINUS)) {
      return Optional.of(hyphen(name, mistake.offending()));
    }
    if (!TokenKinds.isWord(mistake.offending())) {
      return Optional.empty();
    }
    boolean isTypeFirst =
        TypeExplanation.isBuiltIn(name.getText())
            && !TypeExplanation.isBuiltIn(mistake.offending().getText());
    return Optional.of(isTypeFirst ? typeFirst(mistake) : missingColon(last, mistake.offending()));
  }

  private Diagnostic missingColon(Token last, Token type) {
    return Diagnostic.error(
            "MISSING_COLON",
            spans.of(type),
            "a `:` is missing in front of `%s`".formatted(type.getText()))
        .withHint("write `name : type`")
        .withFix(Fix.replace("Insert `:`", spans.after(last), " :"));
  }

  private Diagnostic typeFirst(Mistake mistake) {
    String type = mistake.first().getText();
    String name = mistake.offending().getText();
    Span span = spans.between(mistake.first(), mistake.offending());
    String right = "%s : %s".formatted(name, type);
    return Diagnostic.error("SYNTAX_ERROR", span, "the name stands before the type")
        .withHint("write `%s`".formatted(right))
        .withFix(Fix.replace("Put the name first", span, right));
  }

  private Diagnostic hyphen(Token name, Token hyphen) {
    return Diagnostic.error("SYNTAX_ERROR", spans.of(hyphen), "a name has no hyphen")
        .withHint(
            "write the name of the stored attribute in quotes: `%sId \"%s-id\" : string`"
                .formatted(name.getText(), name.getText()));
  }
}
