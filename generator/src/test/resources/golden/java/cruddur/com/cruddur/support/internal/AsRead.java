// Copied by Keyplan. Do not edit.
package com.cruddur.support.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The condition that a stored item still is what was read.
 *
 * @param expression the condition expression
 * @param names for its {@code #name} placeholders
 * @param values for its {@code :value} placeholders
 */
public record AsRead(
    String expression, Map<String, String> names, Map<String, AttributeValue> values) {

  /**
   * Makes the condition from what was read.
   *
   * @param item the item as it was read
   * @param attributes the attributes to compare; what the item lacks, the stored one must lack too
   */
  public static AsRead of(Map<String, AttributeValue> item, List<String> attributes) {
    Names names = new Names(attributes);
    Map<String, AttributeValue> values = new HashMap<>();
    List<String> terms = new ArrayList<>();
    for (String attribute : attributes) {
      String name = names.of(attribute);
      if (item.containsKey(attribute)) {
        String value = names.value(name, "read");
        terms.add(name + " = " + value);
        values.put(value, item.get(attribute));
      } else {
        terms.add("attribute_not_exists(" + name + ")");
      }
    }
    return new AsRead(String.join(" AND ", terms), names.all(), values);
  }

  /**
   * Makes the condition that there is an item of the version that was read.
   *
   * @param partitionKey the name of a key attribute: that it exists means that the item does
   */
  public static AsRead ofVersion(String partitionKey, String version, long read) {
    Names names = new Names(List.of(partitionKey, version));
    String name = names.of(version);
    String value = names.value(name, "read");
    return new AsRead(
        "attribute_exists(" + names.of(partitionKey) + ") AND " + version(name, value, read),
        names.all(),
        Map.of(value, AttributeValue.fromN(Long.toString(read))));
  }

  /**
   * The term that an item is of the version that was read. One that was written when the model had
   * no version has none, and was read as one of version 0.
   *
   * @param name the version's attribute, or its placeholder
   * @param value the placeholder of what was read
   */
  public static String version(String name, String value, long read) {
    String isSame = name + " = " + value;
    return read == 0 ? "(attribute_not_exists(" + name + ") OR " + isSame + ")" : isSame;
  }

  /** This condition and another one, whose placeholders do not begin with an underscore. */
  public AsRead and(
      String other, Map<String, String> otherNames, Map<String, AttributeValue> otherValues) {
    Map<String, String> allNames = new HashMap<>(names);
    allNames.putAll(otherNames);
    Map<String, AttributeValue> allValues = new HashMap<>(values);
    allValues.putAll(otherValues);
    return new AsRead(expression + " AND (" + other + ")", allNames, allValues);
  }
}
