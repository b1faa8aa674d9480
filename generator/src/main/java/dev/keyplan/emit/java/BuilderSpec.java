package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.DefaultValue;
import dev.keyplan.model.TypeKind;
import dev.keyplan.naming.JavaNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Writes the builder in the record of an entity or of a struct. Constants and random values are
 * filled in by {@code build()}; a time that is left out needs the table's clock, which a builder
 * does not have: it comes with {@code build(now)}, or with a write that is given the builder. So
 * does a ULID, which begins with its time.
 */
final class BuilderSpec {
  private static final ClassName REFUSED = ClassName.get(IllegalArgumentException.class);

  private final JavaContext context;
  private final ClassName record;
  private final ClassName builder;
  private final List<Attribute> attributes;
  private final String whoKnowsTheTime;
  private final List<MethodSpec> others = new ArrayList<>();

  /**
   * @param record what is built
   * @param whoKnowsTheTime the sentence that says it, where something takes the time
   */
  BuilderSpec(
      JavaContext context, ClassName record, List<Attribute> attributes, String whoKnowsTheTime) {
    this.context = context;
    this.record = record;
    this.builder = record.nestedClass("Builder");
    this.attributes = attributes;
    this.whoKnowsTheTime = whoKnowsTheTime;
  }

  /** Adds a method that is not for building. */
  BuilderSpec with(MethodSpec method) {
    others.add(method);
    return this;
  }

  /** The attributes that take the time of their creation, or are made of it. */
  static List<Attribute> timed(List<Attribute> attributes) {
    return attributes.stream().filter(attribute -> isTimed(attribute)).toList();
  }

  /** {@code public static Builder builder()}, of the record. */
  MethodSpec factory() {
    return MethodSpec.methodBuilder("builder")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(builder)
        .addStatement("return new $T()", builder)
        .build();
  }

  /** {@code public Builder toBuilder()}, of the record, which copies all attributes. */
  MethodSpec copy() {
    CodeBlock.Builder copies = CodeBlock.builder();
    String copy = new LocalNames(parameters()).variable("builder");
    copies.addStatement("$1T $2L = new $1T()", builder, copy);
    for (Attribute attribute : attributes) {
      copies.addStatement("$1L.$2L = $2L", copy, JavaNames.component(attribute.name()));
    }
    return MethodSpec.methodBuilder("toBuilder")
        .addJavadoc("A builder with all that this has.")
        .addModifiers(Modifier.PUBLIC)
        .returns(builder)
        .addCode(copies.build())
        .addStatement("return $L", copy)
        .build();
  }

  TypeSpec typeSpec() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(builder)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("Builds $L {@link $T}.", JavaNames.article(record.simpleName()), record);
    attributes.forEach(attribute -> type.addField(field(attribute)));
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    for (Attribute attribute : attributes) {
      if (attribute.isMaintained()) {
        continue;
      }
      type.addMethod(setter(attribute));
      if (attribute.mayBeAbsent()) {
        type.addMethod(remover(attribute));
      }
    }
    type.addMethod(build());
    if (!timed(attributes).isEmpty()) {
      type.addMethod(buildNow());
    }
    return type.addMethods(others).build();
  }

  /** {@code private OrderStatus status;}: null as long as it is not given. */
  private FieldSpec field(Attribute attribute) {
    TypeName type = context.mapping().type(attribute.type()).box();
    TypeName value =
        attribute.isOptional()
            ? ParameterizedTypeName.get(ClassName.get(Optional.class), type)
            : type;
    FieldSpec.Builder field =
        FieldSpec.builder(
            attribute.isMaintained() ? value : context.nulls().nullable(value),
            JavaNames.component(attribute.name()),
            Modifier.PRIVATE);
    if (attribute.isMaintained()) {
      field.initializer(Stamps.unwritten(attribute));
    }
    return field.build();
  }

  /** {@code public Builder text(String text)}. */
  private MethodSpec setter(Attribute attribute) {
    String name = JavaNames.component(attribute.name());
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(context.mapping().type(attribute.type()), name)
        .returns(builder)
        .addStatement("this.$1L = $2L", name, given(attribute, name))
        .addStatement("return this")
        .build();
  }

  /** What has a way to be left out refuses null, which stays a mistake. */
  private CodeBlock given(Attribute attribute, String name) {
    boolean isPrimitive = context.mapping().type(attribute.type()).isPrimitive();
    CodeBlock value =
        isPrimitive || !(attribute.mayBeAbsent() || attribute.defaultValue().isPresent())
            ? CodeBlock.of("$L", name)
            : present(name);
    return attribute.isOptional() ? CodeBlock.of("$T.of($L)", Optional.class, value) : value;
  }

  /** {@code public Builder removeText()}. */
  private MethodSpec remover(Attribute attribute) {
    return MethodSpec.methodBuilder(JavaNames.remover(attribute.name()))
        .addModifiers(Modifier.PUBLIC)
        .returns(builder)
        .addStatement("this.$L = $L", JavaNames.component(attribute.name()), absent(attribute))
        .addStatement("return this")
        .build();
  }

  private static CodeBlock absent(Attribute attribute) {
    return attribute.isOptional()
        ? CodeBlock.of("$T.empty()", Optional.class)
        : CodeBlock.of("$T.of()", Set.class);
  }

  /** What a new item has where nothing is given, if that does not depend on the time. */
  private static Optional<CodeBlock> otherwise(Attribute attribute) {
    Optional<CodeBlock> constant =
        attribute
            .defaultValue()
            .filter(DefaultValue.Constant.class::isInstance)
            .map(value -> ((DefaultValue.Constant) value).value())
            .map(value -> ConstantMapping.of(attribute.type(), value));
    if (constant.isPresent() && attribute.isOptional()) {
      return constant.map(value -> CodeBlock.of("$T.of($L)", Optional.class, value));
    }
    return constant.isEmpty() && attribute.mayBeAbsent()
        ? Optional.of(absent(attribute))
        : constant;
  }

  /** {@code public Message build()}. */
  private MethodSpec build() {
    JavadocText text = JavadocText.of(sentence() + ".");
    if (!timed(attributes).isEmpty()) {
      text.paragraph(codes(timed(attributes)) + " must be given. " + whoKnowsTheTime);
    }
    return MethodSpec.methodBuilder("build")
        .addJavadoc(text.exception(REFUSED, "if it is not as the model demands").toCode())
        .addModifiers(Modifier.PUBLIC)
        .returns(record)
        .addCode(result(Optional.empty()))
        .build();
  }

  /** {@code public Message build(Instant now)}. */
  private MethodSpec buildNow() {
    String now = new LocalNames(parameters()).variable("now");
    JavadocText text =
        JavadocText.of(sentence() + ".")
            .parameter(
                now,
                "the time for "
                    + codes(timed(attributes))
                    + " if not given, cut to the precision that is stored")
            .exception(REFUSED, "if it is not as the model demands");
    return MethodSpec.methodBuilder("build")
        .addJavadoc(text.toCode())
        .addModifiers(Modifier.PUBLIC)
        .addParameter(Instant.class, now)
        .returns(record)
        .addCode(result(Optional.of(now)))
        .build();
  }

  private String sentence() {
    List<Attribute> random =
        attributes.stream()
            .filter(a -> !a.isOptional() && is(a, DefaultValue.Random.class) && !isTimed(a))
            .toList();
    String built = "Builds " + JavaNames.withArticle(record.simpleName());
    return random.isEmpty() ? built : built + ", with a random " + codes(random) + " if not given";
  }

  private static String codes(List<Attribute> attributes) {
    return attributes.stream()
        .map(attribute -> JavadocText.code(JavaNames.component(attribute.name())))
        .collect(Collectors.joining(" and "));
  }

  /** The fields, as far as a parameter of a builder's method may hide one. */
  private List<ParameterSpec> parameters() {
    return new RecordMembers(context, attributes).components().parameters();
  }

  private CodeBlock result(Optional<String> now) {
    CodeBlock arguments =
        attributes.stream()
            .map(attribute -> argument(attribute, now))
            .collect(CodeBlock.joining(",\n"));
    return CodeBlock.builder()
        .addStatement("return new $T(\n$>$>$L)$<$<\n.checked()", record, arguments)
        .build();
  }

  private CodeBlock argument(Attribute attribute, Optional<String> now) {
    String name = JavaNames.component(attribute.name());
    if (otherwise(attribute).isPresent()) {
      return CodeBlock.of("$1L == null ? $2L : $1L", name, otherwise(attribute).get());
    }
    if (isTimed(attribute)) {
      return now.isEmpty()
          ? context.nulls().areWanted() ? present(name) : CodeBlock.of("$L", name)
          : CodeBlock.of(
              "$1L == null ? $2L : $1L",
              name,
              context.mapping().timed(attribute.type(), CodeBlock.of("$L", now.get())));
    }
    if (is(attribute, DefaultValue.Random.class)) {
      return CodeBlock.of("$1L == null ? $2T.randomUUID() : $1L", name, UUID.class);
    }
    boolean mayBeNull =
        context.mapping().type(attribute.type()).isPrimitive() || context.nulls().areWanted();
    return mayBeNull && !attribute.isMaintained() ? present(name) : CodeBlock.of("$L", name);
  }

  private CodeBlock present(String name) {
    return CodeBlock.of("$T.present($S, $L)", context.support().check(), name, name);
  }

  private static boolean isTimed(Attribute attribute) {
    boolean takesTime =
        is(attribute, DefaultValue.Now.class)
            || (is(attribute, DefaultValue.Random.class)
                && attribute.type().kind() == TypeKind.ULID);
    return takesTime && !attribute.isOptional();
  }

  private static boolean is(Attribute attribute, Class<? extends DefaultValue> kind) {
    return attribute.defaultValue().filter(kind::isInstance).isPresent();
  }
}
