package dev.keyplan.check;

import dev.keyplan.check.rules.ConsistentReadOnGlobalIndex;
import dev.keyplan.check.rules.GetMayFindSeveral;
import dev.keyplan.check.rules.IndexKeyHalfKnown;
import dev.keyplan.check.rules.IndexLacksAttributes;
import dev.keyplan.check.rules.MoveKeepsKey;
import dev.keyplan.check.rules.OrderNotBySortKey;
import dev.keyplan.check.rules.PatternNotServable;
import dev.keyplan.check.rules.PatternReadsOtherEntities;
import dev.keyplan.check.rules.TransactionTooLarge;
import java.util.List;

/** All rules, in the order in which they are documented. */
public final class Rules {
  /** The rules that run on the model. */
  public static final List<ModelRule> MODEL = List.of();

  /** The rules that run on the plans. */
  public static final List<PlanRule> PLAN =
      List.of(
          new PatternNotServable(),
          new OrderNotBySortKey(),
          new ConsistentReadOnGlobalIndex(),
          new PatternReadsOtherEntities(),
          new IndexLacksAttributes(),
          new GetMayFindSeveral(),
          new MoveKeepsKey(),
          new IndexKeyHalfKnown(),
          new TransactionTooLarge());

  private Rules() {}
}
