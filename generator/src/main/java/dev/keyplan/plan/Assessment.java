package dev.keyplan.plan;

import dev.keyplan.plan.Plan.Rejection;
import java.util.Optional;

/** What came of trying to serve a read on one access path: a plan or a rejection, never both. */
public record Assessment(AccessPath path, Optional<Plan> plan, Optional<Rejection> rejection) {
  static Assessment served(AccessPath path, Plan plan) {
    return new Assessment(path, Optional.of(plan), Optional.empty());
  }

  static Assessment rejected(Rejection rejection) {
    return new Assessment(rejection.path(), Optional.empty(), Optional.of(rejection));
  }
}
