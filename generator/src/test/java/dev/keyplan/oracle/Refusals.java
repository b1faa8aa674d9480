package dev.keyplan.oracle;

import dev.keyplan.oracle.ModelSpec.AttributeSpec;
import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.ModelSpec.IndexUse;
import dev.keyplan.oracle.ModelSpec.Side;
import dev.keyplan.oracle.ValueType.Kind;
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
    YES
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
      answer = greater(answer, ofValue(each.getKey(), each.getValue()));
    }
    if (entity.keySides().anyMatch(side -> isBad(side, item))) {
      return Answer.YES;
    }
    boolean isBadInIndex =
        entity.indexes().stream().flatMap(IndexUse::sides).anyMatch(side -> isBad(side, item));
    boolean isBadUnique =
        entity.uniques().stream()
            .flatMap(List::stream)
            .anyMatch(name -> item.getOrDefault(name, "x").toString().contains("#"));
    return isBadInIndex || isBadUnique ? greater(answer, Answer.MAYBE) : answer;
  }

  /** Of the value alone. */
  Answer ofValue(String attribute, Object value) {
    AttributeSpec of = entity.attribute(attribute);
    return of.type().wrong().contains(value) ? Answer.YES : Answer.NO;
  }

  /** Whether generated code may refuse the argument of a read, whose answer is then nothing. */
  boolean isPossible(String attribute, Object value) {
    return ofValue(attribute, value) != Answer.NO
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

  private static Answer greater(Answer left, Answer right) {
    return left.compareTo(right) >= 0 ? left : right;
  }
}
