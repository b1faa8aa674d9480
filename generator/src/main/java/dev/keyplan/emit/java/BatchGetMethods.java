package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Operand;
import dev.keyplan.model.Selection;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.Expiry;
import dev.keyplan.plan.Plan;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the methods of reads that get many items by their keys. */
final class BatchGetMethods {
  private final JavaContext context;
  private final Entity entity;
  private final EntityTypes types;

  BatchGetMethods(JavaContext context, Entity entity) {
    this.context = context;
    this.entity = entity;
    this.types = JavaContext.types(entity);
  }

  /** {@code public List<BatchGetItemRequest> named(Collection<Message.Key> keys)}. */
  MethodSpec request(Plan.BatchGetItem plan) {
    ParameterSpec keys = Signatures.keys(plan, "keys");
    return MethodSpec.methodBuilder(plan.pattern().name().name())
        .addJavadoc(JavadocText.of(PlanJavadoc.of(plan)).toCode())
        .addModifiers(Modifier.PUBLIC)
        .addParameter(keys)
        .returns(list(Sdk.BATCH_GET_ITEM_REQUEST))
        .addStatement(
            "return $T.of(\ntable.name(),\n$L,\nkeys.stream().map($T::key).toList())",
            context.support().batchRequests(),
            what(plan),
            types.codec())
        .build();
  }

  /** {@code KeysAndAttributes.builder().consistentRead(true).build()}, without any keys. */
  private CodeBlock what(Plan.BatchGetItem plan) {
    Placeholders placeholders = new Placeholders(context.support());
    CodeBlock.Builder what = CodeBlock.builder().add("$T.builder()", Sdk.KEYS_AND_ATTRIBUTES);
    plan.pattern()
        .selection()
        .ifPresent(
            selection -> {
              String names =
                  projected(plan, selection).stream()
                      .map(placeholders::path)
                      .collect(Collectors.joining(", "));
              what.add("\n$>$>.projectionExpression($L)$<$<", Literals.wrapped(names));
              what.add("$>$>$L$<$<", placeholders.calls());
            });
    if (plan.isConsistent()) {
      what.add(
          plan.pattern().selection().isPresent()
              ? "\n$>$>.consistentRead(true)$<$<"
              : ".consistentRead(true)");
    }
    return what.add(plan.pattern().selection().isPresent() ? "\n$>$>.build()$<$<" : ".build()")
        .build();
  }

  /** With the key, by which an answer is told from the others. */
  private Set<List<String>> projected(Plan.BatchGetItem plan, Selection selection) {
    Set<List<String>> names = new LinkedHashSet<>();
    entity.table().key().attributes().forEach(key -> names.add(List.of(key.name())));
    names.addAll(selection.storedNames(List.of(entity)));
    ReadProjection.lookedAt(plan).forEach(name -> names.add(List.of(name)));
    return names;
  }

  /** {@code public Map<Message.Key, Message> named(UUID groupId, Collection<UUID> ids)}. */
  MethodSpec method(Plan.BatchGetItem plan, JavadocText text, ClientStyle style) {
    List<ParameterSpec> parameters = new Signatures(context.mapping()).of(plan);
    LocalNames names = new LocalNames(parameters);
    ResultTypes result = ResultTypes.of(plan.pattern());
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(plan.pattern().name().name())
            .addJavadoc(
                text.paragraph("In the order of the keys; without those that no item has.")
                    .exception(
                        context.support().batchIncompleteException(),
                        "if some were not read after all retries")
                    .toCode())
            .addModifiers(Modifier.PUBLIC)
            .addParameters(parameters)
            .returns(
                style.returned(
                    ParameterizedTypeName.get(
                        ClassName.get(Map.class), types.key(), result.type())));
    String keys = "keys";
    if (!plan.isGivenKeys()) {
      keys = names.variable("keys");
      method.addStatement("$T $L = $L", list(types.key()), keys, keys(plan, names));
    }
    CodeBlock sent =
        CodeBlock.of(
            "$6L.get($1L.$2L($3L), $3L, $4T::key, $5T::read)",
            names.field("requests"),
            plan.pattern().name().name(),
            keys,
            types.codec(),
            result.codec(),
            new Unexpired(context.support())
                .batchOnLines(Expiry.afterReading(plan), Stamps.reading(names)));
    return method.addCode(style.body(Call.returning(sent), names)).build();
  }

  /** {@code ids.stream().map(id -> new Message.Key(groupId, id)).toList()}. */
  private CodeBlock keys(Plan.BatchGetItem plan, LocalNames names) {
    KeyExpressions operands = new KeyExpressions(context.keyFunctions(entity), context.mapping());
    Attribute listed =
        entity.key().attributes().stream()
            .filter(attribute -> isList(plan.key().get(attribute.name())))
            .findFirst()
            .orElseThrow();
    String value = names.variable(JavaNames.variable(listed.name()));
    CodeBlock components =
        entity.key().attributes().stream()
            .map(
                attribute ->
                    attribute.equals(listed)
                        ? CodeBlock.of("$L", value)
                        : operands.operand(attribute, plan.key().get(attribute.name())))
            .collect(CodeBlock.joining(", "));
    return CodeBlock.of(
        "$L.stream().map($L -> new $T($L)).toList()",
        operands.operand(listed, plan.key().get(listed.name())),
        value,
        types.key(),
        components);
  }

  private static boolean isList(Operand operand) {
    return operand instanceof Operand.OfParameter of && of.parameter().isList();
  }

  private static TypeName list(TypeName element) {
    return ParameterizedTypeName.get(ClassName.get(List.class), element);
  }
}
