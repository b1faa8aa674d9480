package dev.keyplan.check;

import java.util.List;

/** All rules, in the order in which they are documented. */
public final class Rules {
  /** The rules that run on the model. */
  public static final List<ModelRule> MODEL = List.of();

  /** The rules that run on the plans. */
  public static final List<PlanRule> PLAN = List.of();

  private Rules() {}
}
