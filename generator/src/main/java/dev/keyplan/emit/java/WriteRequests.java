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
import dev.keyplan.model.Returned;
import dev.keyplan.model.Trait;
import dev.keyplan.model.Write.Assignment;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.ChangeDemands;
import dev.keyplan.plan.WriteAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The requests of single writes on items of one entity, as expressions. */
final class WriteRequests {
  private final JavaContext context;
  private final Entity entity;
  private final EntityTypes types;
  private final KeyFunctions functions;
  private final KeyExpressions keys;
  private final Stamps stamps;

  WriteRequests(JavaContext context, Entity entity) {
    this.context = context;
    this.entity = entity;
    this.types = JavaContext.types(entity);
    this.functions = context.keyFunctions(entity);
    this.keys = new KeyExpressions(functions, context.mapping());
    this.stamps = new Stamps(entity, context.mapping());
  }

  /** {@code PutItemRequest.builder()….build()}. */
  CodeBlock put(WriteAction.Put put, CodeBlock table, List<ParameterSpec> parameters) {
    ParameterSpec subject = parameters.get(0);
    Placeholders placeholders = new Placeholders(context.support());
    String now = Stamps.timeOf(parameters);
    CodeBlock written =
        put.mustNotExist() ? stamps.created(now) : stamps.changed(now, subject.name());
    Optional<String> demand =
        put.mustNotExist()
            ? Optional.of("attribute_not_exists(" + partitionKey(placeholders) + ")")
            : asRead(placeholders, subject);
    Optional<String> condition = condition(demand, put.condition(), placeholders, parameters);
    return CodeBlock.builder()
        .add("$T.builder()\n.tableName($L)", Sdk.PUT_ITEM_REQUEST, table)
        .add("\n.item($T.write($N.checked()$L))", types.codec(), subject, written)
        .add(conditional(condition, placeholders))
        .add(put.returned() == Returned.OLD ? returned(Returned.OLD) : CodeBlock.of(""))
        .add("\n.build()")
        .build();
  }

  /** {@code DeleteItemRequest.builder()….build()}. */
  CodeBlock delete(WriteAction.Delete delete, CodeBlock table, List<ParameterSpec> parameters) {
    ParameterSpec subject = parameters.get(0);
    Placeholders placeholders = new Placeholders(context.support());
    Optional<String> demand = asRead(placeholders, subject);
    Optional<String> condition = condition(demand, delete.condition(), placeholders, parameters);
    CodeBlock.Builder request =
        CodeBlock.builder()
            .add("$T.builder()\n.tableName($L)", Sdk.DELETE_ITEM_REQUEST, table)
            .add("\n.key($L)", keyOf(delete, subject))
            .add(conditional(condition, placeholders));
    if (!delete.isAsRead()) {
      request.add(returned(delete.returned()));
    }
    return request.add("\n.build()").build();
  }

  /** {@code UpdateItemRequest.builder()….build()}. */
  CodeBlock update(WriteAction.Update update, CodeBlock table, List<ParameterSpec> parameters) {
    ParameterSpec subject = parameters.get(0);
    if (!update.indexKeys().undecided().isEmpty()) {
      return CodeBlock.of(
          "$L\n? $>$>$L$<$<\n: $>$>$L$<$<",
          isWritten(update, parameters),
          update(update.decided(true), table, parameters),
          update(update.decided(false), table, parameters));
    }
    Placeholders placeholders = new Placeholders(context.support());
    ChangeExpressions changes =
        new ChangeExpressions(entity, context.support(), keys, placeholders);
    String expression = updateExpression(update, changes, placeholders, parameters);
    List<String> demands = new ArrayList<>();
    asRead(placeholders, subject).or(() -> exists(placeholders)).ifPresent(demands::add);
    demands.addAll(changes.demands());
    Optional<String> condition =
        condition(
            Optional.of(String.join(" AND ", demands)),
            update.condition(),
            placeholders,
            parameters);
    return CodeBlock.builder()
        .add("$T.builder()\n.tableName($L)", Sdk.UPDATE_ITEM_REQUEST, table)
        .add("\n.key($L)", keyOf(update, subject))
        .add("\n.updateExpression($L)", Literals.wrapped(expression))
        .add(conditional(condition, placeholders))
        .add(returned(update.returned()))
        .add("\n.build()")
        .build();
  }

  /** Whether the first of the undecided index keys is written: the parameters tell. */
  private CodeBlock isWritten(WriteAction.Update update, List<ParameterSpec> parameters) {
    Facts facts = update.indexKeys().facts();
    AttributeValues values =
        new AttributeValues(knownBy(update, parameters), attribute -> CodeBlock.of("true"));
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
        condition(exists(placeholders), check.condition(), placeholders, parameters);
    return CodeBlock.builder()
        .add("$T.builder()\n.tableName($L)", Sdk.CONDITION_CHECK, table)
        .add("\n.key($T.key($N))", types.codec(), subject)
        .add(conditional(condition, placeholders))
        .add("\n.build()")
        .build();
  }

  /** {@code current.toBuilder().lastMessageAt(at).preview(preview).build()}. */
  CodeBlock changed(WriteAction action, List<ParameterSpec> parameters) {
    ParameterSpec subject = parameters.get(0);
    CodeBlock.Builder builder = CodeBlock.builder().add("$N.toBuilder()", subject);
    for (Assignment assignment : Signatures.assignments(action)) {
      builder.add(".$L($L)", JavaNames.component(assignment.attribute().name()), value(assignment));
    }
    for (Attribute removed : removed(action)) {
      builder.add(".$L()", JavaNames.remover(removed.name()));
    }
    CodeBlock written = stamps.changed(Stamps.timeOf(parameters), subject.name());
    return builder.add(stamps.isNeeded() ? ".build()\n$L" : ".build()$L", written).build();
  }

  private static List<Attribute> removed(WriteAction action) {
    if (action instanceof WriteAction.Move move) {
      return move.removed();
    }
    return action instanceof WriteAction.Update update ? update.removed() : List.of();
  }

  /** {@code new UpdateExpression("pk").change(…)….build()}: what makes one entity of another. */
  CodeBlock change(String current, String changed, CodeBlock table, CodeBlock condition) {
    CodeBlock names =
        namesAsRead(entity).stream()
            .map(name -> CodeBlock.of("$S", name))
            .collect(CodeBlock.joining(",$W"));
    return CodeBlock.builder()
        .add(
            "new $T($S)",
            context.support().updateExpression(),
            entity.key().partition().get(0).key().name())
        .add("\n.change($1T.write($2L), $1T.write($3L))", types.codec(), current, changed)
        .add("\n.demandAsRead($T.write($L), $T.of($L))", types.codec(), current, List.class, names)
        .add(condition)
        .add("\n.applyTo($T.builder())", Sdk.UPDATE_ITEM_REQUEST)
        .add("\n.tableName($L)", table)
        .add("\n.key($T.key($L.key()))", types.codec(), current)
        .build();
  }

  /** {@code AsRead.of(ConversationCodec.write(current), List.of("pk", "message", "with"))}. */
  CodeBlock asRead(WriteAction action, List<ParameterSpec> parameters) {
    CodeBlock names =
        namesAsRead(entity).stream()
            .map(name -> CodeBlock.of("$S", name))
            .collect(CodeBlock.joining(",$W"));
    CodeBlock asRead =
        CodeBlock.of(
            "$T.of($T.write($N),$W$T.of($L))",
            context.support().asRead(),
            types.codec(),
            parameters.get(0),
            List.class,
            names);
    return CodeBlock.of("$L$L", asRead, and(action, parameters));
  }

  /** {@code .and("status = :status", Map.of(), Map.of(…))}, if the pattern demands more. */
  CodeBlock and(WriteAction action, List<ParameterSpec> parameters) {
    if (action.condition().isEmpty()) {
      return CodeBlock.of("");
    }
    Placeholders placeholders = new Placeholders(context.support());
    String condition = expression(placeholders, parameters).of(action.condition().get());
    return CodeBlock.of(
        "\n.and(\n$>$>$L,\n$L,\n$L)$<$<",
        placeholders.lines(condition),
        placeholders.names(),
        placeholders.values());
  }

  /** What has to be as it was read for an item to be the same: its version, or all of it. */
  static List<String> namesAsRead(Entity entity) {
    if (entity.version().isPresent()) {
      return List.of(entity.version().get().storedName());
    }
    List<Attribute> key = entity.key().attributes();
    List<String> names = new ArrayList<>();
    // Also the key: it makes a condition even of an entity without other attributes.
    names.add(entity.key().partition().get(0).key().name());
    entity.attributes().stream()
        .filter(attribute -> !key.contains(attribute))
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
        .add(returnOld())
        .build();
  }

  /** {@code .conditionExpression("attribute_not_exists(pk)")} and what belongs to it. */
  CodeBlock ifNew() {
    Placeholders placeholders = new Placeholders(context.support());
    String condition = "attribute_not_exists(" + partitionKey(placeholders) + ")";
    return conditional(Optional.of(condition), placeholders);
  }

  /** What a failed write says it demands, for messages. */
  static String demand(WriteAction action) {
    String condition = action.condition().isPresent() ? " and the condition of the pattern" : "";
    boolean mustNotExist = action instanceof WriteAction.Put put && put.mustNotExist();
    if (action.isAsRead()) {
      return condition.isEmpty()
          ? "the item is as it was read"
          : "the item is as it was read, and the condition holds";
    }
    if (action instanceof WriteAction.Put || action instanceof WriteAction.Delete) {
      return mustNotExist
          ? "no item has the key" + condition
          : "the condition of the pattern holds";
    }
    if (action instanceof WriteAction.Update update && isDemanding(update)) {
      return condition.isEmpty()
          ? "the item exists and can be changed so"
          : "the item exists and can be changed so, and the condition holds";
    }
    return condition.isEmpty() ? "the item exists" : "the item exists, and the condition holds";
  }

  private static boolean isDemanding(WriteAction.Update update) {
    return !ChangeDemands.existing(update.changes()).isEmpty()
        || update.changes().stream().anyMatch(c -> ChangeDemands.limited(c).isPresent());
  }

  private String updateExpression(
      WriteAction.Update update,
      ChangeExpressions changes,
      Placeholders placeholders,
      List<ParameterSpec> parameters) {
    List<String> sets = new ArrayList<>();
    for (Assignment assignment : update.assignments()) {
      Attribute attribute = assignment.attribute();
      if (entity.keyPlace(attribute).isPresent()) {
        continue;
      }
      CodeBlock value =
          entity.isStoredAsIndexKey(attribute)
              ? keys.writtenKey(attribute, assignment.value())
              : keys.written(attribute, assignment.value());
      String name = placeholders.name(attribute.storedName());
      sets.add(name + " = " + placeholders.value(attribute.name(), value));
    }
    sets.addAll(stamped(placeholders, parameters));
    List<String> removes = new ArrayList<>();
    update.removed().stream()
        .filter(a -> entity.keyPlace(a).isEmpty())
        .forEach(a -> removes.add(placeholders.name(a.storedName())));
    for (EntityKey.Part part : update.indexKeys().rewritten()) {
      String name = placeholders.name(part.key().name());
      String hint = JavaNames.fromAttributeName(part.key().name());
      CodeBlock value = functions.value(part, knownBy(update, parameters));
      sets.add(name + " = " + placeholders.value(hint, value));
    }
    for (EntityKey.Part part : update.indexKeys().removed()) {
      removes.add(placeholders.name(part.key().name()));
    }
    changes.add(update.changes());
    sets.addAll(changes.sets());
    removes.addAll(changes.removes());
    return Stream.of(
            section("SET ", sets),
            section("REMOVE ", removes),
            section("ADD ", changes.adds()),
            section("DELETE ", changes.deletes()))
        .filter(section -> !section.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String section(String keyword, List<String> actions) {
    return actions.isEmpty() ? "" : keyword + String.join(", ", actions);
  }

  private static CodeBlock returned(Returned returned) {
    String constant =
        switch (returned) {
          case NONE -> "NONE";
          case OLD -> "ALL_OLD";
          case NEW -> "ALL_NEW";
        };
    return CodeBlock.of("\n.returnValues($T.$L)", Sdk.RETURN_VALUE, constant);
  }

  /** {@code updatedAt = :updatedAt} and {@code version = :version}. */
  private List<String> stamped(Placeholders placeholders, List<ParameterSpec> parameters) {
    List<String> sets = new ArrayList<>();
    for (Attribute attribute : entity.stored()) {
      if (attribute.isMaintained()) {
        CodeBlock value = context.mapping().write(attribute.type(), stamp(attribute, parameters));
        String name = placeholders.name(attribute.storedName());
        sets.add(name + " = " + placeholders.value(attribute.name(), value));
      }
    }
    return sets;
  }

  private CodeBlock stamp(Attribute attribute, List<ParameterSpec> parameters) {
    return attribute.has(Trait.VERSION)
        ? Stamps.next(attribute, parameters.get(0).name())
        : context.mapping().timed(attribute.type(), CodeBlock.of("$L", Stamps.timeOf(parameters)));
  }

  /** An attribute's value after the update: assigned, demanded, the time, or known of the item. */
  private Function<Attribute, CodeBlock> knownBy(
      WriteAction.Update update, List<ParameterSpec> parameters) {
    return attribute -> {
      if (attribute.isMaintained()) {
        return stamp(attribute, parameters);
      }
      return update
          .valueOf(attribute)
          .map(operand -> known(attribute, operand))
          .orElseGet(
              () ->
                  CodeBlock.of(
                      "$N.$L()", parameters.get(0), JavaNames.component(attribute.name())));
    };
  }

  /** What only a key is made of has its limits checked here: nothing else is written of it. */
  private CodeBlock known(Attribute attribute, Operand operand) {
    CodeBlock value = keys.operand(attribute, operand);
    boolean isUnchecked =
        operand instanceof Operand.OfParameter && entity.keyPlace(attribute).isPresent();
    return isUnchecked
        ? context
            .mapping()
            .check(attribute.type(), KeyExpressions.name(attribute, operand), value)
            .orElse(value)
        : value;
  }

  /** The key of what is written, which is given by it or as it was read. */
  private CodeBlock keyOf(WriteAction action, ParameterSpec subject) {
    return Signatures.takesEntity(action)
        ? CodeBlock.of("$T.key($N.key())", types.codec(), subject)
        : CodeBlock.of("$T.key($N)", types.codec(), subject);
  }

  private Optional<String> exists(Placeholders placeholders) {
    return Optional.of("attribute_exists(" + partitionKey(placeholders) + ")");
  }

  /** {@code version = :readVersion}, if the entity has one. */
  private Optional<String> asRead(Placeholders placeholders, ParameterSpec subject) {
    return entity
        .version()
        .map(
            version -> {
              String name = placeholders.name(version.storedName());
              CodeBlock read =
                  CodeBlock.of("$N.$L()", subject, JavaNames.component(version.name()));
              CodeBlock value = context.mapping().write(version.type(), read);
              String hint = "read" + JavaNames.capitalised(version.name());
              return name + " = " + placeholders.value(hint, value);
            });
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
