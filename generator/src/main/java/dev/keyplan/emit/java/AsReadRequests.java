package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.WriteAction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What requests say of an item that has to be as it was read, as expressions. */
final class AsReadRequests {
  private final JavaContext context;
  private final Entity entity;
  private final EntityTypes types;
  private final WriteConditions conditions;

  AsReadRequests(JavaContext context, Entity entity, WriteConditions conditions) {
    this.context = context;
    this.entity = entity;
    this.types = JavaContext.types(entity);
    this.conditions = conditions;
  }

  /** {@code new UpdateExpression("pk").change(…)….build()}: what makes one entity of another. */
  CodeBlock change(String current, String changed, CodeBlock table, CodeBlock condition) {
    List<String> names = namesAsRead();
    CodeBlock.Builder demand = CodeBlock.builder();
    entity
        .version()
        .ifPresent(v -> demand.add("\n.demandVersion($S, $L)", v.storedName(), read(v, current)));
    if (!names.isEmpty()) {
      demand.add(
          "\n.demandAsRead($T.write($L), $T.of($L))",
          types.codec(),
          current,
          List.class,
          strings(names));
    }
    return CodeBlock.builder()
        .add("new $T($S)", context.support().updateExpression(), partitionKey())
        .add("\n.change($1T.write($2L), $1T.write($3L))", types.codec(), current, changed)
        .add(demand.build())
        .add(condition)
        .add("\n.applyTo($T.builder())", Sdk.UPDATE_ITEM_REQUEST)
        .add("\n.tableName($L)", table)
        .add("\n.key($T.key($L.key()))", types.codec(), current)
        .build();
  }

  /**
   * {@code AsRead.of(ConversationCodec.write(current), List.of("pk", "message", "with"))}, or
   * {@code AsRead.of(AccountCodec.write(current), List.of("pk"), "version", current.version())}.
   */
  CodeBlock asRead(WriteAction action, List<ParameterSpec> parameters) {
    String current = parameters.get(0).name();
    // Also the key: it makes a condition even of an entity without other attributes.
    List<String> names = new ArrayList<>(List.of(partitionKey()));
    names.addAll(namesAsRead());
    CodeBlock version =
        entity
            .version()
            .map(v -> CodeBlock.of(", $S, $L", v.storedName(), read(v, current)))
            .orElse(CodeBlock.of(""));
    CodeBlock asRead =
        CodeBlock.of(
            "$T.of($T.write($L), $T.of($L)$L)",
            context.support().asRead(),
            types.codec(),
            current,
            List.class,
            strings(names),
            version);
    return CodeBlock.of("$L$L", asRead, and(action, parameters));
  }

  /** {@code current.version()}. */
  private static CodeBlock read(Attribute version, String current) {
    return CodeBlock.of("$L.$L()", current, JavaNames.component(version.name()));
  }

  private String partitionKey() {
    return entity.key().partition().get(0).key().name();
  }

  /** {@code .and("status = :status", Map.of(), Map.of(…))}, if the pattern demands more. */
  CodeBlock and(WriteAction action, List<ParameterSpec> parameters) {
    if (action.condition().isEmpty()) {
      return CodeBlock.of("");
    }
    Placeholders placeholders = new Placeholders(context.support());
    String condition = conditions.expression(placeholders, parameters).of(action.condition().get());
    return CodeBlock.of(
        "\n.and(\n$>$>$L,\n$L,\n$L)$<$<",
        placeholders.lines(condition),
        placeholders.names(),
        placeholders.values());
  }

  private static CodeBlock strings(List<String> names) {
    return names.stream().map(name -> CodeBlock.of("$S", name)).collect(CodeBlock.joining(", "));
  }

  /**
   * What has to be as it was read, beside its version, for an item to be the same. Another item
   * that took the key of one that had expired counts from 1 again: it ends at another time, and its
   * guards are of its own values. Without a version that is all of it but the time of its last
   * write, which is of no item that was written when the model had none.
   */
  private List<String> namesAsRead() {
    if (entity.version().isPresent()) {
      return Stream.concat(entity.guarded().stream(), entity.expiry().stream())
          .map(Attribute::storedName)
          .distinct()
          .toList();
    }
    List<String> names = new ArrayList<>();
    List<Attribute> key = entity.key().attributes();
    entity.attributes().stream()
        .filter(attribute -> !key.contains(attribute) && !attribute.isMaintained())
        .map(entity::nameOfHolder)
        .distinct()
        .forEach(names::add);
    return names;
  }

  /** {@code .conditionExpression(asRead.expression())} and what belongs to it. */
  static CodeBlock conditionedBy(String asRead) {
    return CodeBlock.builder()
        .add("\n.conditionExpression($L.expression())", asRead)
        .add("\n.expressionAttributeNames($L.names())", asRead)
        .add("\n.expressionAttributeValues($L.values())", asRead)
        .add(WriteConditions.returnOld())
        .build();
  }
}
