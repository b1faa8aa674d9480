// Copied by Keyplan. Do not edit.
package com.cruddur.support.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The {@code #_name} placeholders of one expression, for any attribute name. No two are alike: a
 * plain name begins with a letter and shows, any other one is a number. The placeholders in
 * generated requests have no underscore at their beginning, so the two can be in one expression.
 */
final class Names {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private final Map<String, String> placeholders = new LinkedHashMap<>();

  /** The placeholder of an attribute, which shows its name if it can. */
  String of(String attribute) {
    String known = placeholders.get(attribute);
    if (known != null) {
      return known;
    }
    boolean isPlain = PLAIN.matcher(attribute).matches();
    String placeholder = "#_" + (isPlain ? attribute : placeholders.size());
    placeholders.put(attribute, placeholder);
    return placeholder;
  }

  /** A {@code :_value} placeholder that goes with a name. */
  static String value(String name, String prefix) {
    return ":_" + prefix + name.substring(1);
  }

  /** Placeholder to attribute, as requests want it. */
  Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    placeholders.forEach((attribute, placeholder) -> all.put(placeholder, attribute));
    return all;
  }
}
