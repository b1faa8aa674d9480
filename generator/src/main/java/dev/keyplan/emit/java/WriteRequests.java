package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Condition;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Facts;
import dev.keyplan.model.Operand;
import dev.keyplan.model.Write.Assignment;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.WriteAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The requests of single writes on items of one entity, as expressions. */
final class WriteRequests {
  private final JavaContext context;
  private final Entity entity;
  private final EntityTypes types;
  private final KeyFunctions functions;
  private final KeyExpressions keys;

  WriteRequests(JavaContext context, Entity entity) {
    this.context = context;
    this.entity = entity;
    this.types = JavaContext.types(entity);
    this.functions = context.keyFunctions(entity);
    this.keys = new KeyExpressions(functions, context.mapping());
  }

  /** {@code PutItemRequest.builder()….build()}. */
  CodeBlock put(WriteAction.Put put, CodeBlock table, List<ParameterSpec> parameters) {
    ParameterSpec subject = parameters.get(0);
    Placeholders placeholders = new Placeholders(context.support());
    Optional<String> existence =
        put.mustNotExist()
            ? Optional.of("attribute_not_exists(" + partitionKey(placeholders) + ")")
            : Optional.empty();
    Optional<String> condition = condition(existence, put.condition(), placeholders, parameters);
    return CodeBlock.builder()
        .add("$T.builder()\n.tableName($L)", Sdk.PUT_ITEM_REQUEST, table)
        .add("\n.item($T.write($N.checked()))", types.item(), subject)
        .add(conditional(condition, placeholders))
        .add("\n.build()")
        .build();
  }

  /** {@code DeleteItemRequest.builder()….build()}. */
  CodeBlock delete(WriteAction.Delete delete, CodeBlock table, List<ParameterSpec> parameters) {
    ParameterSpec subject = parameters.get(0);
    Placeholders placeholders = new Placeholders(context.support());
    Optional<String> condition =
        condition(Optional.empty(), delete.condition(), placeholders, parameters);
    return CodeBlock.builder()
        .add("$T.builder()\n.tableName($L)", Sdk.DELETE_ITEM_REQUEST, table)
        .add("\n.key($T.key($N))", types.item(), subject)
        .add(conditional(condition, placeholders))
        .add("\n.returnValues($T.ALL_OLD)", Sdk.RETURN_VALUE)
        .add("\n.build()")
        .build();
  }

  /** {@code UpdateItemRequest.builder()….build()}. */
  CodeBlock update(WriteAction.Update update, CodeBlock table, List<ParameterSpec> parameters) {
    ParameterSpec subject = parameters.get(0);
    if (!update.indexKeys().undecided().isEmpty()) {
      return CodeBlock.of(
          "$L\n? $>$>$L$<$<\n: $>$>$L$<$<",
          isWritten(update, subject),
          update(update.decided(true), table, parameters),
          update(update.decided(false), table, parameters));
    }
    Placeholders placeholders = new Placeholders(context.support());
    String expression = updateExpression(update, placeholders, subject);
    Optional<String> condition =
        condition(
            Optional.of("attribute_exists(" + partitionKey(placeholders) + ")"),
            update.condition(),
            placeholders,
            parameters);
    return CodeBlock.builder()
        .add("$T.builder()\n.tableName($L)", Sdk.UPDATE_ITEM_REQUEST, table)
        .add("\n.key($T.key($N))", types.item(), subject)
        .add("\n.updateExpression($L)", Literals.wrapped(expression))
        .add(conditional(condition, placeholders))
        .add("\n.returnValues($T.ALL_NEW)", Sdk.RETURN_VALUE)
        .add("\n.build()")
        .build();
  }

  /** Whether the first of the undecided index keys is written: the parameters tell. */
  private CodeBlock isWritten(WriteAction.Update update, ParameterSpec subject) {
    Facts facts = update.indexKeys().facts();
    AttributeValues values =
        new AttributeValues(knownBy(update, subject), attribute -> CodeBlock.of("true"));
    return IndexKeyCode.test(
        update.indexKeys().undecided().get(0),
        facts,
        values,
        new ConditionCode(facts, values, context.support()));
  }

  /** {@code ConditionCheck.builder()….build()}. */
  CodeBlock check(WriteAction.Check check, CodeBlock table, List<ParameterSpec> parameters) {
    ParameterSpec subject = parameters.get(0);
    Placeholders placeholders = new Placeholders(context.support());
    Optional<String> condition =
        condition(
            Optional.of("attribute_exists(" + partitionKey(placeholders) + ")"),
            check.condition(),
            placeholders,
            parameters);
    return CodeBlock.builder()
        .add("$T.builder()\n.tableName($L)", Sdk.CONDITION_CHECK, table)
        .add("\n.key($T.key($N))", types.item(), subject)
        .add(conditional(condition, placeholders))
        .add("\n.build()")
        .build();
  }

  /** {@code current.toBuilder().lastMessageAt(at).preview(preview).build()}. */
  CodeBlock moved(WriteAction.Move move, ParameterSpec subject) {
    CodeBlock.Builder builder = CodeBlock.builder().add("$N.toBuilder()", subject);
    for (Assignment assignment : move.assignments()) {
      builder.add(".$L($L)", JavaNames.component(assignment.attribute().name()), value(assignment));
    }
    for (Attribute removed : move.removed()) {
      builder.add(".$L()", JavaNames.remover(removed.name()));
    }
    return builder.add(".build()").build();
  }

  /** {@code AsRead.of(ConversationItem.write(current), List.of("pk", "message", "with"))}. */
  CodeBlock asRead(WriteAction.Move move, List<ParameterSpec> parameters) {
    List<Attribute> key = entity.key().attributes();
    List<CodeBlock> names = new ArrayList<>();
    // Also the key: it makes a condition even of an entity without other attributes.
    names.add(CodeBlock.of("$S", entity.key().partition().get(0).key().name()));
    entity.attributes().stream()
        .filter(attribute -> !key.contains(attribute))
        .forEach(attribute -> names.add(CodeBlock.of("$S", attribute.storedName())));
    CodeBlock asRead =
        CodeBlock.of(
            "$T.of($T.write($N),$W$T.of($L))",
            context.support().asRead(),
            types.item(),
            parameters.get(0),
            List.class,
            names.stream().collect(CodeBlock.joining(",$W")));
    if (move.condition().isEmpty()) {
      return asRead;
    }
    Placeholders placeholders = new Placeholders(context.support());
    String condition = expression(placeholders, parameters).of(move.condition().get());
    return CodeBlock.of(
        "$L\n.and(\n$>$>$L,\n$L,\n$L)$<$<",
        asRead,
        placeholders.lines(condition),
        placeholders.names(),
        placeholders.values());
  }

  /** {@code .conditionExpression(asRead.expression())} and what belongs to it. */
  static CodeBlock conditionedBy(String asRead) {
    return CodeBlock.builder()
        .add("\n.conditionExpression($L.expression())", asRead)
        .add("\n.expressionAttributeNames($L.names())", asRead)
        .add("\n.expressionAttributeValues($L.values())", asRead)
        .add(returnOld())
        .build();
  }

  /** What a failed write says it demands, for messages. */
  static String demand(WriteAction action) {
    String condition = action.condition().isPresent() ? " and the condition of the pattern" : "";
    boolean mustNotExist = action instanceof WriteAction.Put put && put.mustNotExist();
    if (action instanceof WriteAction.Put || action instanceof WriteAction.Delete) {
      return mustNotExist
          ? "no item has the key" + condition
          : "the condition of the pattern holds";
    }
    return condition.isEmpty() ? "the item exists" : "the item exists, and the condition holds";
  }

  private String updateExpression(
      WriteAction.Update update, Placeholders placeholders, ParameterSpec subject) {
    List<String> sets = new ArrayList<>();
    for (Assignment assignment : update.assignments()) {
      Attribute attribute = assignment.attribute();
      CodeBlock value =
          entity.isStoredAsIndexKey(attribute)
              ? keys.writtenKey(attribute, assignment.value())
              : keys.written(attribute, assignment.value());
      String name = placeholders.name(attribute.storedName());
      sets.add(name + " = " + placeholders.value(attribute.name(), value));
    }
    List<String> removes = new ArrayList<>();
    update.removed().forEach(a -> removes.add(placeholders.name(a.storedName())));
    for (EntityKey.Part part : update.indexKeys().rewritten()) {
      String name = placeholders.name(part.key().name());
      String hint = JavaNames.fromAttributeName(part.key().name());
      CodeBlock value = functions.value(part, knownBy(update, subject));
      sets.add(name + " = " + placeholders.value(hint, value));
    }
    for (EntityKey.Part part : update.indexKeys().removed()) {
      removes.add(placeholders.name(part.key().name()));
    }
    String set = sets.isEmpty() ? "" : "SET " + String.join(", ", sets);
    String remove = removes.isEmpty() ? "" : "REMOVE " + String.join(", ", removes);
    return (set + " " + remove).strip();
  }

  /** An attribute's value after the update: assigned, demanded, or of the key. */
  private Function<Attribute, CodeBlock> knownBy(WriteAction.Update update, ParameterSpec subject) {
    return attribute ->
        update
            .valueOf(attribute)
            .map(operand -> keys.operand(attribute, operand))
            .orElseGet(
                () -> CodeBlock.of("$N.$L()", subject, JavaNames.component(attribute.name())));
  }

  private CodeBlock value(Assignment assignment) {
    Operand operand = assignment.value();
    return keys.operand(assignment.attribute(), operand);
  }

  private Optional<String> condition(
      Optional<String> existence,
      Optional<Condition> condition,
      Placeholders placeholders,
      List<ParameterSpec> parameters) {
    ConditionExpression expression = expression(placeholders, parameters);
    if (condition.isEmpty()) {
      return existence;
    }
    String stated = expression.of(condition.get());
    boolean isSimple = condition.get() instanceof Condition.Term;
    return existence.isEmpty()
        ? Optional.of(stated)
        : Optional.of(existence.get() + " AND " + (isSimple ? stated : "(" + stated + ")"));
  }

  private ConditionExpression expression(
      Placeholders placeholders, List<ParameterSpec> parameters) {
    return new ConditionExpression("if", keys, placeholders, new LocalNames(parameters));
  }

  private String partitionKey(Placeholders placeholders) {
    return placeholders.name(entity.key().partition().get(0).key().name());
  }

  private static CodeBlock conditional(Optional<String> condition, Placeholders placeholders) {
    CodeBlock.Builder calls = CodeBlock.builder();
    condition.ifPresent(
        text -> calls.add("\n.conditionExpression($L)", placeholders.expression(text)));
    calls.add(placeholders.calls());
    return condition.isPresent() ? calls.add(returnOld()).build() : calls.build();
  }

  static CodeBlock returnOld() {
    ClassName returned = Sdk.RETURN_ON_FAILURE;
    return CodeBlock.of("\n.returnValuesOnConditionCheckFailure($T.ALL_OLD)", returned);
  }
}
