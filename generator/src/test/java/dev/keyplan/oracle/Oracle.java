package dev.keyplan.oracle;

import dev.keyplan.oracle.ModelSpec.AttributeSpec;
import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.PatternSpec.Change;
import dev.keyplan.oracle.PatternSpec.Read;
import dev.keyplan.oracle.PatternSpec.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The items as the model's text has them: naive, and without any notion of keys or indexes. */
final class Oracle {
  /** The time of all writes. */
  static final Instant NOW = Instant.parse("2025-12-31T23:30:00Z");

  private final ModelSpec model;
  private final Map<String, Map<List<Object>, Map<String, Object>>> items = new LinkedHashMap<>();

  private final Holds holds;
  private boolean isInTransaction;

  Oracle(ModelSpec model) {
    this.model = model;
    this.holds = new Holds(model.table().expiry());
    model.entities().forEach(entity -> items.put(entity.name(), new LinkedHashMap<>()));
  }

  /** The same items, for what may be undone. */
  Oracle copy() {
    Oracle copy = new Oracle(model);
    items.forEach((entity, all) -> copy.items.get(entity).putAll(all));
    copy.holds.addAll(holds);
    return copy;
  }

  /** The same items for one member of a transaction, which is carried out as a whole. */
  Oracle copyInTransaction() {
    Oracle copy = copy();
    copy.isInTransaction = true;
    return copy;
  }

  /** What came of a write. */
  record Outcome(Kind kind, Optional<Map<String, Object>> old, Optional<Map<String, Object>> now) {
    enum Kind {
      DONE,
      CONDITION_FAILED,
      TAKEN,
      REFUSED
    }

    static Outcome of(Kind kind) {
      return new Outcome(kind, Optional.empty(), Optional.empty());
    }
  }

  static List<Object> key(EntitySpec entity, Map<String, Object> item) {
    return entity.keyAttributes().stream().map(item::get).toList();
  }

  Optional<Map<String, Object>> get(EntitySpec entity, Map<String, Object> item) {
    return Optional.ofNullable(items.get(entity.name()).get(key(entity, item)));
  }

  /** The item as reads find it, which leave out what has expired. */
  Optional<Map<String, Object>> found(EntitySpec entity, Map<String, Object> item) {
    return get(entity, item).filter(stored -> !isExpired(stored));
  }

  private boolean isExpired(Map<String, Object> item) {
    return model
        .table()
        .expiry()
        .map(item::get)
        .filter(expiry -> !((Instant) expiry).isAfter(NOW))
        .isPresent();
  }

  List<Map<String, Object>> all(EntitySpec entity) {
    return List.copyOf(items.get(entity.name()).values());
  }

  int count() {
    return items.values().stream().mapToInt(Map::size).sum();
  }

  /** The guards that there are: one for each value, whoever has it. */
  int guards() {
    return holds.size();
  }

  /** Those that expire. */
  int expiringGuards() {
    return holds.expiring();
  }

  /** The item as a builder makes it. */
  static Map<String, Object> filled(EntitySpec entity, Map<String, Object> given) {
    Map<String, Object> item = new LinkedHashMap<>();
    for (AttributeSpec attribute : entity.attributes()) {
      Optional<Object> maintained =
          attribute.isVersion()
              ? Optional.of(0L)
              : attribute.isTouch() ? Optional.of(Instant.EPOCH) : Optional.empty();
      Optional.ofNullable(given.get(attribute.name()))
          .or(attribute::defaultValue)
          .or(() -> maintained)
          .ifPresent(value -> item.put(attribute.name(), value));
    }
    return item;
  }

  Outcome create(EntitySpec entity, Map<String, Object> item) {
    return get(entity, item).isPresent()
        ? Outcome.of(Outcome.Kind.CONDITION_FAILED)
        : store(entity, Optional.empty(), item);
  }

  Outcome put(EntitySpec entity, Map<String, Object> item) {
    return store(entity, get(entity, item), item);
  }

  /** What is not given stays, or has its default in a new item. */
  Outcome upsert(EntitySpec entity, Map<String, Object> given) {
    Map<String, Object> filled = filled(entity, given);
    Optional<Map<String, Object>> old = get(entity, filled);
    Map<String, Object> item = new LinkedHashMap<>(old.orElse(filled));
    item.putAll(given);
    return store(entity, old, item);
  }

  Outcome delete(EntitySpec entity, Map<String, Object> item) {
    Optional<Map<String, Object>> old = get(entity, item);
    if (!holds.change(entity, old, Optional.empty(), !isInTransaction)) {
      return Outcome.of(Outcome.Kind.TAKEN);
    }
    items.get(entity.name()).remove(key(entity, item));
    return new Outcome(Outcome.Kind.DONE, old, Optional.empty());
  }

  /**
   * Changes an item that has to be there.
   *
   * @param others what is changed before, and in turn if the item is known
   */
  Outcome update(
      EntitySpec entity,
      Map<String, Object> item,
      Map<String, Optional<Object>> changes,
      List<Change> others,
      boolean isKnown) {
    Optional<Map<String, Object>> old = get(entity, item);
    return old.flatMap(
            before ->
                isKnown
                    ? Updates.inTurn(entity, before, others)
                    : Updates.atOnce(
                        entity, before, Updates.last(others, changes.keySet()), Map.of()))
        .map(now -> store(entity, old, with(now, changes)))
        .orElse(Outcome.of(Outcome.Kind.CONDITION_FAILED));
  }

  private static Map<String, Object> with(
      Map<String, Object> item, Map<String, Optional<Object>> changes) {
    Map<String, Object> changed = new LinkedHashMap<>(item);
    changes.forEach(
        (name, value) -> {
          changed.remove(name);
          value.ifPresent(v -> changed.put(name, v));
        });
    return changed;
  }

  Outcome write(
      EntitySpec entity, Write write, Map<String, Object> arguments, Map<String, Object> item) {
    Optional<Map<String, Object>> old = get(entity, item);
    boolean mustExist = List.of("update", "move", "check").contains(write.verb());
    boolean holds =
        write.condition().stream().allMatch(c -> c.holds(old.orElse(Map.of()), arguments));
    boolean mustNotExist = write.verb().equals("create");
    boolean isThere = old.isPresent();
    if (!holds || (mustExist && !isThere) || (mustNotExist && isThere)) {
      return Outcome.of(Outcome.Kind.CONDITION_FAILED);
    }
    if (write.verb().equals("delete")) {
      return delete(entity, item);
    }
    if (write.verb().equals("check")) {
      return new Outcome(Outcome.Kind.DONE, old, old);
    }
    if (!mustExist) {
      return store(entity, old, item);
    }
    Optional<Map<String, Object>> changed =
        Updates.atOnce(entity, old.get(), write.changes(), arguments);
    if (changed.isEmpty()) {
      return Outcome.of(Outcome.Kind.CONDITION_FAILED);
    }
    boolean isSameKey = key(entity, changed.get()).equals(key(entity, old.get()));
    if (!isSameKey && get(entity, changed.get()).isPresent()) {
      return Outcome.of(Outcome.Kind.CONDITION_FAILED);
    }
    return store(entity, old, changed.get());
  }

  private Outcome store(
      EntitySpec entity, Optional<Map<String, Object>> old, Map<String, Object> given) {
    Map<String, Object> item = stamped(entity, old, given);
    if (!holds.change(entity, old, Optional.of(item), !isInTransaction)) {
      return Outcome.of(Outcome.Kind.TAKEN);
    }
    old.ifPresent(o -> items.get(entity.name()).remove(key(entity, o)));
    items.get(entity.name()).put(key(entity, item), item);
    return new Outcome(Outcome.Kind.DONE, old, Optional.of(item));
  }

  /** With what writes maintain. */
  private static Map<String, Object> stamped(
      EntitySpec entity, Optional<Map<String, Object>> old, Map<String, Object> given) {
    Map<String, Object> item = new LinkedHashMap<>(given);
    for (AttributeSpec attribute : entity.attributes()) {
      if (attribute.isTouch()) {
        item.put(attribute.name(), NOW);
      } else if (attribute.isVersion()) {
        item.put(attribute.name(), 1 + old.map(o -> (Long) o.get(attribute.name())).orElse(0L));
      }
    }
    return item;
  }

  /** What a read returns, in its order, before any limit. */
  List<Map<String, Object>> read(Read read, Map<String, Object> arguments) {
    List<Map<String, Object>> found = new ArrayList<>();
    for (String subject : new LinkedHashSet<>(read.subjects())) {
      all(model.entity(subject)).stream()
          .filter(item -> read.isWithExpired() || !isExpired(item))
          .map(item -> read.subjects().size() == 1 ? item : tagged(item, subject))
          .filter(item -> read.matches(item, arguments))
          .forEach(found::add);
    }
    found.sort(order(read));
    return found;
  }

  /** An item of a collection, with the name of its entity. */
  static Map<String, Object> tagged(Map<String, Object> item, String entity) {
    Map<String, Object> tagged = new LinkedHashMap<>(item);
    tagged.put(Condition.IsEntity.TAG, entity);
    return tagged;
  }

  static Comparator<Map<String, Object>> order(Read read) {
    Comparator<Map<String, Object>> order = Comparator.comparing(item -> 0);
    for (String name : read.order()) {
      order = order.thenComparing(item -> item.get(name), ValueType::compare);
    }
    return read.isDescending() ? order.reversed() : order;
  }
}
