package dev.keyplan.plan;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Change;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Unique;
import dev.keyplan.model.Write.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what a write does: {@code deletes the item if status = OPEN}. */
final class WriteText {
  private WriteText() {}

  /** The operation that a write is when it stands alone. */
  static String operation(WriteAction action) {
    if (action.isGuarded()) {
      return "TransactWriteItems";
    }
    if (action instanceof WriteAction.Put) {
      return "PutItem";
    }
    if (action instanceof WriteAction.Update) {
      return "UpdateItem";
    }
    return action instanceof WriteAction.Delete ? "DeleteItem" : "TransactWriteItems";
  }

  /** What a write does, and what it demands. */
  static String of(WriteAction action) {
    List<String> demands = demands(action);
    boolean isOneOfSeveral = !demands.isEmpty();
    action
        .condition()
        .map(c -> isOneOfSeveral ? ConditionText.beside(c) : ConditionText.of(c))
        .ifPresent(demands::add);
    return effect(action)
        + (action.isGuarded() ? ", with the guards of " + guards(action.entity()) : "")
        + (demands.isEmpty() ? "" : " if " + String.join(" and ", demands));
  }

  private static String effect(WriteAction action) {
    if (action instanceof WriteAction.Put) {
      return "puts the item";
    }
    if (action instanceof WriteAction.Update update) {
      return "changes " + changes(update.assignments(), update.removed(), update.changes());
    }
    if (action instanceof WriteAction.Move move) {
      return "deletes the item and puts it anew with another "
          + changes(move.assignments(), move.removed(), List.of());
    }
    return action instanceof WriteAction.Delete ? "deletes the item" : "writes nothing";
  }

  /** What it demands of the item besides the condition of its pattern. */
  private static List<String> demands(WriteAction action) {
    List<String> demands = new ArrayList<>();
    if (action instanceof WriteAction.Put put && put.mustNotExist()) {
      demands.add("no item has its key");
    } else if (action.isAsRead()) {
      demands.add("it is as it was read");
    } else if (action instanceof WriteAction.Update || action instanceof WriteAction.Check) {
      demands.add("the item exists");
    }
    if (action instanceof WriteAction.Update update) {
      ChangeDemands.existing(update.changes())
          .forEach(path -> demands.add(path.text() + " exists"));
      update.changes().stream()
          .filter(change -> ChangeDemands.limited(change).isPresent())
          .forEach(change -> demands.add(change.path().text() + " stays in its range"));
      update.changes().stream()
          .flatMap(change -> ChangeDemands.notEmpty(update.entity(), change).stream())
          .forEach(path -> demands.add(path.text() + " is not empty"));
    }
    return demands;
  }

  private static String guards(Entity entity) {
    return entity.uniques().stream().map(Unique::names).collect(Collectors.joining(" and "));
  }

  private static String changes(
      List<Assignment> assignments, List<Attribute> removed, List<Change> changes) {
    return Stream.of(
            assignments.stream().map(assignment -> assignment.attribute().name()),
            removed.stream().map(Attribute::name),
            changes.stream().map(change -> change.path().text()))
        .flatMap(Function.identity())
        .collect(Collectors.joining(", "));
  }
}
