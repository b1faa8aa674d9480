package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Change;
import dev.keyplan.model.Model;
import dev.keyplan.model.NumberBounds;
import dev.keyplan.model.Operand;
import dev.keyplan.model.Value;
import dev.keyplan.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What DynamoDB calculates has to be a value of the attribute's type. With a number of the caller
 * the update demands it. A condition cannot calculate, so that of two attributes every result has
 * to be in the range; with a constant at least one.
 */
public final class ResultOutOfRange implements PlanRule {
  public static final String ID = "RESULT_OUT_OF_RANGE";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    List<Diagnostic> found = new ArrayList<>();
    for (PlannedWrite write : PlannedWrite.of(plans)) {
      for (Change change : write.changes()) {
        if (change instanceof Change.Calculate calculate) {
          check(calculate).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static Optional<Diagnostic> check(Change.Calculate change) {
    Optional<NumberBounds> left = bounds(change.left());
    Optional<NumberBounds> right = bounds(change.right());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    NumberBounds result =
        change.isMinus() ? left.get().minus(right.get()) : left.get().plus(right.get());
    NumberBounds allowed = NumberBounds.of(change.path().target().type()).orElseThrow();
    boolean areAttributes =
        change.left() instanceof Operand.OfAttribute
            && change.right() instanceof Operand.OfAttribute;
    if (areAttributes ? allowed.contain(result) : allowed.meet(result)) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.error(
                ID,
                change.span(),
                "the result is from %s to %s, and `%s` is a `%s`"
                    .formatted(
                        result.minimum().toPlainString(),
                        result.maximum().toPlainString(),
                        change.path().text(),
                        change.path().target().type().text()))
            .withRelated(change.path().target().span(), "declared here")
            .withHint(
                areAttributes
                    ? "give one of the two as a parameter, and the update demands that the result"
                        + " is in range; or declare narrower ranges"
                    : "widen the range"));
  }

  /** What a number can be; empty if its caller knows. */
  private static Optional<NumberBounds> bounds(Operand operand) {
    if (operand instanceof Operand.OfAttribute of) {
      return NumberBounds.of(of.path().target().type());
    }
    return operand instanceof Operand.OfConstant of && of.value() instanceof Value.NumberValue value
        ? Optional.of(new NumberBounds(value.number(), value.number()))
        : Optional.empty();
  }
}
