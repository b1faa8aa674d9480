package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Operand;
import dev.keyplan.model.Returned;
import dev.keyplan.model.Write.Assignment;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.WriteAction;
import java.util.List;
import java.util.Optional;

/** The requests of single writes on items of one entity, as expressions. */
final class WriteRequests {
  private final JavaContext context;
  private final Entity entity;
  private final EntityTypes types;
  private final KeyExpressions keys;
  private final WriteConditions conditions;
  private final Stamps stamps;

  WriteRequests(JavaContext context, Entity entity) {
    this.context = context;
    this.entity = entity;
    this.types = JavaContext.types(entity);
    this.keys = new KeyExpressions(context.keyFunctions(entity), context.mapping());
    this.conditions = new WriteConditions(context, entity, keys);
    this.stamps = new Stamps(entity, context.mapping());
  }

  WriteConditions conditions() {
    return conditions;
  }

  UpdateRequests updates() {
    return new UpdateRequests(context, entity, keys, conditions);
  }

  AsReadRequests asRead() {
    return new AsReadRequests(context, entity, conditions);
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
            ? conditions.notExists(placeholders)
            : conditions.asRead(placeholders, subject);
    Optional<String> condition =
        conditions.condition(demand, put.condition(), placeholders, parameters);
    return CodeBlock.builder()
        .add("$T.builder()\n.tableName($L)", Sdk.PUT_ITEM_REQUEST, table)
        .add("\n.item($T.write($N.checked()$L))", types.codec(), subject, written)
        .add(WriteConditions.conditional(condition, placeholders))
        .add(
            put.returned() == Returned.OLD
                ? WriteConditions.returned(Returned.OLD)
                : CodeBlock.of(""))
        .add("\n.build()")
        .build();
  }

  /** {@code DeleteItemRequest.builder()….build()}. */
  CodeBlock delete(WriteAction.Delete delete, CodeBlock table, List<ParameterSpec> parameters) {
    ParameterSpec subject = parameters.get(0);
    Placeholders placeholders = new Placeholders(context.support());
    Optional<String> demand = conditions.asReadWithEnd(placeholders, subject);
    Optional<String> condition =
        conditions.condition(demand, delete.condition(), placeholders, parameters);
    CodeBlock.Builder request =
        CodeBlock.builder()
            .add("$T.builder()\n.tableName($L)", Sdk.DELETE_ITEM_REQUEST, table)
            .add("\n.key($L)", conditions.keyOf(delete, subject))
            .add(WriteConditions.conditional(condition, placeholders));
    if (!delete.isAsRead()) {
      request.add(WriteConditions.returned(delete.returned()));
    }
    return request.add("\n.build()").build();
  }

  /** {@code ConditionCheck.builder()….build()}. */
  CodeBlock check(WriteAction.Check check, CodeBlock table, List<ParameterSpec> parameters) {
    ParameterSpec subject = parameters.get(0);
    Placeholders placeholders = new Placeholders(context.support());
    Optional<String> condition =
        conditions.condition(
            conditions.exists(placeholders), check.condition(), placeholders, parameters);
    return CodeBlock.builder()
        .add("$T.builder()\n.tableName($L)", Sdk.CONDITION_CHECK, table)
        .add("\n.key($T.key($N))", types.codec(), subject)
        .add(WriteConditions.conditional(condition, placeholders))
        .add("\n.build()")
        .build();
  }

  /** {@code current.toBuilder().lastMessageAt(at).preview(preview).build()}. */
  CodeBlock changed(WriteAction action, List<ParameterSpec> parameters) {
    ParameterSpec subject = parameters.get(0);
    CodeBlock.Builder builder = CodeBlock.builder().add("$N.toBuilder()", subject);
    for (Assignment assignment : action.assignments()) {
      builder.add(
          ".$L($L)",
          JavaNames.component(assignment.attribute().name()),
          value(assignment, parameters));
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

  private CodeBlock value(Assignment assignment, List<ParameterSpec> parameters) {
    Operand operand = assignment.value();
    return keys.in(parameters).operand(assignment.attribute(), operand);
  }
}
