package dev.keyplan.support.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    demands.remove(attribute);
  }

  /** Completes a request that has a key. Without changes it changes nothing. */
  public UpdateItemRequest.Builder applyTo(UpdateItemRequest.Builder request) {
    Set<String> attributes = new HashSet<>(sets.keySet());
    attributes.addAll(removals.keySet());
    attributes.addAll(demands.keySet());
    Names names = new Names(attributes);
    Map<String, AttributeValue> values = new HashMap<>();
    StringBuilder update = new StringBuilder();
    sets.forEach(
        (attribute, value) -> {
          String name = names.of(attribute);
          update.append(update.isEmpty() ? "SET " : ", ");
          update.append(name).append(" = ").append(names.value(name, "new"));
          values.put(names.value(name, "new"), value);
        });
    String separator = update.isEmpty() ? "REMOVE " : " REMOVE ";
    for (String attribute : removals.keySet()) {
      update.append(separator).append(names.of(attribute));
      separator = ", ";
    }
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
    values.putAll(conditionValues);
    Map<String, String> allNames = names.all();
    allNames.putAll(conditionNames);
    return request
        .updateExpression(update.isEmpty() ? null : update.toString())
        .conditionExpression(demanded + condition)
        .expressionAttributeNames(allNames)
        .expressionAttributeValues(values.isEmpty() ? null : values);
  }
}
