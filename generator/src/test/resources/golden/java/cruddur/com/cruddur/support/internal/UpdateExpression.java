// Copied by Keyplan. Do not edit.
package com.cruddur.support.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Gathers the changes and the conditions of one update of an item that exists. The last word on a
 * place counts; no place is changed together with something inside of it.
 */
public final class UpdateExpression implements Changes {
  private final String partitionKey;
  private final Map<Path, AttributeValue> sets = new LinkedHashMap<>();
  private final Set<Path> removals = new LinkedHashSet<>();
  private final Map<Path, RelativeChange> relative = new LinkedHashMap<>();
  private final Map<String, Optional<AttributeValue>> demands = new LinkedHashMap<>();
  private final Set<Path> present = new LinkedHashSet<>();
  private Optional<ReadVersion> version = Optional.empty();
  private String condition = "";
  private Map<String, String> conditionNames = Map.of();
  private Map<String, AttributeValue> conditionValues = Map.of();

  private record ReadVersion(String attribute, long read) {}

  /**
   * @param partitionKey the name of a key attribute: that it exists means that the item does
   */
  public UpdateExpression(String partitionKey) {
    this.partitionKey = partitionKey;
  }

  /** An attribute, to be changed in other ways than to be set or removed. */
  public Place at(String attribute) {
    return new Place(this, Path.of(attribute));
  }

  /** Sets an attribute. */
  public void set(String attribute, AttributeValue value) {
    set(Path.of(attribute), value);
  }

  /** Removes an attribute. */
  public void remove(String attribute) {
    remove(Path.of(attribute));
  }

  @Override
  public void set(Path path, AttributeValue value) {
    forget(path);
    sets.put(path, value);
  }

  @Override
  public void remove(Path path) {
    forget(path);
    removals.add(path);
  }

  /** DynamoDB takes one change of a place, and none of two may be lost. */
  @Override
  public void change(Path path, RelativeChange change) {
    refuseOverlap(path);
    if (changed().anyMatch(path::equals)) {
      throw new IllegalArgumentException(
          path.text() + " is changed already; an update takes one change of it");
    }
    relative.put(path, change);
  }

  /** Leaves an attribute as it is, and demands that it is stored with this value. */
  public void demand(String attribute, AttributeValue value) {
    forget(Path.of(attribute));
    demands.put(attribute, Optional.of(value));
  }

  /** Leaves an attribute as it is, and demands that the item has it, with whatever value. */
  public void demandPresent(String attribute) {
    Path path = Path.of(attribute);
    forget(path);
    present.add(path);
  }

  /** Leaves an attribute as it is, and demands that the item does not have it. */
  public void demandAbsent(String attribute) {
    forget(Path.of(attribute));
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

  /** Demands that the item still is of the version that was read. */
  public UpdateExpression demandVersion(String attribute, long read) {
    version = Optional.of(new ReadVersion(attribute, read));
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

  private void forget(Path path) {
    refuseOverlap(path);
    sets.remove(path);
    removals.remove(path);
    relative.remove(path);
    present.remove(path);
    if (path.isWhole()) {
      demands.remove(path.text());
    }
  }

  /** DynamoDB would refuse the request, and not say which of the two is meant. */
  private void refuseOverlap(Path path) {
    changed()
        .filter(other -> !other.equals(path) && other.overlaps(path))
        .findFirst()
        .ifPresent(
            other -> {
              throw new IllegalArgumentException(
                  other.text()
                      + " and "
                      + path.text()
                      + " are changed together, and one of them is inside of the other");
            });
  }

  private Stream<Path> changed() {
    return Stream.of(sets.keySet(), removals, relative.keySet()).flatMap(Set::stream);
  }

  /** Completes a request that has a key. Without changes it changes nothing. */
  public UpdateItemRequest.Builder applyTo(UpdateItemRequest.Builder request) {
    Set<String> attributes = new HashSet<>(demands.keySet());
    version.ifPresent(demanded -> attributes.add(demanded.attribute()));
    Stream.concat(changed(), present.stream()).forEach(path -> attributes.addAll(path.names()));
    Names names = new Names(attributes);
    Map<String, AttributeValue> values = new HashMap<>();
    String update = actions(names, values);
    String demanded = String.join(" AND ", demanded(names, values));
    values.putAll(conditionValues);
    Map<String, String> allNames = names.all();
    allNames.putAll(conditionNames);
    return request
        .updateExpression(update.isEmpty() ? null : update)
        .conditionExpression(demanded + condition)
        .expressionAttributeNames(allNames)
        .expressionAttributeValues(values.isEmpty() ? null : values);
  }

  private String actions(Names names, Map<String, AttributeValue> values) {
    List<String> assignments = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    Map<String, List<String>> sections = new LinkedHashMap<>();
    sections.put("SET", assignments);
    sections.put("REMOVE", removed);
    sections.put("ADD", new ArrayList<>());
    sections.put("DELETE", new ArrayList<>());
    sets.forEach(
        (path, value) -> {
          String name = names.of(path);
          String placeholder = names.value(name, "new");
          assignments.add(name + " = " + placeholder);
          values.put(placeholder, value);
        });
    removals.forEach(path -> removed.add(names.of(path)));
    relative.forEach(
        (path, change) ->
            sections
                .computeIfAbsent(change.section(path), section -> new ArrayList<>())
                .add(change.action(path, names, values)));
    return sections.entrySet().stream()
        .filter(section -> !section.getValue().isEmpty())
        .map(section -> section.getKey() + " " + String.join(", ", section.getValue()))
        .collect(Collectors.joining(" "));
  }

  private List<String> demanded(Names names, Map<String, AttributeValue> values) {
    List<String> demanded = new ArrayList<>();
    demanded.add("attribute_exists(" + names.of(partitionKey) + ")");
    demands.forEach(
        (attribute, value) -> {
          String name = names.of(attribute);
          if (value.isPresent()) {
            String old = names.value(name, "old");
            demanded.add(name + " = " + old);
            values.put(old, value.get());
          } else {
            demanded.add("attribute_not_exists(" + name + ")");
          }
        });
    version.ifPresent(
        counted -> {
          String name = names.of(counted.attribute());
          String old = names.value(name, "old");
          demanded.add(AsRead.version(name, old, counted.read()));
          values.put(old, AttributeValue.fromN(Long.toString(counted.read())));
        });
    needed().forEach(path -> demanded.add("attribute_exists(" + names.of(path) + ")"));
    relative.forEach((path, change) -> demanded.addAll(change.demands(path, names, values)));
    return demanded;
  }

  /**
   * What has to be there, also since DynamoDB refuses a change inside of something that is not, and
   * puts an element that is set behind the end of a list at its end.
   */
  private Set<Path> needed() {
    Set<Path> needed = new LinkedHashSet<>(present);
    Stream.concat(sets.keySet().stream(), relative.keySet().stream())
        .filter(path -> path.last() instanceof Path.Element)
        .forEach(needed::add);
    changed()
        .filter(path -> !needed.contains(path))
        .flatMap(path -> path.parent().stream())
        .forEach(needed::add);
    return needed;
  }
}
