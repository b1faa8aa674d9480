package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.keyplan.model.Parameter;
import dev.keyplan.model.Pattern;
import dev.keyplan.model.ReadTransactionPattern;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.WriteAction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The parameters of generated methods. */
final class Signatures {
  private final TypeMapping mapping;

  Signatures(TypeMapping mapping) {
    this.mapping = mapping;
  }

  /** Those of a pattern: entities and keys that it writes first, then its values. */
  List<ParameterSpec> of(Plan plan) {
    List<ParameterSpec> values = values(plan.pattern().parameters());
    List<ParameterSpec> parameters = new ArrayList<>();
    if (plan instanceof Plan.BatchGetItem batch && batch.isGivenKeys()) {
      parameters.add(keys(batch, "keys"));
    } else if (plan instanceof Plan.TransactionGet get) {
      for (ReadTransactionPattern.Member member : get.pattern().members()) {
        if (!member.key().isEmpty()) {
          continue;
        }
        TypeName key = JavaContext.types(member.entity()).key();
        parameters.add(ParameterSpec.builder(key, JavaNames.variable(member.name())).build());
      }
    } else if (plan instanceof Plan.Write write) {
      if (write.pattern().write().key().isEmpty()) {
        parameters.add(subject(write.action(), values));
      }
    } else if (plan instanceof Plan.Transaction transaction) {
      Set<String> derived = transaction.derivedKeys().keySet();
      transaction.members().stream()
          .filter(member -> !derived.contains(member.name()) && member.key().isEmpty())
          .forEach(member -> parameters.add(subject(member)));
    }
    parameters.addAll(values);
    return parameters;
  }

  /** {@code Collection<Order.Key> keys}. */
  static ParameterSpec keys(Plan.BatchGetItem plan, String name) {
    TypeName key = JavaContext.types(plan.entity()).key();
    return ParameterSpec.builder(
            ParameterizedTypeName.get(ClassName.get(Collection.class), key), name)
        .build();
  }

  /** Those of one member of a transaction: what it writes, and the values that it needs. */
  List<ParameterSpec> of(Plan.Member member, Pattern pattern) {
    Set<String> needed = new TreeSet<>();
    member.action().assignments().forEach(a -> add(a.value().parameters(), needed));
    if (member.action() instanceof WriteAction.Update update) {
      update.changes().forEach(change -> add(change.parameters(), needed));
    }
    member
        .action()
        .condition()
        .ifPresent(condition -> condition.terms().forEach(t -> add(t.parameters(), needed)));
    List<ParameterSpec> parameters = new ArrayList<>(List.of(subject(member)));
    parameters.addAll(
        values(
            pattern.parameters().stream()
                .filter(parameter -> needed.contains(parameter.name()))
                .toList()));
    return parameters;
  }

  /** {@code groupId, since}. */
  static CodeBlock arguments(List<ParameterSpec> parameters) {
    return parameters.stream()
        .map(parameter -> CodeBlock.of("$N", parameter))
        .collect(CodeBlock.joining(", "));
  }

  private List<ParameterSpec> values(List<Parameter> parameters) {
    return parameters.stream()
        .map(
            parameter ->
                ParameterSpec.builder(type(parameter), JavaNames.variable(parameter.name()))
                    .build())
        .toList();
  }

  private TypeName type(Parameter parameter) {
    TypeName type = mapping.type(parameter.type());
    return parameter.isList()
        ? ParameterizedTypeName.get(ClassName.get(Collection.class), type.box())
        : type;
  }

  /** What a write without values is about. */
  static ParameterSpec alone(WriteAction action) {
    return subject(action, List.of());
  }

  /** What a write is about, beside these values. */
  static ParameterSpec subject(WriteAction action, List<ParameterSpec> values) {
    EntityTypes types = JavaContext.types(action.entity());
    String wanted =
        action instanceof WriteAction.Put
            ? types.variable()
            : takesEntity(action) ? "current" : "key";
    return ParameterSpec.builder(subjectType(action), new LocalNames(values).variable(wanted))
        .build();
  }

  private static ParameterSpec subject(Plan.Member member) {
    return ParameterSpec.builder(subjectType(member.action()), JavaNames.variable(member.name()))
        .build();
  }

  private static TypeName subjectType(WriteAction action) {
    EntityTypes types = JavaContext.types(action.entity());
    return takesEntity(action) ? types.entity() : types.key();
  }

  /** A put and a move take the entity, and so does what demands it as it was read. */
  static boolean takesEntity(WriteAction action) {
    return action instanceof WriteAction.Put || action.isAsRead();
  }

  private static void add(List<Parameter> parameters, Set<String> names) {
    parameters.forEach(parameter -> names.add(parameter.name()));
  }
}
