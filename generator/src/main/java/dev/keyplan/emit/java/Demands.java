package dev.keyplan.emit.java;

import dev.keyplan.plan.ChangeDemands;
import dev.keyplan.plan.WriteAction;

/** What a failed write says it demands, for messages. */
final class Demands {
  private Demands() {}

  static String of(WriteAction action) {
    String condition = action.condition().isPresent() ? " and the condition of the pattern" : "";
    boolean mustNotExist = action instanceof WriteAction.Put put && put.mustNotExist();
    if (action.isAsRead()) {
      return condition.isEmpty()
          ? "the item is as it was read"
          : "the item is as it was read, and the condition holds";
    }
    if (action instanceof WriteAction.Put || action instanceof WriteAction.Delete) {
      return mustNotExist
          ? "no item has the key" + condition
          : "the condition of the pattern holds";
    }
    if (action instanceof WriteAction.Update update && isDemanding(update)) {
      return condition.isEmpty()
          ? "the item exists and can be changed so"
          : "the item exists and can be changed so, and the condition holds";
    }
    return condition.isEmpty() ? "the item exists" : "the item exists, and the condition holds";
  }

  private static boolean isDemanding(WriteAction.Update update) {
    return !ChangeDemands.existing(update.changes()).isEmpty()
        || update.changes().stream()
            .anyMatch(
                c ->
                    ChangeDemands.limited(c).isPresent()
                        || ChangeDemands.notEmpty(update.entity(), c).isPresent());
  }
}
