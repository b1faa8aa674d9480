package dev.keyplan.check.rules;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Change;
import dev.keyplan.model.Pattern;
import dev.keyplan.model.Write.Assignment;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.WriteAction;
import java.util.List;
import java.util.stream.Stream;

/** A write with the pattern it belongs to, alone or as a member of a transaction. */
record PlannedWrite(Pattern pattern, WriteAction action) {

  /** All writes of all plans, in order. */
  static List<PlannedWrite> of(List<Plan> plans) {
    return plans.stream().flatMap(PlannedWrite::of).toList();
  }

  private static Stream<PlannedWrite> of(Plan plan) {
    if (plan instanceof Plan.Write write) {
      return Stream.of(new PlannedWrite(write.pattern(), write.action()));
    }
    if (plan instanceof Plan.Transaction transaction) {
      return transaction.members().stream()
          .map(member -> new PlannedWrite(transaction.pattern(), member.action()));
    }
    return Stream.empty();
  }

  /** What an update or a move sets. */
  List<Assignment> assignments() {
    if (action instanceof WriteAction.Update update) {
      return update.assignments();
    }
    return action instanceof WriteAction.Move move ? move.assignments() : List.of();
  }

  /** What else an update changes. */
  List<Change> changes() {
    return action instanceof WriteAction.Update update ? update.changes() : List.of();
  }

  /** What an update or a move sets, takes away or changes otherwise. */
  List<Attribute> changed() {
    return Stream.of(
            assignments().stream().map(Assignment::attribute),
            removed().stream(),
            changes().stream().map(change -> change.path().attribute()))
        .flatMap(attributes -> attributes)
        .toList();
  }

  /** What an update or a move takes away. */
  List<Attribute> removed() {
    if (action instanceof WriteAction.Update update) {
      return update.removed();
    }
    return action instanceof WriteAction.Move move ? move.removed() : List.of();
  }
}
