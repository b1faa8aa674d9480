package dev.keyplan.model;

import dev.keyplan.model.AttributeType.CollectionType;
import dev.keyplan.model.AttributeType.FormattedTimestampType;
import dev.keyplan.model.AttributeType.StructType;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** In how many forms a value may be stored: what DynamoDB compares is the form. */
final class StoredForms {
  private StoredForms() {}

  /** Whether equal values are stored in one form, also those inside of a value. */
  static boolean isOne(AttributeType type) {
    return !holds(type, inner -> !inner.kind().isComparable() || hasOffset(inner), new HashSet<>());
  }

  /** Whether a value that is written as it was read may be stored in another form than before. */
  static boolean mayChange(AttributeType type) {
    return holds(type, StoredForms::hasOffset, new HashSet<>());
  }

  private static boolean hasOffset(AttributeType type) {
    return type instanceof FormattedTimestampType formatted && formatted.pattern().hasOffset();
  }

  /**
   * @param seen the structs that were looked into: many may hold one
   */
  private static boolean holds(
      AttributeType type, Predicate<AttributeType> what, Set<DefinitionName> seen) {
    if (what.test(type)) {
      return true;
    }
    if (type instanceof CollectionType collection) {
      return holds(collection.element(), what, seen);
    }
    return type instanceof StructType struct
        && seen.add(struct.definition().name())
        && struct.definition().attributes().stream()
            .anyMatch(attribute -> holds(attribute.type(), what, seen));
  }
}
