package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Fix;
import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.parser.antlr.KeyplanParser;
import dev.keyplan.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Mistakes in the attributes of entities and structs. */
final class AttributeExplanation implements Explanation {
  /** What other languages write around an attribute, and what is written here. */
  private static final Map<String, String> HABITS =
      Map.ofEntries(
          Map.entry("default", "a default follows the type: `status : string = \"open\"`"),
          Map.entry("not", "an attribute is required unless `?` follows its type"),
          Map.entry("NOT", "an attribute is required unless `?` follows its type"),
          Map.entry("required", "an attribute is required unless `?` follows its type"),
          Map.entry("optional", "write `?` behind the type: `status : string?`"),
          Map.entry("nullable", "write `?` behind the type: `status : string?`"),
          Map.entry("null", "write `?` behind the type: `status : string?`"),
          Map.entry("NULL", "write `?` behind the type: `status : string?`"),
          Map.entry("or", "write `?` behind the type: `status : string?`"),
          Map.entry("of", "what a list holds stands in `<>`: `lines : list<Line>`"),
          Map.entry("with", "the type is one word: `at : timestamp`"),
          Map.entry("primary", "the key is a line of its own: `key \"ORDER#{id}\" / \"ORDER\"`"),
          Map.entry("references", "the type says so: `customerId : Customer.id`"),
          Map.entry("where", "write `when`: `index open = \"OPEN\" when status = OPEN`"));

  private final TokenLines lines;
  private final Spans spans;

  AttributeExplanation(TokenLines lines, Spans spans) {
    this.lines = lines;
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
    return switch (mistake.offending().getType()) {
      case KeyplanLexer.EQUAL ->
          Optional.of(
              Diagnostic.error("SYNTAX_ERROR", span, "the default stands before the traits")
                  .withHint("write `id : ulid = random  @id`"));
      case KeyplanLexer.AT ->
          Optional.of(
              Diagnostic.error(
                      "SYNTAX_ERROR", span, "a trait stands behind the type of its attribute")
                  .withHint("write `id : uuid  @id`"));
      case KeyplanLexer.QUOTE ->
          Optional.of(
              Diagnostic.error("SYNTAX_ERROR", span, "an attribute has a name without quotes")
                  .withHint("the name in DynamoDB may follow it: `groupId \"group-id\" : uuid`"));
      case KeyplanLexer.NUMBER -> argument(mistake, span);
      case KeyplanLexer.LPAREN -> call(mistake);
      case KeyplanLexer.LBRACKET -> Optional.of(TypeExplanation.brackets(span));
      case KeyplanLexer.LBRACE -> Optional.of(TypeExplanation.inPlace(span));
      default -> Optional.empty();
    };
  }

  private static Optional<Diagnostic> argument(Mistake mistake, Span span) {
    String word = mistake.before().filter(TokenKinds::isWord).map(Token::getText).orElse("");
    return word.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error("SYNTAX_ERROR", span, "arguments stand in parentheses")
                .withHint("write `%s(%s)`".formatted(word, mistake.offending().getText())));
  }

  /** {@code at : timestamp = now()}. */
  private Optional<Diagnostic> call(Mistake mistake) {
    boolean isDefault =
        mistake.before().filter(TokenKinds::isWord).isPresent()
            && mistake.tokens().stream().anyMatch(t -> t.getType() == KeyplanLexer.EQUAL);
    return isDefault
        ? Optional.of(
            Diagnostic.error(
                    "SYNTAX_ERROR", spans.of(mistake.offending()), "a default calls no function")
                .withHint("write `= now` for a time, `= random` for a UUID or ULID, or a constant"))
        : Optional.empty();
  }

  private Optional<Diagnostic> behindName(Mistake mistake) {
    Token name = mistake.first();
    Token last = mistake.tokens().get(mistake.tokens().size() - 1);
    if (HABITS.containsKey(name.getText()) && isHabit(name)) {
      return Optional.of(
          Diagnostic.error(
                  "SYNTAX_ERROR",
                  spans.of(name),
                  "`%s` does not belong here".formatted(name.getText()))
              .withHint(HABITS.get(name.getText())));
    }
    Optional<Token> before = lines.before(name);
    boolean isSecondOfType =
        TypeExplanation.isBuiltIn(name.getText())
            && !lines.isFirst(name.getTokenIndex())
            && before.filter(token -> HABITS.containsKey(token.getText())).isPresent();
    if (isSecondOfType) {
      return Optional.of(
          Diagnostic.error(
                  "SYNTAX_ERROR",
                  spans.of(before.get()),
                  "`%s` does not belong in front of a type".formatted(before.get().getText()))
              .withHint(HABITS.get(before.get().getText())));
    }
    if (mistake.isAtLineEnd()) {
      return Optional.of(
          Diagnostic.error(
                  "MISSING_TYPE", spans.of(name), "`%s` has no type".formatted(name.getText()))
              .withHint("write `%s : string`".formatted(name.getText())));
    }
    if (mistake.isOffending(KeyplanLexer.QUESTION)) {
      return Optional.of(
          Diagnostic.error(
                  "SYNTAX_ERROR", spans.of(mistake.offending()), "`?` stands behind the type")
              .withHint("write `%s : string?`".formatted(name.getText())));
    }
    if (!TokenKinds.isWord(mistake.offending())) {
      return Optional.empty();
    }
    if (lines.isFollowedBy(mistake.offending(), KeyplanLexer.COLON)) {
      return Optional.of(
          Diagnostic.error(
                  "SYNTAX_ERROR",
                  spans.of(name),
                  "`%s` does not belong here".formatted(name.getText()))
              .withHint("nothing stands in front of the name of an attribute"));
    }
    boolean isTypeFirst =
        TypeExplanation.isBuiltIn(name.getText())
            && !TypeExplanation.isBuiltIn(mistake.offending().getText());
    return Optional.of(isTypeFirst ? typeFirst(mistake) : missingColon(last, mistake.offending()));
  }

  /** Words that could be names are no habit at the beginning of a line. */
  private boolean isHabit(Token word) {
    return !lines.isFirst(word.getTokenIndex())
        || !Set.of("or", "of", "with").contains(word.getText());
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
}
