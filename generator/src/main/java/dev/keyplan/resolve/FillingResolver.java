package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.KEY_TYPE_MISMATCH;
import static dev.keyplan.resolve.ResolutionError.TEMPLATE_EMPTY;
import static dev.keyplan.resolve.ResolutionError.TEMPLATE_IS_ATTRIBUTE;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Fix;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.model.Filling;
import dev.keyplan.model.HoleFunction;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.KeyType;
import dev.keyplan.model.StorageType;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.EntityDeclaration;
import dev.keyplan.syntax.EntityDeclaration.AttributeFilling;
import dev.keyplan.syntax.EntityDeclaration.TemplateFilling;
import dev.keyplan.syntax.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Resolves what an entity writes into one key attribute. */
final class FillingResolver {
  private final AttributeScope attributes;
  private final Reporter reporter;

  FillingResolver(AttributeScope attributes, Reporter reporter) {
    this.attributes = attributes;
    this.reporter = reporter;
  }

  Optional<Filling> resolve(EntityDeclaration.Filling filling, KeyAttribute key) {
    if (filling instanceof TemplateFilling template) {
      return template(template.template(), key).map(Filling.FromTemplate::new);
    }
    return attributes
        .find(((AttributeFilling) filling).path(), reporter)
        .filter(attribute -> checkStorage(attribute, key, filling.span()))
        .map(Filling.FromAttribute::new);
  }

  /** Whether an attribute can be stored as this key attribute; reports if not. */
  boolean checkStorage(Attribute attribute, KeyAttribute key, Span span) {
    Optional<KeyType> stored = attribute.type().keyType();
    if (stored.filter(type -> type == key.type()).isPresent()) {
      return true;
    }
    String type = attribute.type().text();
    reporter.report(
        stored.isEmpty()
            ? KEY_TYPE_MISMATCH
                .at(span, "the type `%s` cannot be a key attribute".formatted(type))
                .withLabel(
                    FormReason.ofKey(attribute.type())
                        .orElse("DynamoDB's keys are strings, numbers or binary"))
            : KEY_TYPE_MISMATCH
                .at(
                    span,
                    "`%s` is stored as a %s, but the key attribute `%s` is a %s"
                        .formatted(
                            attribute.name(), stored.get().word(), key.name(), key.type().word()))
                .withRelated(key.span(), "the key attribute")
                .withHint(storageHint(attribute, stored.get(), key)));
    return false;
  }

  private static String storageHint(Attribute attribute, KeyType stored, KeyAttribute key) {
    String declareKey = "declare it `%s: %s` in the table".formatted(key.name(), stored.word());
    return key.type() == KeyType.STRING
        ? declareKey
            + ", or fill it from a template: `\"%s#{%s}\"`"
                .formatted(attribute.name().toUpperCase(Locale.ROOT), attribute.name())
        : declareKey;
  }

  private Optional<KeyTemplate> template(Template template, KeyAttribute key) {
    if (key.type() != KeyType.STRING) {
      reporter.report(
          KEY_TYPE_MISMATCH
              .at(
                  template.span(),
                  "a template makes text, but the key attribute `%s` is a %s"
                      .formatted(key.name(), key.type().word()))
              .withRelated(key.span(), "the key attribute"));
      return Optional.empty();
    }
    if (template.parts().isEmpty()) {
      reporter.report(
          TEMPLATE_EMPTY
              .at(template.span(), "the key attribute `%s` would be empty".formatted(key.name()))
              .withLabel("DynamoDB refuses empty keys"));
      return Optional.empty();
    }
    List<KeyTemplate.Part> parts = new ArrayList<>();
    boolean isComplete = true;
    for (int i = 0; i < template.parts().size(); i++) {
      if (template.parts().get(i) instanceof Template.Hole hole) {
        boolean isLast = i == template.parts().size() - 1;
        Optional<KeyTemplate.Hole> resolved = hole(hole, delimiter(template, i + 1), isLast);
        isComplete &= resolved.isPresent();
        resolved.ifPresent(parts::add);
      } else {
        addText(parts, ((Template.Text) template.parts().get(i)).value());
      }
    }
    if (!isComplete) {
      return Optional.empty();
    }
    if (parts.size() == 1
        && parts.get(0) instanceof KeyTemplate.Hole hole
        && hole.function().isEmpty()) {
      reporter.report(onlyHole(template, hole.attribute()));
      return Optional.empty();
    }
    return Optional.of(new KeyTemplate(parts, template.span()));
  }

  private static Diagnostic onlyHole(Template template, Attribute attribute) {
    String name = attribute.name();
    Diagnostic diagnostic =
        TEMPLATE_IS_ATTRIBUTE.at(
            template.span(), "this template is nothing but the attribute `%s`".formatted(name));
    if (attribute.type().storage() == StorageType.S) {
      return diagnostic
          .withHint("write the attribute itself: `%s`".formatted(name))
          .withFix(Fix.replace("Use the attribute itself", template.span(), name));
    }
    return diagnostic.withHint(
        "put a text before it: `\"%s#{%s}\"`".formatted(name.toUpperCase(Locale.ROOT), name));
  }

  private static void addText(List<KeyTemplate.Part> parts, String text) {
    int last = parts.size() - 1;
    if (last >= 0 && parts.get(last) instanceof KeyTemplate.Text before) {
      parts.set(last, new KeyTemplate.Text(before.value() + text));
    } else {
      parts.add(new KeyTemplate.Text(text));
    }
  }

  private static Optional<Integer> delimiter(Template template, int next) {
    return next < template.parts().size()
            && template.parts().get(next) instanceof Template.Text text
        ? Optional.of(text.value().codePointAt(0))
        : Optional.empty();
  }

  private Optional<KeyTemplate.Hole> hole(
      Template.Hole hole, Optional<Integer> delimiter, boolean isLast) {
    Optional<Attribute> attribute = attributes.find(hole.path(), reporter);
    if (attribute.isEmpty()) {
      return Optional.empty();
    }
    if (hole.functions().isEmpty()) {
      boolean isEscaped =
          !isLast && attribute.get().type() instanceof StringType text && text.isOrdered();
      Optional<HoleFunction> escaped =
          isEscaped ? Optional.of(new HoleFunction.Escaped()) : Optional.empty();
      return hasText(attribute.get(), hole)
          ? Optional.of(
              new KeyTemplate.Hole(attribute.get(), escaped, delimiter, isLast, hole.span()))
          : Optional.empty();
    }
    return HoleFunctionResolver.resolve(hole.functions(), attribute.get(), reporter)
        .map(
            function ->
                new KeyTemplate.Hole(
                    attribute.get(), Optional.of(function), delimiter, isLast, hole.span()));
  }

  /** Whether the values of an attribute have texts that sort as they do; reports if not. */
  private boolean hasText(Attribute attribute, Template.Hole hole) {
    AttributeType type = attribute.type();
    boolean hasText = type.isInTemplates();
    if (!hasText) {
      Diagnostic mismatch =
          KEY_TYPE_MISMATCH
              .at(hole.span(), "the type `%s` cannot stand in a template".formatted(type.text()))
              .withRelated(attribute.span(), "the attribute")
              .withHint(templateHint(attribute));
      reporter.report(FormReason.ofKey(type).map(mismatch::withLabel).orElse(mismatch));
    }
    return hasText;
  }

  /** What serves instead of a type whose texts do not sort as its values, or that has none. */
  private static String templateHint(Attribute attribute) {
    return switch (attribute.type().kind()) {
      case EPOCH ->
          "use `timestamp`, whose text sorts; or a key attribute of its own: `%s: number`"
              .formatted(attribute.name());
      case DOUBLE -> "fill a key attribute of its own: `%s: number`".formatted(attribute.name());
      case FORMATTED_TIMESTAMP ->
          "store the time in UTC, too: `%sUtc : timestamp`".formatted(attribute.name());
      case BINARY -> "fill a key attribute of its own: `%s: binary`".formatted(attribute.name());
      default -> "name the attributes it is made of as attributes of the entity";
    };
  }
}
