package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Facts;
import dev.keyplan.model.Operand;
import dev.keyplan.model.Trait;
import dev.keyplan.model.Write.Assignment;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.WriteAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The requests of updates that patterns state, as expressions. */
final class UpdateRequests {
  private final JavaContext context;
  private final Entity entity;
  private final KeyFunctions functions;
  private final KeyExpressions keys;
  private final WriteConditions conditions;

  UpdateRequests(
      JavaContext context, Entity entity, KeyExpressions keys, WriteConditions conditions) {
    this.context = context;
    this.entity = entity;
    this.functions = context.keyFunctions(entity);
    this.keys = keys;
    this.conditions = conditions;
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
        new ChangeExpressions(entity, context.support(), keys.in(parameters), placeholders);
    String expression = updateExpression(update, changes, placeholders, parameters);
    List<String> demands = new ArrayList<>();
    conditions
        .asReadWithEnd(placeholders, subject)
        .or(() -> conditions.exists(placeholders))
        .ifPresent(demands::add);
    demands.addAll(changes.demands());
    Optional<String> condition =
        conditions.condition(
            Optional.of(String.join(" AND ", demands)),
            update.condition(),
            placeholders,
            parameters);
    return CodeBlock.builder()
        .add("$T.builder()\n.tableName($L)", Sdk.UPDATE_ITEM_REQUEST, table)
        .add("\n.key($L)", conditions.keyOf(update, subject))
        .add("\n.updateExpression($L)", Literals.wrapped(expression))
        .add(WriteConditions.conditional(condition, placeholders))
        .add(WriteConditions.returned(update.returned()))
        .add("\n.build()")
        .build();
  }

  /** Whether the first of the undecided index keys is written: the parameters tell. */
  private CodeBlock isWritten(WriteAction.Update update, List<ParameterSpec> parameters) {
    Facts facts = update.indexKeys().facts();
    AttributeValues values =
        new AttributeValues(
            knownBy(update, parameters),
            attribute -> checked(update, attribute, parameters),
            attribute -> CodeBlock.of("true"));
    return IndexKeyCode.test(
        update.indexKeys().undecided().get(0),
        facts,
        values,
        new ConditionCode(facts, values, context.support()));
  }

  /** {@code Check.present("at", at)}, of what the caller gives. */
  private CodeBlock checked(
      WriteAction.Update update, Attribute attribute, List<ParameterSpec> parameters) {
    CodeBlock value = knownBy(update, parameters).apply(attribute);
    boolean isPrimitive = context.mapping().type(attribute.type()).isPrimitive();
    return update
        .valueOf(attribute)
        .filter(operand -> !isPrimitive && operand instanceof Operand.OfParameter)
        .map(operand -> ((Operand.OfParameter) operand).parameter().name())
        .map(name -> CodeBlock.of("$T.present($S, $L)", context.support().check(), name, value))
        .orElse(value);
  }

  private String updateExpression(
      WriteAction.Update update,
      ChangeExpressions changes,
      Placeholders placeholders,
      List<ParameterSpec> parameters) {
    KeyExpressions keys = this.keys.in(parameters);
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
          .map(operand -> known(attribute, operand, keys.in(parameters)))
          .orElseGet(
              () ->
                  CodeBlock.of(
                      "$N.$L()", parameters.get(0), JavaNames.component(attribute.name())));
    };
  }

  /** What only a key is made of has its limits checked here: nothing else is written of it. */
  private CodeBlock known(Attribute attribute, Operand operand, KeyExpressions keys) {
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
}
