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
    return of(new Names(attributes), item, attributes);
  }

  /**
   * The same of an item that also has to be of the version that was read.
   *
   * @param version the attribute that holds it
   */
  public static AsRead of(
      Map<String, AttributeValue> item, List<String> attributes, String version, long read) {
    List<String> all = new ArrayList<>(attributes);
    all.add(version);
    Names names = new Names(all);
    AsRead others = of(names, item, attributes);
    String name = names.of(version);
    String value = names.value(name, "read");
    Map<String, AttributeValue> values = new HashMap<>(others.values());
    values.put(value, AttributeValue.fromN(Long.toString(read)));
    return new AsRead(
        others.expression() + " AND " + version(name, value, read), names.all(), values);
  }

  private static AsRead of(Names names, Map<String, AttributeValue> item, List<String> attributes) {
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
