package dev.keyplan.emit.java;

import dev.keyplan.model.Condition;
import dev.keyplan.model.Operand;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.WriteAction;
import java.util.Optional;
import java.util.stream.Stream;

/** Which plans ask for the time of the call: {@code now} in the model. */
final class TimeOfCall {
  private TimeOfCall() {}

  static boolean isIn(Plan plan) {
    if (plan instanceof Plan.Query query) {
      return query.condition().isOfNow() || isIn(operands(query.filter()));
    }
    return plan instanceof Plan.Scan scan && isIn(operands(scan.filter()));
  }

  static boolean isIn(WriteAction action) {
    Stream<Operand> changed =
        action instanceof WriteAction.Update update
            ? update.changes().stream().flatMap(change -> change.operands().stream())
            : Stream.empty();
    Stream<Operand> assigned = action.assignments().stream().map(assignment -> assignment.value());
    return isIn(Stream.of(changed, assigned, operands(action.condition())).flatMap(all -> all));
  }

  private static Stream<Operand> operands(Optional<Condition> condition) {
    return condition.stream()
        .flatMap(c -> c.terms().stream())
        .flatMap(term -> term.operands().stream());
  }

  private static boolean isIn(Stream<Operand> operands) {
    return operands.anyMatch(Operand.OfNow.class::isInstance);
  }
}
