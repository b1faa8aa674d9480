package dev.keyplan.support.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A change of one attribute that depends on what is stored.
 *
 * @param value what is added, appended, taken out or set
 * @param range where a stored number has to be; empty if it need not be anywhere
 * @param mayBeAbsent whether the item may be without the number
 */
record RelativeChange(Kind kind, AttributeValue value, Optional<Range> range, boolean mayBeAbsent) {
  /** From a number to another. */
  record Range(AttributeValue least, AttributeValue most) {}

  /** What is done, and the section of an update expression that it stands in. */
  enum Kind {
    ADD("ADD"),
    DELETE("DELETE"),
    APPEND("SET"),
    PREPEND("SET"),
    SET_IF_ABSENT("SET");

    private final String section;

    Kind(String section) {
      this.section = section;
    }
  }

  static RelativeChange of(Kind kind, AttributeValue value) {
    return new RelativeChange(kind, value, Optional.empty(), false);
  }

  String section() {
    return kind.section;
  }

  /** The action, whose values it adds to the others. */
  String action(String name, Names names, Map<String, AttributeValue> values) {
    String given = names.value(name, "new");
    values.put(given, value);
    return switch (kind) {
      case ADD, DELETE -> name + " " + given;
      case SET_IF_ABSENT -> name + " = if_not_exists(" + name + ", " + given + ")";
      case APPEND -> appended(name, names, values, "%s, " + given);
      case PREPEND -> appended(name, names, values, given + ", %s");
    };
  }

  private static String appended(
      String name, Names names, Map<String, AttributeValue> values, String lists) {
    String empty = names.value(name, "empty");
    values.put(empty, AttributeValue.fromL(List.of()));
    String stored = "if_not_exists(" + name + ", " + empty + ")";
    return name + " = list_append(" + lists.formatted(stored) + ")";
  }

  /** What it demands, of which the values are added to the others. */
  List<String> demands(String name, Names names, Map<String, AttributeValue> values) {
    List<String> demands = new ArrayList<>();
    if (range.isPresent()) {
      values.put(names.value(name, "least"), range.get().least());
      values.put(names.value(name, "most"), range.get().most());
      String between =
          name + " BETWEEN " + names.value(name, "least") + " AND " + names.value(name, "most");
      demands.add(
          mayBeAbsent ? "(attribute_not_exists(" + name + ") OR " + between + ")" : between);
    }
    return demands;
  }
}
