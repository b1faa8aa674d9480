package dev.keyplan.plan;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributePath;
import dev.keyplan.model.Change;
import dev.keyplan.model.Comparator;
import dev.keyplan.model.Condition;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Operand;
import dev.keyplan.model.Returned;
import dev.keyplan.model.Write.Assignment;
import java.util.List;
import java.util.Optional;

/** What DynamoDB does for one write. */
public sealed interface WriteAction
    permits WriteAction.Put,
        WriteAction.Update,
        WriteAction.Move,
        WriteAction.Delete,
        WriteAction.Check {
  Entity entity();

  /** What is demanded besides (non-)existence. */
  Optional<Condition> condition();

  /** What it sets. */
  default List<Assignment> assignments() {
    return List.of();
  }

  /** What it sets an attribute to, if it does. */
  default Optional<Operand> assigned(Attribute attribute) {
    return assignments().stream()
        .filter(assignment -> assignment.attribute().name().equals(attribute.name()))
        .map(Assignment::value)
        .findFirst();
  }

  /** Whether it is given the item as it was read, and demands that it still is so. */
  default boolean isAsRead() {
    return false;
  }

  /** Whether it is given the key of an item, and nothing else of it. */
  default boolean isGivenKey() {
    return !isAsRead();
  }

  /** Whether guard items come, change or go with it, so that it is a transaction. */
  default boolean isGuarded() {
    return false;
  }

  /**
   * PutItem.
   *
   * @param mustNotExist whether it fails if an item has the key
   */
  record Put(Entity entity, boolean mustNotExist, Optional<Condition> condition, Returned returned)
      implements WriteAction {
    /** The one that every entity has. */
    public Put(Entity entity, boolean mustNotExist) {
      this(entity, mustNotExist, Optional.empty(), Returned.NEW);
    }

    @Override
    public boolean isAsRead() {
      return !mustNotExist && entity.version().isPresent();
    }

    @Override
    public boolean isGivenKey() {
      return false;
    }

    @Override
    public boolean isGuarded() {
      return !entity.uniques().isEmpty();
    }
  }

  /**
   * UpdateItem of an item that must exist, given by its key.
   *
   * @param changes what it does besides setting and removing whole attributes
   * @param indexKeys what becomes of the index keys
   */
  record Update(
      Entity entity,
      List<Assignment> assignments,
      List<Attribute> removed,
      List<Change> changes,
      IndexKeyChanges indexKeys,
      Optional<Condition> condition,
      Returned returned)
      implements WriteAction {
    public Update {
      assignments = List.copyOf(assignments);
      removed = List.copyOf(removed);
      changes = List.copyOf(changes);
    }

    /** The same update, with the first of its undecided index keys written or not. */
    public Update decided(boolean isWritten) {
      return new Update(
          entity, assignments, removed, changes, indexKeys.decided(isWritten), condition, returned);
    }

    /** The value of an attribute after the update, if it is assigned or demanded. */
    public Optional<Operand> valueOf(Attribute attribute) {
      return assigned(attribute).or(() -> demanded(attribute));
    }

    private Optional<Operand> demanded(Attribute attribute) {
      return condition.map(Condition::conjuncts).orElse(List.of()).stream()
          .filter(Condition.Compares.class::isInstance)
          .map(Condition.Compares.class::cast)
          .filter(term -> term.comparator() == Comparator.EQUAL)
          .filter(term -> term.path().equals(AttributePath.of(attribute)))
          .map(term -> term.operands().get(0))
          .filter(operand -> !(operand instanceof Operand.OfAttribute))
          .findFirst();
    }

    @Override
    public boolean isAsRead() {
      return entity.version().isPresent() || isGuarded();
    }

    @Override
    public boolean isGuarded() {
      List<Attribute> guarded = entity.guarded();
      return removed.stream().anyMatch(guarded::contains)
          || assignments.stream().map(Assignment::attribute).anyMatch(guarded::contains);
    }
  }

  /**
   * A change of the key of an item, given as it was read: a delete of the old and a put of the new
   * in one transaction, both conditional; one conditional put if the key turns out unchanged.
   */
  record Move(
      Entity entity,
      List<Assignment> assignments,
      List<Attribute> removed,
      Optional<Condition> condition)
      implements WriteAction {
    public Move {
      assignments = List.copyOf(assignments);
      removed = List.copyOf(removed);
    }

    @Override
    public boolean isAsRead() {
      return true;
    }

    @Override
    public boolean isGuarded() {
      return !entity.uniques().isEmpty();
    }
  }

  /**
   * DeleteItem.
   *
   * @param returned what it returns; of an item that is given as it was read, usually nothing
   */
  record Delete(Entity entity, Optional<Condition> condition, Returned returned)
      implements WriteAction {
    /** The one that every entity has. */
    public Delete(Entity entity) {
      this(entity, Optional.empty(), Returned.ofDelete(entity));
    }

    @Override
    public boolean isAsRead() {
      return entity.isChangedAsRead();
    }

    @Override
    public boolean isGuarded() {
      return !entity.uniques().isEmpty();
    }
  }

  /** ConditionCheck in a transaction, on an item given by its key. */
  record Check(Entity entity, Optional<Condition> condition) implements WriteAction {}
}
