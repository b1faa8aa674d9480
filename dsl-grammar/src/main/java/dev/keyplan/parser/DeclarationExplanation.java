package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.parser.antlr.KeyplanParser;
import dev.keyplan.source.Span;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Mistakes between declarations, in their heads and in enums. */
final class DeclarationExplanation implements Explanation {
  private static final Set<String> IMPORTS = Set.of("import", "use", "using", "include", "require");

  private final Spans spans;

  DeclarationExplanation(Spans spans) {
    this.spans = spans;
  }

  @Override
  public Optional<Diagnostic> explain(Mistake mistake) {
    Span span = spans.of(mistake.offending());
    return switch (mistake.context().getRuleIndex()) {
      case KeyplanParser.RULE_modelFile -> betweenDeclarations(mistake, span);
      case KeyplanParser.RULE_patternDeclaration, KeyplanParser.RULE_structDeclaration ->
          head(mistake, span);
      case KeyplanParser.RULE_entityDeclaration -> entityHead(mistake, span);
      case KeyplanParser.RULE_enumDeclaration -> enumConstant(mistake, span);
      default -> namespace(mistake, span);
    };
  }

  private static Optional<Diagnostic> betweenDeclarations(Mistake mistake, Span span) {
    Token offending = mistake.offending();
    if (offending.getType() == KeyplanLexer.RBRACE) {
      return Optional.of(
          Diagnostic.error("BRACE_CLOSES_NOTHING", span, "this `}` closes nothing")
              .withHint("remove it, or the `}` before it if that closes too early"));
    }
    if (offending.getType() == KeyplanLexer.NAMESPACE) {
      return Optional.of(
          Diagnostic.error(
              "SYNTAX_ERROR", span, "`namespace` stands once, before everything else"));
    }
    if (IMPORTS.contains(offending.getText())) {
      return Optional.of(
          Diagnostic.error("SYNTAX_ERROR", span, "nothing is imported")
              .withHint(
                  "all files of a folder are compiled together; names of other namespaces are"
                      + " written in full"));
    }
    return Optional.empty();
  }

  private static Optional<Diagnostic> head(Mistake mistake, Span span) {
    if (!isInHead(mistake)) {
      return Optional.empty();
    }
    if (mistake.isOffending(KeyplanLexer.LPAREN)) {
      return Optional.of(
          Diagnostic.error("SYNTAX_ERROR", span, "a pattern declares no parameters")
              .withHint("write them where they are used: `where total > :min`"));
    }
    if (mistake.isOffending(KeyplanLexer.IN)) {
      return Optional.of(Diagnostic.error("SYNTAX_ERROR", span, "only entities are in a table"));
    }
    return Optional.empty();
  }

  private static Optional<Diagnostic> entityHead(Mistake mistake, Span span) {
    boolean isInheritance =
        Set.of("extends", "implements", ":").contains(mistake.offending().getText());
    return isInHead(mistake) && isInheritance
        ? Optional.of(
            Diagnostic.error("SYNTAX_ERROR", span, "entities do not inherit")
                .withHint(
                    "the table stands behind `in`; attributes are shared through structs:"
                        + " `address : Address`"))
        : Optional.empty();
  }

  private static Optional<Diagnostic> enumConstant(Mistake mistake, Span span) {
    return mistake.isOffending(KeyplanLexer.EQUAL)
        ? Optional.of(
            Diagnostic.error("SYNTAX_ERROR", span, "the stored text follows the name directly")
                .withHint("write `SHIPPED \"shipped\"`"))
        : Optional.empty();
  }

  private static Optional<Diagnostic> namespace(Mistake mistake, Span span) {
    return mistake.isWithin(KeyplanParser.RULE_namespace) && mistake.isOffending(KeyplanLexer.QUOTE)
        ? Optional.of(
            Diagnostic.error("SYNTAX_ERROR", span, "a namespace has no quotes")
                .withHint("write `namespace com.acme.shop`"))
        : Optional.empty();
  }

  private static boolean isInHead(Mistake mistake) {
    return mistake.context().getToken(KeyplanLexer.LBRACE, 0) == null;
  }
}
