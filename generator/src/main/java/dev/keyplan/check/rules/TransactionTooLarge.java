package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.cost.EntitySize;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Limits;
import dev.keyplan.model.Model;
import dev.keyplan.model.ReadTransactionPattern;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.WriteAction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A transaction has at most 100 actions; a move counts as two, and each guard item that comes or
 * goes as one. Its items have at most 4 MB together, of which counted is the least that the model
 * allows. Source: Amazon DynamoDB API Reference, TransactWriteItems and TransactGetItems.
 */
public final class TransactionTooLarge implements PlanRule {
  public static final String ID = "TRANSACTION_TOO_LARGE";

  @Override
  public String id() {
    return ID;
  }

  private static int actions(WriteAction action) {
    int own = action instanceof WriteAction.Move ? 2 : 1;
    int uniques = action.isGuarded() ? action.entity().uniques().size() : 0;
    boolean isOneValue = action instanceof WriteAction.Put || action instanceof WriteAction.Delete;
    return own + (isOneValue ? uniques : 2 * uniques);
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    List<Diagnostic> found = new ArrayList<>();
    for (Plan plan : plans) {
      int actions = actions(plan);
      if (actions > Limits.ACTIONS_OF_A_TRANSACTION) {
        found.add(
            Diagnostic.error(
                ID,
                plan.pattern().span(),
                "the transaction `%s` has %d actions, more than the %d that DynamoDB takes"
                    .formatted(
                        plan.pattern().name().name(), actions, Limits.ACTIONS_OF_A_TRANSACTION)));
      }
      // An item that is too large alone is reported where it is declared.
      long bytes =
          entities(plan)
              .mapToLong(entity -> EntitySize.of(entity).minimum())
              .map(minimum -> Math.min(minimum, Limits.BYTES_OF_AN_ITEM))
              .sum();
      if (bytes > Limits.BYTES_OF_A_TRANSACTION) {
        found.add(
            Diagnostic.error(
                    ID,
                    plan.pattern().span(),
                    "the items of the transaction `%s` have %s at least, and DynamoDB takes %s"
                        .formatted(
                            plan.pattern().name().name(),
                            Numbers.bytes(bytes),
                            Numbers.bytes(Limits.BYTES_OF_A_TRANSACTION)))
                .withHint("fewer members; or an object in S3 for what is large"));
      }
    }
    return found;
  }

  /** What is read as a whole, or sent as a whole. */
  private static Stream<Entity> entities(Plan plan) {
    if (plan instanceof Plan.TransactionGet get) {
      return get.pattern().members().stream().map(ReadTransactionPattern.Member::entity);
    }
    return plan instanceof Plan.Transaction transaction
        ? transaction.members().stream()
            .map(Plan.Member::action)
            .filter(a -> a instanceof WriteAction.Put || a instanceof WriteAction.Move)
            .map(WriteAction::entity)
        : Stream.empty();
  }

  private static int actions(Plan plan) {
    if (plan instanceof Plan.TransactionGet get) {
      return get.pattern().members().size();
    }
    return plan instanceof Plan.Transaction transaction
        ? transaction.members().stream().mapToInt(member -> actions(member.action())).sum()
        : 0;
  }
}
