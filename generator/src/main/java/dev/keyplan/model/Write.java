package dev.keyplan.model;

import dev.keyplan.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One write, alone or in a transaction.
 *
 * @param key the operand of each attribute that the primary key is made of, by attribute name; none
 *     if the key itself is given, or the item
 * @param assignments what an update or a move sets
 * @param removed optional attributes that an update or a move takes away
 * @param changes what else an update changes
 * @param condition what it demands besides what its verb demands
 * @param returned what it returns of the item; nothing of a check
 * @param span of the verb
 */
public record Write(
    Verb verb,
    Entity entity,
    Map<String, Operand> key,
    List<Assignment> assignments,
    List<Attribute> removed,
    List<Change> changes,
    Optional<Condition> condition,
    Returned returned,
    Span span) {
  public Write {
    key = Map.copyOf(key);
    assignments = List.copyOf(assignments);
    removed = List.copyOf(removed);
    changes = List.copyOf(changes);
  }

  /** Whether its caller gives the item, or how it was read, and so all that is known of it. */
  public boolean isGivenItem() {
    return switch (verb) {
      case CREATE, PUT, MOVE -> true;
      case UPDATE ->
          entity.version().isPresent()
              || assignments.stream().anyMatch(a -> entity.guarded().contains(a.attribute()))
              || removed.stream().anyMatch(entity.guarded()::contains);
      case DELETE -> entity.isChangedAsRead();
      case CHECK -> false;
    };
  }

  /** Whether an attribute of the item is known when it is written, as it will be then. */
  public boolean isKnown(Attribute attribute) {
    return !isLost(attribute)
        && (entity.key().attributes().contains(attribute)
            || isGivenItem()
            || assignments.stream().anyMatch(a -> a.attribute().equals(attribute)));
  }

  /** Whether nobody can say what an attribute is then: it is removed, calculated, or a time. */
  public boolean isLost(Attribute attribute) {
    return removed.contains(attribute)
        || changes.stream().anyMatch(c -> c.path().attribute().equals(attribute))
        || assignments.stream()
            .filter(a -> a.attribute().equals(attribute))
            .anyMatch(a -> a.value() instanceof Operand.OfNow);
  }

  /** The writes. */
  public enum Verb {
    /** Puts an item that must not exist. */
    CREATE,
    /** Puts an item, whether it exists or not. */
    PUT,
    /** Changes attributes of an item that must exist; never its key. */
    UPDATE,
    /** Changes the key of an item, given as it was read. */
    MOVE,
    /** Deletes an item. */
    DELETE,
    /** Demands something of an item, in a transaction. */
    CHECK
  }

  /** {@code attribute = value}. */
  public record Assignment(Attribute attribute, Operand value, Span span) {}
}
