package dev.keyplan.oracle;

import dev.keyplan.oracle.ModelSpec.AttributeSpec;
import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.ModelSpec.IndexUse;
import dev.keyplan.oracle.ModelSpec.Side;
import dev.keyplan.oracle.ValueType.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What generated code refuses before anything is sent: values outside of their type, and texts that
 * a key cannot take.
 */
final class Refusals {
  enum Answer {
    NO,
    /** Where the value is for an index that the item may not be in. */
    MAYBE,
    YES;

    static Answer greater(Answer left, Answer right) {
      return left.compareTo(right) >= 0 ? left : right;
    }
  }

  private final EntitySpec entity;

  Refusals(EntitySpec entity) {
    this.entity = entity;
  }

  /** The characters that an attribute's texts may not have somewhere. */
  Stream<String> delimiters(String attribute) {
    return Stream.concat(entity.keySides(), entity.indexes().stream().flatMap(IndexUse::sides))
        .flatMap(side -> side.delimiter(attribute).stream())
        .filter(delimiter -> isFreeText(attribute));
  }

  private boolean isFreeText(String attribute) {
    ValueType type = entity.attribute(attribute).type();
    return type.kind() == Kind.TEXT && !type.text().contains("ordered");
  }

  Answer ofItem(Map<String, Object> item) {
    Answer answer = Answer.NO;
    for (Map.Entry<String, Object> each : item.entrySet()) {
      answer = Answer.greater(answer, ofValue(each.getKey(), each.getValue()));
    }
    if (entity.keySides().anyMatch(side -> isBad(side, item)) || isKeyTooLong(item)) {
      return Answer.YES;
    }
    boolean isBadInIndex =
        entity.indexes().stream().flatMap(IndexUse::sides).anyMatch(side -> isBad(side, item))
            || item.values().stream().anyMatch(Refusals::isLong);
    boolean isBadUnique =
        entity.uniques().stream()
            .flatMap(List::stream)
            .anyMatch(name -> item.getOrDefault(name, "x").toString().contains("#"));
    return isBadInIndex || isBadUnique ? Answer.greater(answer, Answer.MAYBE) : answer;
  }

  /** Of the value alone. */
  Answer ofValue(String attribute, Object value) {
    AttributeSpec of = entity.attribute(attribute);
    return of.type().wrong().contains(value) ? Answer.YES : Answer.NO;
  }

  /** Of a value that an update sets. */
  Answer ofNew(String attribute, Object value) {
    Answer answer = ofValue(attribute, value);
    return answer == Answer.NO && isPossible(attribute, value) ? Answer.MAYBE : answer;
  }

  Answer ofChange(PatternSpec.Change change, Map<String, Object> arguments) {
    if (change.kind() == PatternSpec.Change.Kind.REMOVE) {
      return Answer.NO;
    }
    if (change.operand().attribute().isPresent()) {
      return entity.isGuarded() ? Answer.MAYBE : Answer.NO;
    }
    Object value = change.operand().in(arguments);
    if (change.isEach() && ((Collection<?>) value).isEmpty()) {
      return Answer.MAYBE;
    }
    if (change.isCalculated() && entity.isGuarded()) {
      // The item is known, and so is what comes of it.
      return Answer.MAYBE;
    }
    Answer answer = ofNew(change.attribute(), value);
    boolean isSet =
        change.kind() == PatternSpec.Change.Kind.SET
            || change.kind() == PatternSpec.Change.Kind.IF_ABSENT;
    return isSet || answer == Answer.NO ? answer : Answer.MAYBE;
  }

  /** Whether generated code may refuse the argument of a read, whose answer is then nothing. */
  boolean isPossible(String attribute, Object value) {
    return ofValue(attribute, value) != Answer.NO
        || isLong(value)
        || value.toString().isEmpty()
        || (value instanceof Set<?> set && set.isEmpty())
        || (isFreeText(attribute) && delimiters(attribute).anyMatch(value.toString()::contains));
  }

  private boolean isBad(Side side, Map<String, Object> item) {
    return side.attributes()
        .filter(item::containsKey)
        .anyMatch(
            name -> {
              String text = item.get(name).toString();
              return (item.get(name) instanceof String && text.isEmpty())
                  || (isFreeText(name) && side.delimiter(name).filter(text::contains).isPresent());
            });
  }

  private boolean isKeyTooLong(Map<String, Object> item) {
    return bytes(entity.partition(), item) > 2048
        || entity.sort().filter(side -> bytes(side, item) > 1024).isPresent();
  }

  /** How long a side is at least: without what is in functions. */
  private static int bytes(Side side, Map<String, Object> item) {
    int bytes = 0;
    for (Side.Part part : side.parts()) {
      boolean isText =
          part.isWhole() && part.attribute().map(item::get).orElse("") instanceof String;
      if (part.attribute().isEmpty() || isText) {
        bytes += utf8(part.attribute().map(item::get).orElse(part.text()).toString());
      }
    }
    return bytes;
  }

  /** Whether it is so long that some key may be too long with it. */
  static boolean isLong(Object value) {
    return value instanceof String text && utf8(text) > 900;
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
