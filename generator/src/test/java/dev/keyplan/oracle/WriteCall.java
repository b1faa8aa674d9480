package dev.keyplan.oracle;

import dev.keyplan.oracle.ModelSpec.AttributeSpec;
import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.Oracle.Outcome;
import dev.keyplan.oracle.PatternSpec.Write;
import dev.keyplan.oracle.Refusals.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What one write is given, of a pattern or of a repository's own methods.
 *
 * @param raw the item as a builder is given it
 * @param item the item as it would be stored, or as it is for writes to what exists
 * @param isAsRead whether the write is given the item as it was read
 * @param isStale whether that is no longer what is stored
 */
record WriteCall(
    EntitySpec entity,
    Map<String, Object> raw,
    Map<String, Object> item,
    boolean isAsRead,
    boolean isStale) {

  /** A write that puts a whole item. */
  static WriteCall ofItem(
      EntitySpec entity, String verb, Map<String, Object> raw, boolean isStale, Oracle oracle) {
    Map<String, Object> item = Oracle.filled(entity, raw);
    boolean isAsRead = verb.equals("put") && entity.hasVersion();
    if (isAsRead) {
      entity.attributes().stream()
          .filter(AttributeSpec::isVersion)
          .forEach(
              version -> {
                Object read =
                    oracle.get(entity, item).map(old -> old.get(version.name())).orElse(0L);
                item.put(version.name(), isStale ? (Long) read + 7 : read);
              });
    }
    return new WriteCall(entity, raw, item, isAsRead, isStale);
  }

  /** A write to an item that is named by its key, or given as it was read. */
  static WriteCall ofKey(
      EntitySpec entity,
      Map<String, Object> raw,
      boolean isAsRead,
      boolean isStale,
      Oracle oracle) {
    Map<String, Object> filled = Oracle.filled(entity, raw);
    Map<String, Object> item = oracle.get(entity, filled).orElse(filled);
    return new WriteCall(entity, raw, item, isAsRead, isStale);
  }

  static boolean isOfItem(Write write) {
    return write.verb().equals("create") || write.verb().equals("put");
  }

  /** The record that a method takes; by a builder, if nothing has to be as it was read. */
  Object whole(GeneratedModel generated) {
    return entity.hasVersion() ? generated.read(entity, item) : generated.built(entity, raw);
  }

  /** The record that a method takes where it wants the item as it was read. */
  Object asRead(GeneratedModel generated) {
    return isAsRead ? generated.read(entity, isStale ? stale() : item) : null;
  }

  /** The item as it was some time ago: of another version, or with another value. */
  private Map<String, Object> stale() {
    Map<String, Object> stale = new LinkedHashMap<>(item);
    for (AttributeSpec attribute : entity.attributes()) {
      boolean isKey = entity.keyAttributes().contains(attribute.name());
      if (entity.hasVersion() ? attribute.isVersion() : !isKey && !attribute.isMaintained()) {
        Object other =
            attribute.type().values().stream()
                .filter(value -> !value.equals(item.get(attribute.name())))
                .findFirst()
                .orElse(99L);
        stale.put(attribute.name(), attribute.isVersion() ? 99L : other);
        return stale;
      }
    }
    return stale;
  }

  /** What comes of it, unless it fails because the item is not as it was read. */
  Outcome outcome(Oracle oracle, boolean isPut, Supplier<Outcome> otherwise) {
    boolean isOther = isStale && (isPut || !stale().equals(item));
    return isAsRead && (isOther || oracle.get(entity, item).isEmpty())
        ? Outcome.of(Outcome.Kind.CONDITION_FAILED)
        : otherwise.get();
  }

  /** What a pattern's write comes to. */
  Outcome outcome(Oracle oracle, Write write, Map<String, Object> arguments) {
    return write.verb().equals("create")
        ? oracle.write(entity, write, arguments, item)
        : outcome(
            oracle, write.verb().equals("put"), () -> oracle.write(entity, write, arguments, item));
  }

  /** What tells the item from all others. */
  List<Object> key() {
    return List.of(entity.name(), Oracle.key(entity, item));
  }

  /** Those of the items that a write of a pattern is on: of a move, both. */
  List<List<Object>> keys(Write write, Map<String, Object> parameters) {
    List<List<Object>> keys = new ArrayList<>();
    keys.add(key());
    if (write.verb().equals("move")) {
      Map<String, Object> moved = new LinkedHashMap<>(item);
      write
          .changes()
          .forEach(change -> moved.put(change.attribute(), change.operand().in(parameters)));
      List<Object> key = List.of(entity.name(), Oracle.key(entity, moved));
      if (!keys.contains(key)) {
        keys.add(key);
      }
    }
    return keys;
  }

  /** Whether what is given as it was read cannot be changed so: that is known without asking. */
  Answer knownRefusal(List<PatternSpec.Change> relative) {
    boolean isPossible =
        !isAsRead || Updates.inTurn(entity, isStale ? stale() : item, relative).isPresent();
    return isPossible ? Answer.NO : Answer.YES;
  }

  /** An index key of what stays and what is changed may be too long. */
  Answer longKeyRefusal() {
    return item.values().stream().anyMatch(Refusals::isLong) ? Answer.MAYBE : Answer.NO;
  }

  /** Whether generated code refuses what names the item. */
  Answer keyRefusal(Oracle oracle) {
    Optional<Map<String, Object>> stored = oracle.get(entity, item);
    return stored.isPresent() || new Refusals(entity).ofItem(item) == Answer.NO
        ? Answer.NO
        : Answer.MAYBE;
  }

  /** Whether generated code refuses a pattern's write before anything is sent. */
  Answer refusal(Oracle oracle, Write write, Map<String, Object> arguments) {
    Refusals refusals = new Refusals(entity);
    Answer refusal = isOfItem(write) ? refusals.ofItem(item) : keyRefusal(oracle);
    for (PatternSpec.Change change : write.changes()) {
      refusal = Answer.greater(refusal, refusals.ofChange(change, arguments));
    }
    if (!write.changes().isEmpty()) {
      refusal = Answer.greater(refusal, longKeyRefusal());
    }
    boolean mayBeRefused =
        write.condition().stream()
                .flatMap(Condition::parameters)
                .anyMatch(a -> ReadComparison.mayBeRefused(entity, a, arguments))
            || write.condition().stream().anyMatch(c -> c.isReversed(arguments));
    return mayBeRefused ? Answer.greater(refusal, Answer.MAYBE) : refusal;
  }
}
