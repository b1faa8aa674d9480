package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Model;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.WriteAction;
import java.util.ArrayList;
import java.util.List;

/**
 * A transaction has at most 100 actions; a move counts as two. Source: Amazon DynamoDB API
 * Reference, TransactWriteItems and TransactGetItems.
 */
public final class TransactionTooLarge implements PlanRule {
  public static final String ID = "TRANSACTION_TOO_LARGE";

  private static final int MOST_ACTIONS = 100;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    List<Diagnostic> found = new ArrayList<>();
    for (Plan plan : plans) {
      int actions = actions(plan);
      if (actions > MOST_ACTIONS) {
        found.add(
            Diagnostic.error(
                ID,
                plan.pattern().span(),
                "the transaction `%s` has %d actions, more than the %d that DynamoDB takes"
                    .formatted(plan.pattern().name().name(), actions, MOST_ACTIONS)));
      }
    }
    return found;
  }

  private static int actions(Plan plan) {
    if (plan instanceof Plan.TransactionGet get) {
      return get.pattern().members().size();
    }
    return plan instanceof Plan.Transaction transaction
        ? transaction.members().stream()
            .mapToInt(member -> member.action() instanceof WriteAction.Move ? 2 : 1)
            .sum()
        : 0;
  }
}
