package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.BinaryType;
import dev.keyplan.model.AttributeType.DecimalType;
import dev.keyplan.model.AttributeType.EpochType;
import dev.keyplan.model.AttributeType.FormattedTimestampType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.model.AttributeType.TimestampType;
import dev.keyplan.model.DefaultValue;
import dev.keyplan.model.Precision;
import dev.keyplan.naming.JavaNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** What the records of entities, keys and structs have in common. */
final class RecordMembers {
  private final JavaContext context;
  private final List<Attribute> attributes;

  RecordMembers(JavaContext context, List<Attribute> attributes) {
    this.context = context;
    this.attributes = attributes;
  }

  /** The components. */
  MethodSpec components() {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    for (Attribute attribute : attributes) {
      constructor.addParameter(
          ParameterSpec.builder(
                  context.mapping().type(attribute), JavaNames.component(attribute.name()))
              .build());
    }
    return constructor.build();
  }

  /** The compact constructor, which refuses what would not come back from DynamoDB as it was. */
  MethodSpec.Builder compactConstructor() {
    LocalNames names = new LocalNames(components().parameters());
    CodeBlock.Builder checks = CodeBlock.builder();
    for (Attribute attribute : attributes) {
      String name = JavaNames.component(attribute.name());
      if (context.mapping().isReplaced(attribute.type())) {
        checks.add(replaced(attribute, name, names));
      } else if (attribute.isOptional()) {
        checks.addStatement("$T.present($S, $L)", context.support().check(), name, name);
        if (context.mapping().isRefused(attribute.type())) {
          checks.add(ifPresent(name, names.variable("value"), attribute.type(), true));
        }
      } else {
        context
            .mapping()
            .normal(attribute.type(), name, CodeBlock.of("$L", name))
            .ifPresent(check -> checks.addStatement("$L", check));
      }
    }
    return MethodSpec.compactConstructorBuilder()
        .addModifiers(Modifier.PUBLIC)
        .addCode(checks.build());
  }

  /** {@code total = Check.scaled("total", total, 2);}. */
  private CodeBlock replaced(Attribute attribute, String name, LocalNames names) {
    if (!attribute.isOptional()) {
      CodeBlock normal =
          context.mapping().normal(attribute.type(), name, CodeBlock.of("$L", name)).orElseThrow();
      return CodeBlock.builder().addStatement("$L = $L", name, normal).build();
    }
    String value = names.variable("value");
    CodeBlock normal =
        context.mapping().normal(attribute.type(), name, CodeBlock.of("$L", value)).orElseThrow();
    return CodeBlock.builder()
        .addStatement(
            "$1L = $2T.present($1S, $1L).map($3L -> $4L)",
            name,
            context.support().check(),
            value,
            normal)
        .build();
  }

  /** {@code checked()}, for what the model says beyond the types. */
  MethodSpec checked(TypeName self, String javadoc) {
    CodeBlock.Builder checks = CodeBlock.builder();
    for (Attribute attribute : attributes) {
      String name = JavaNames.component(attribute.name());
      Optional<CodeBlock> check =
          context.mapping().check(attribute.type(), name, CodeBlock.of("$L", name));
      if (check.isPresent()) {
        checks.add(
            attribute.isOptional()
                ? ifPresent(name, "value", attribute.type(), false)
                : CodeBlock.builder().addStatement("$L", check.get()).build());
      }
    }
    return MethodSpec.methodBuilder("checked")
        .addJavadoc("$L", javadoc)
        .returns(self)
        .addCode(checks.build())
        .addStatement("return this")
        .build();
  }

  /** {@code toString()}, if it must not show something. */
  Optional<MethodSpec> redacted(ClassName self) {
    if (attributes.stream().noneMatch(Attribute::isSensitive)) {
      return Optional.empty();
    }
    List<CodeBlock> terms = new ArrayList<>();
    String text = self.simpleName() + "[";
    String separator = "";
    for (Attribute attribute : attributes) {
      String name = JavaNames.component(attribute.name());
      text += separator + name + "=";
      separator = ", ";
      if (attribute.isSensitive()) {
        text += "***";
      } else {
        terms.add(CodeBlock.of("$S", text));
        terms.add(CodeBlock.of("$L", name));
        text = "";
      }
    }
    terms.add(CodeBlock.of("$S", text + "]"));
    return Optional.of(
        MethodSpec.methodBuilder("toString")
            .addJavadoc("Without what is sensitive.")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(String.class)
            .addStatement("return $L", CodeBlock.join(terms, "\n+ "))
            .build());
  }

  /** {@code @param} lines for what the types do not say. */
  JavadocText documented(JavadocText text) {
    for (Attribute attribute : attributes) {
      List<String> facts = new ArrayList<>();
      attribute.documentation().map(JavadocText::escape).map(String::strip).ifPresent(facts::add);
      constraint(attribute.type()).ifPresent(facts::add);
      attribute.defaultValue().map(RecordMembers::text).ifPresent(facts::add);
      if (attribute.isMaintained()) {
        facts.add(Stamps.text(attribute));
      }
      if (attribute.isSensitive()) {
        facts.add("sensitive: not in {@link #toString}");
      }
      if (!facts.isEmpty()) {
        String name = JavaNames.component(attribute.name());
        text.parameter(name, joined(facts));
      }
    }
    return text;
  }

  /** A sentence of the model loses its end where something follows it. */
  private static String joined(List<String> facts) {
    String first = facts.get(0);
    if (facts.size() > 1 && first.endsWith(".")) {
      facts.set(0, first.substring(0, first.length() - 1));
    }
    return String.join("; ", facts);
  }

  private CodeBlock ifPresent(String name, String value, AttributeType type, boolean isNormal) {
    CodeBlock variable = CodeBlock.of("$L", value);
    CodeBlock check =
        (isNormal
                ? context.mapping().normal(type, name, variable)
                : context.mapping().check(type, name, variable))
            .orElseThrow();
    return CodeBlock.builder().addStatement("$L.ifPresent($L -> $L)", name, value, check).build();
  }

  private static Optional<String> constraint(AttributeType type) {
    if (type instanceof StringType text) {
      return text(text);
    }
    if (type instanceof DecimalType decimal) {
      return Optional.of(
          "at most %d digits, %d of them behind the point"
              .formatted(decimal.precision(), decimal.scale()));
    }
    if (type instanceof BinaryType binary && binary.maximumLength().isPresent()) {
      String minimum = binary.minimumLength() == 0 ? "at most " : binary.minimumLength() + " to ";
      return Optional.of(minimum + binary.maximumLength().getAsInt() + " bytes");
    }
    if (type instanceof IntegerType integer && integer.isBounded()) {
      return Optional.of(integer.minimum() + " to " + integer.maximum());
    }
    if (type instanceof TimestampType timestamp) {
      return Optional.of(precision(timestamp.precision()));
    }
    if (type instanceof FormattedTimestampType formatted) {
      return Optional.of("stored as " + JavadocText.code(formatted.pattern().toString()));
    }
    if (type instanceof EpochType epoch) {
      return Optional.of(precision(epoch.precision()));
    }
    return switch (type.kind()) {
      case ULID -> Optional.of("a ULID");
      case JSON -> Optional.of("JSON");
      default -> Optional.empty();
    };
  }

  private static Optional<String> text(StringType type) {
    List<String> facts = new ArrayList<>();
    if (type.maximumLength().isPresent()) {
      String minimum = type.minimumLength() == 0 ? "at most " : type.minimumLength() + " to ";
      facts.add(minimum + type.maximumLength().getAsInt() + " characters");
    }
    type.pattern().ifPresent(pattern -> facts.add("matches " + JavadocText.code(pattern.text())));
    return facts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", facts));
  }

  private static String precision(Precision precision) {
    return switch (precision) {
      case SECONDS -> "to the second";
      case MILLISECONDS -> "to the millisecond";
      case MICROSECONDS -> "to the microsecond";
    };
  }

  private static String text(DefaultValue value) {
    if (value instanceof DefaultValue.Now) {
      return "the time of its creation, unless given";
    }
    return value instanceof DefaultValue.Random ? "random, unless given" : "with a default";
  }
}
