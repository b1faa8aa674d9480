package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.ENUM_EMPTY;
import static dev.keyplan.resolve.ResolutionError.NAME_DUPLICATE;
import static dev.keyplan.resolve.ResolutionError.STORED_NAME_DUPLICATE;

import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.EnumDefinition;
import dev.keyplan.model.EnumDefinition.Constant;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.Documentation;
import dev.keyplan.syntax.EnumDeclaration;
import dev.keyplan.syntax.TextLiteral;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves an enum. */
final class EnumResolver {
  private EnumResolver() {}

  static Optional<EnumDefinition> resolve(
      EnumDeclaration declaration, DefinitionName name, Reporter reporter) {
    if (declaration.constants().isEmpty()) {
      reporter.report(
          ENUM_EMPTY
              .at(declaration.name().span(), "the enum `%s` has no constant".formatted(name.name()))
              .withHint("for example `enum %s { OPEN, CLOSED }`".formatted(name.name())));
    }
    List<Constant> constants = new ArrayList<>();
    Map<String, Span> names = new HashMap<>();
    Map<String, Span> texts = new HashMap<>();
    for (EnumDeclaration.Constant constant : declaration.constants()) {
      String constantName = constant.name().text();
      String text = constant.storedText().map(TextLiteral::value).orElse(constantName);
      Span textSpan = constant.storedText().map(TextLiteral::span).orElse(constant.name().span());
      Span sameName = names.putIfAbsent(constantName, constant.name().span());
      Span sameText = texts.putIfAbsent(text, textSpan);
      if (sameName != null) {
        reporter.report(
            NAME_DUPLICATE
                .at(
                    constant.name().span(),
                    "`%s` has two constants `%s`".formatted(name.name(), constantName))
                .withLabel("again here")
                .withRelated(sameName, "first declared here"));
      } else if (sameText != null) {
        reporter.report(
            STORED_NAME_DUPLICATE
                .at(textSpan, "two constants are stored as `%s`".formatted(text))
                .withLabel("again here")
                .withRelated(sameText, "first stored here"));
      }
      constants.add(
          new Constant(
              constantName,
              text,
              constant.documentation().map(Documentation::text),
              constant.name().span()));
    }
    return reporter.isSound()
        ? Optional.of(
            new EnumDefinition(
                name,
                declaration.documentation().map(Documentation::text),
                constants,
                declaration.name().span()))
        : Optional.empty();
  }
}
