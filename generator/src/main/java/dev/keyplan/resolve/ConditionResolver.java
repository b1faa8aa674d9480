package dev.keyplan.resolve;

import dev.keyplan.model.Condition;
import dev.keyplan.resolve.ComparisonResolver.Compared;
import dev.keyplan.resolve.FunctionResolver.Sized;
import dev.keyplan.syntax.Condition.Between;
import dev.keyplan.syntax.Condition.Comparison;
import dev.keyplan.syntax.Condition.Infix;
import dev.keyplan.syntax.Operand.CallOperand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves what {@code if} demands of the stored item, and what {@code filter} lets through. */
final class ConditionResolver {
  private final ComparisonResolver comparisons;
  private final FunctionResolver functions;
  private final EntityTest entities;

  ConditionResolver(AttributeScope attributes, Parameters parameters, Reporter reporter) {
    this(attributes, parameters, new EntityTest(List.of(), attributes, reporter), reporter);
  }

  /** Of a read, whose filter may name its entities. */
  static ConditionResolver ofRead(ReadSubject subject, Parameters parameters, Reporter reporter) {
    EntityTest entities =
        new EntityTest(
            subject.isSeveral() ? subject.entities() : List.of(), subject.ofItems(), reporter);
    return new ConditionResolver(subject.ofItems(), parameters, entities, reporter);
  }

  private ConditionResolver(
      AttributeScope attributes, Parameters parameters, EntityTest entities, Reporter reporter) {
    this.entities = entities;
    this.comparisons = ComparisonResolver.ofCondition(attributes, parameters, reporter);
    this.functions = new FunctionResolver(attributes, parameters, reporter);
  }

  /** The condition; empty if any part of it was not understood. */
  Optional<Condition> resolve(dev.keyplan.syntax.Condition condition) {
    if (condition instanceof dev.keyplan.syntax.Condition.All all) {
      return all(all.conditions()).map(Condition.All::new);
    }
    if (condition instanceof dev.keyplan.syntax.Condition.Any any) {
      return all(any.conditions()).map(Condition.Any::new);
    }
    if (condition instanceof dev.keyplan.syntax.Condition.Not not) {
      return resolve(not.condition()).map(Condition.Not::new);
    }
    if (condition instanceof dev.keyplan.syntax.Condition.Bare bare && entities.isNamedBy(bare)) {
      return entities.resolve(bare);
    }
    if (condition instanceof dev.keyplan.syntax.Condition.Call call) {
      return functions.exists(call);
    }
    if (condition instanceof Infix infix && infix.function().text().equals("contains")) {
      return functions.contains(infix);
    }
    if (condition instanceof Infix infix && infix.function().text().equals("in")) {
      return functions.in(infix);
    }
    if (condition instanceof dev.keyplan.syntax.Condition.OneOf oneOf) {
      return functions.in(oneOf);
    }
    if (condition instanceof Comparison comparison
        && comparison.left() instanceof CallOperand call) {
      return functions
          .size(call)
          .flatMap(
              sized -> size(sized, comparisons.resolve(sized.path(), sized.size(), comparison)));
    }
    if (condition instanceof Between between && between.operand() instanceof CallOperand call) {
      return functions
          .size(call)
          .flatMap(sized -> size(sized, comparisons.resolve(sized.path(), sized.size(), between)));
    }
    return compared(condition)
        .map(c -> new Condition.Compares(c.path(), c.comparator(), c.operands(), c.span()));
  }

  private static Optional<Condition> size(Sized sized, Optional<Compared> compared) {
    return compared.map(
        c ->
            new Condition.Size(sized.path(), sized.size(), c.comparator(), c.operands(), c.span()));
  }

  private Optional<List<Condition>> all(List<dev.keyplan.syntax.Condition> conditions) {
    List<Condition> resolved = new ArrayList<>();
    conditions.forEach(condition -> resolve(condition).ifPresent(resolved::add));
    return resolved.size() == conditions.size() ? Optional.of(resolved) : Optional.empty();
  }

  private Optional<Compared> compared(dev.keyplan.syntax.Condition condition) {
    if (condition instanceof Comparison comparison) {
      return comparisons.resolve(comparison);
    }
    if (condition instanceof Between between) {
      return comparisons.resolve(between);
    }
    if (condition instanceof Infix infix) {
      return comparisons.resolve(infix);
    }
    return comparisons.resolve((dev.keyplan.syntax.Condition.Bare) condition);
  }
}
