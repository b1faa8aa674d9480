// Copied by Keyplan. Do not edit.
package com.cruddur.support.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A change that depends on what is stored.
 *
 * @param value what is added, appended, taken out or set
 * @param range where a stored number has to be; empty if it need not be anywhere
 * @param mayBeAbsent whether the item may be without the number
 */
record RelativeChange(Kind kind, AttributeValue value, Optional<Range> range, boolean mayBeAbsent) {
  /** From a number to another. */
  record Range(AttributeValue least, AttributeValue most) {}

  /** What is done. */
  enum Kind {
    ADD,
    ADD_ELEMENTS,
    REMOVE_ELEMENTS,
    APPEND,
    PREPEND,
    SET_IF_ABSENT
  }

  static RelativeChange of(Kind kind, AttributeValue value) {
    return new RelativeChange(kind, value, Optional.empty(), false);
  }

  /** The section of an update expression that it stands in. Inside of attributes, nothing adds. */
  String section(Path path) {
    return switch (kind) {
      case ADD -> path.isWhole() ? "ADD" : "SET";
      case ADD_ELEMENTS -> "ADD";
      case REMOVE_ELEMENTS -> "DELETE";
      case APPEND, PREPEND, SET_IF_ABSENT -> "SET";
    };
  }

  /** The action, whose values it adds to the others. */
  String action(Path path, Names names, Map<String, AttributeValue> values) {
    String name = names.of(path);
    String given = names.value(name, "new");
    values.put(given, value);
    return switch (kind) {
      case ADD -> path.isWhole() ? name + " " + given : sum(name, given, names, values);
      case ADD_ELEMENTS, REMOVE_ELEMENTS -> name + " " + given;
      case SET_IF_ABSENT -> name + " = if_not_exists(" + name + ", " + given + ")";
      case APPEND -> appended(name, names, values, "%s, " + given);
      case PREPEND -> appended(name, names, values, given + ", %s");
    };
  }

  private String sum(String name, String given, Names names, Map<String, AttributeValue> values) {
    if (!mayBeAbsent) {
      return name + " = " + name + " + " + given;
    }
    String zero = names.value(name, "zero");
    values.put(zero, AttributeValue.fromN("0"));
    return name + " = if_not_exists(" + name + ", " + zero + ") + " + given;
  }

  private static String appended(
      String name, Names names, Map<String, AttributeValue> values, String lists) {
    String empty = names.value(name, "empty");
    values.put(empty, AttributeValue.fromL(List.of()));
    String stored = "if_not_exists(" + name + ", " + empty + ")";
    return name + " = list_append(" + lists.formatted(stored) + ")";
  }

  /** What it demands of a number, of which the values are added to the others. */
  List<String> demands(Path path, Names names, Map<String, AttributeValue> values) {
    List<String> demands = new ArrayList<>();
    if (range.isPresent()) {
      String name = names.of(path);
      String least = names.value(name, "least");
      String most = names.value(name, "most");
      values.put(least, range.get().least());
      values.put(most, range.get().most());
      String between = name + " BETWEEN " + least + " AND " + most;
      demands.add(
          mayBeAbsent ? "(attribute_not_exists(" + name + ") OR " + between + ")" : between);
    }
    return demands;
  }
}
