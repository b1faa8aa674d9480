package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Fix;
import dev.keyplan.parser.antlr.KeyplanParser.AttributeContext;
import dev.keyplan.parser.antlr.KeyplanParser.EntityDeclarationContext;
import dev.keyplan.parser.antlr.KeyplanParser.EntityMemberContext;
import dev.keyplan.parser.antlr.KeyplanParser.StructDeclarationContext;
import dev.keyplan.parser.antlr.KeyplanParser.StructMemberContext;
import dev.keyplan.parser.antlr.KeyplanParser.TraitContext;
import dev.keyplan.parser.antlr.KeyplanParserBaseVisitor;
import dev.keyplan.source.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;

/**
 * A trait stands on the line where the type of its attribute ends. On a line of its own, as Java
 * puts annotations, it would mark the attribute above and not the one below that was meant.
 */
final class TraitCheck extends KeyplanParserBaseVisitor<Void> {
  private final Spans spans;
  private final Problems problems;

  TraitCheck(Spans spans, Problems problems) {
    this.spans = spans;
    this.problems = problems;
  }

  @Override
  public Void visitEntityDeclaration(EntityDeclarationContext context) {
    check(context.entityMember().stream().map(EntityMemberContext::attribute));
    return null;
  }

  @Override
  public Void visitStructDeclaration(StructDeclarationContext context) {
    check(context.structMember().stream().map(StructMemberContext::attribute));
    return null;
  }

  private void check(Stream<AttributeContext> written) {
    List<AttributeContext> attributes =
        written.filter(Objects::nonNull).filter(Contexts::isComplete).toList();
    for (int i = 0; i < attributes.size(); i++) {
      AttributeContext attribute = attributes.get(i);
      Optional<AttributeContext> next = attributes.stream().skip(i + 1L).findFirst();
      for (TraitContext trait : attribute.trait()) {
        if (trait.getStart().getLine() > lastLine(attribute)) {
          problems.add(diagnostic(attribute, trait, next));
        }
      }
    }
  }

  private Diagnostic diagnostic(
      AttributeContext attribute, TraitContext trait, Optional<AttributeContext> next) {
    Span span = spans.of(trait);
    Diagnostic diagnostic =
        Diagnostic.error(
                "TRAIT_NOT_BESIDE_ATTRIBUTE",
                span,
                "`%s` stands on a line of its own".formatted(span.text()))
            .withLabel("belongs to `%s` above".formatted(attribute.name.getText()));
    if (next.isEmpty()) {
      return diagnostic.withHint("put it behind the type of its attribute");
    }
    Token last = next.get().getStop();
    Fix fix =
        new Fix(
            "Move it behind `%s`".formatted(next.get().name.getText()),
            List.of(new Fix.Edit(span, ""), new Fix.Edit(spans.after(last), "  " + span.text())));
    return diagnostic
        .withHint(
            "put it behind the type of its attribute: `%s  %s`"
                .formatted(spans.of(next.get()).text(), span.text()))
        .withFix(fix);
  }

  private static int lastLine(AttributeContext attribute) {
    if (attribute.defaultValue != null) {
      return attribute.defaultValue.getStop().getLine();
    }
    return attribute.optional == null
        ? attribute.typeReference().getStop().getLine()
        : attribute.optional.getLine();
  }
}
