package dev.keyplan.support.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Gathers the changes and the conditions of one update of an item that exists. The last word on an
 * attribute counts.
 */
public final class UpdateExpression {
  private final String partitionKey;
  private final Map<String, AttributeValue> sets = new LinkedHashMap<>();
  private final Map<String, Boolean> removals = new LinkedHashMap<>();
  private final Map<String, Optional<AttributeValue>> demands = new LinkedHashMap<>();
  private final Map<String, RelativeChange> relative = new LinkedHashMap<>();
  private String condition = "";
  private Map<String, String> conditionNames = Map.of();
  private Map<String, AttributeValue> conditionValues = Map.of();

  /**
   * @param partitionKey the name of a key attribute: that it exists means that the item does
   */
  public UpdateExpression(String partitionKey) {
    this.partitionKey = partitionKey;
  }

  /** Sets an attribute. */
  public void set(String attribute, AttributeValue value) {
    forget(attribute);
    sets.put(attribute, value);
  }

  /** Removes an attribute. */
  public void remove(String attribute) {
    forget(attribute);
    removals.put(attribute, true);
  }

  /**
   * Adds to a number, and demands that it stays between two others.
   *
   * @param mayBeAbsent whether the item may be without it, which counts as zero
   */
  public void add(
      String attribute, BigDecimal amount, String minimum, String maximum, boolean mayBeAbsent) {
    RelativeChange.Range range =
        new RelativeChange.Range(
            Bounds.difference(minimum, amount), Bounds.difference(maximum, amount));
    boolean canBeFirst =
        amount.compareTo(new BigDecimal(minimum)) >= 0
            && amount.compareTo(new BigDecimal(maximum)) <= 0;
    change(
        attribute,
        new RelativeChange(
            RelativeChange.Kind.ADD,
            AttributeValue.fromN(amount.toPlainString()),
            Optional.of(range),
            mayBeAbsent && canBeFirst));
  }

  /** The same with a whole number. */
  public void add(
      String attribute, long amount, String minimum, String maximum, boolean mayBeAbsent) {
    add(attribute, BigDecimal.valueOf(amount), minimum, maximum, mayBeAbsent);
  }

  /** Puts elements into a set. */
  public void addElements(String attribute, AttributeValue set) {
    change(attribute, RelativeChange.of(RelativeChange.Kind.ADD, set));
  }

  /** Takes elements out of a set. */
  public void removeElements(String attribute, AttributeValue set) {
    change(attribute, RelativeChange.of(RelativeChange.Kind.DELETE, set));
  }

  /** Puts elements behind those of a list. */
  public void append(String attribute, AttributeValue list) {
    change(attribute, RelativeChange.of(RelativeChange.Kind.APPEND, list));
  }

  /** Puts elements before those of a list. */
  public void prepend(String attribute, AttributeValue list) {
    change(attribute, RelativeChange.of(RelativeChange.Kind.PREPEND, list));
  }

  /** Sets an attribute if the item does not have it. */
  public void setIfAbsent(String attribute, AttributeValue value) {
    change(attribute, RelativeChange.of(RelativeChange.Kind.SET_IF_ABSENT, value));
  }

  /** DynamoDB takes one change of an attribute, and none of two may be lost. */
  private void change(String attribute, RelativeChange change) {
    boolean isChanged =
        sets.containsKey(attribute)
            || removals.containsKey(attribute)
            || relative.containsKey(attribute);
    if (isChanged) {
      throw new IllegalArgumentException(
          attribute + " is changed already; an update takes one change of it");
    }
    relative.put(attribute, change);
  }

  /** Leaves an attribute as it is, and demands that it is stored with this value. */
  public void demand(String attribute, AttributeValue value) {
    forget(attribute);
    demands.put(attribute, Optional.of(value));
  }

  /** Leaves an attribute as it is, and demands that the item does not have it. */
  public void demandAbsent(String attribute) {
    forget(attribute);
    demands.put(attribute, Optional.empty());
  }

  /** Sets and removes what makes one item of another. */
  public UpdateExpression change(
      Map<String, AttributeValue> item, Map<String, AttributeValue> changed) {
    new TreeMap<>(changed)
        .forEach(
            (attribute, value) -> {
              if (!value.equals(item.get(attribute))) {
                set(attribute, value);
              }
            });
    new TreeSet<>(item.keySet())
        .stream().filter(attribute -> !changed.containsKey(attribute)).forEach(this::remove);
    return this;
  }

  /** Demands that these attributes, whatever becomes of them, still are what was read. */
  public UpdateExpression demandAsRead(Map<String, AttributeValue> item, List<String> attributes) {
    for (String attribute : attributes) {
      demands.put(attribute, Optional.ofNullable(item.get(attribute)));
    }
    return this;
  }

  /** Demands something else, too; its placeholders do not begin with an underscore. */
  public UpdateExpression and(
      String other, Map<String, String> otherNames, Map<String, AttributeValue> otherValues) {
    condition = " AND (" + other + ")";
    conditionNames = otherNames;
    conditionValues = otherValues;
    return this;
  }

  private void forget(String attribute) {
    sets.remove(attribute);
    removals.remove(attribute);
    relative.remove(attribute);
    demands.remove(attribute);
  }

  /** Completes a request that has a key. Without changes it changes nothing. */
  public UpdateItemRequest.Builder applyTo(UpdateItemRequest.Builder request) {
    Set<String> attributes = new HashSet<>(sets.keySet());
    attributes.addAll(removals.keySet());
    attributes.addAll(demands.keySet());
    attributes.addAll(relative.keySet());
    Names names = new Names(attributes);
    Map<String, AttributeValue> values = new HashMap<>();
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List.of("SET", "REMOVE", "ADD", "DELETE").forEach(s -> sections.put(s, new ArrayList<>()));
    sets.forEach(
        (attribute, value) -> {
          String name = names.of(attribute);
          sections.get("SET").add(name + " = " + names.value(name, "new"));
          values.put(names.value(name, "new"), value);
        });
    removals.keySet().forEach(attribute -> sections.get("REMOVE").add(names.of(attribute)));
    relative.forEach(
        (attribute, change) ->
            sections.get(change.section()).add(change.action(names.of(attribute), names, values)));
    String update =
        sections.entrySet().stream()
            .filter(section -> !section.getValue().isEmpty())
            .map(section -> section.getKey() + " " + String.join(", ", section.getValue()))
            .collect(Collectors.joining(" "));
    StringBuilder demanded = new StringBuilder("attribute_exists(" + names.of(partitionKey) + ")");
    demands.forEach(
        (attribute, value) -> {
          String name = names.of(attribute);
          if (value.isPresent()) {
            demanded.append(" AND ").append(name).append(" = ").append(names.value(name, "old"));
            values.put(names.value(name, "old"), value.get());
          } else {
            demanded.append(" AND attribute_not_exists(").append(name).append(")");
          }
        });
    relative.forEach(
        (attribute, change) ->
            change
                .demands(names.of(attribute), names, values)
                .forEach(demand -> demanded.append(" AND ").append(demand)));
    values.putAll(conditionValues);
    Map<String, String> allNames = names.all();
    allNames.putAll(conditionNames);
    return request
        .updateExpression(update.isEmpty() ? null : update)
        .conditionExpression(demanded + condition)
        .expressionAttributeNames(allNames)
        .expressionAttributeValues(values.isEmpty() ? null : values);
  }
}
