package dev.keyplan.support.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * An update that makes the item if there is none. What is given is written; what is not given has
 * its default in a new item, and stays as it is in one that exists.
 */
public final class Upsert {
  private final Map<String, AttributeValue> key = new HashMap<>();
  private final Map<String, AttributeValue> item;
  private final Set<String> omitted;
  private final Names names;
  private final Map<String, AttributeValue> values = new HashMap<>();
  private final List<String> sets = new ArrayList<>();
  private final List<String> removals = new ArrayList<>();
  private String addition = "";

  /**
   * @param item the item as it is if it is new
   * @param omitted the attributes that are not given
   * @param key the names of the key attributes
   */
  public Upsert(Map<String, AttributeValue> item, Set<String> omitted, Set<String> key) {
    this.item = new TreeMap<>(item);
    this.omitted = omitted;
    this.names = new Names(item.keySet());
    key.forEach(name -> this.key.put(name, this.item.remove(name)));
  }

  /** Counts a write in this attribute, which begins with 1. */
  public Upsert count(String version) {
    String name = names.of(version);
    String value = names.value(name, "new");
    values.put(value, item.remove(version));
    addition = " ADD " + name + " " + value;
    return this;
  }

  /** Removes these where they are given as absent. */
  public Upsert optional(String... attributes) {
    for (String attribute : attributes) {
      if (!omitted.contains(attribute) && !item.containsKey(attribute)) {
        removals.add(attribute);
      }
    }
    return this;
  }

  /**
   * Writes or removes an index key, which is made of attributes that may be omitted.
   *
   * @throws IllegalArgumentException if what is given makes another key of what is stored
   */
  public Upsert indexKey(String indexKey, boolean isSparse, String... attributes) {
    AttributeValue value = item.get(indexKey);
    List<String> unknown = List.of(attributes).stream().filter(omitted::contains).toList();
    if (unknown.isEmpty()) {
      if (value == null) {
        removals.add(indexKey);
      }
      return this;
    }
    // An item that is not in the index must not get into it by a default.
    boolean isKnown = unknown.size() == attributes.length && (value == null || !isSparse);
    if (!isKnown) {
      throw new IllegalArgumentException(
          "%s must be given: the index key %s is made of it"
              .formatted(String.join(" and ", unknown), indexKey));
    }
    if (value != null) {
      item.remove(indexKey);
      setIfNew(indexKey, value);
    }
    return this;
  }

  /** Completes a request. */
  public UpdateItemRequest.Builder applyTo(UpdateItemRequest.Builder request) {
    item.forEach(
        (attribute, value) -> {
          if (omitted.contains(attribute)) {
            setIfNew(attribute, value);
          } else {
            String name = names.of(attribute);
            sets.add(name + " = " + valueOf(name, value));
          }
        });
    StringBuilder expression = new StringBuilder();
    if (!sets.isEmpty()) {
      expression.append("SET ").append(String.join(", ", sets));
    }
    if (!removals.isEmpty()) {
      expression
          .append(" REMOVE ")
          .append(String.join(", ", removals.stream().map(names::of).toList()));
    }
    expression.append(addition);
    return request
        .key(key)
        .updateExpression(expression.isEmpty() ? null : expression.toString().strip())
        .expressionAttributeNames(names.all().isEmpty() ? null : names.all())
        .expressionAttributeValues(values.isEmpty() ? null : values);
  }

  private void setIfNew(String attribute, AttributeValue value) {
    String name = names.of(attribute);
    sets.add("%1$s = if_not_exists(%1$s, %2$s)".formatted(name, valueOf(name, value)));
  }

  private String valueOf(String name, AttributeValue value) {
    String placeholder = names.value(name, "new");
    values.put(placeholder, value);
    return placeholder;
  }
}
