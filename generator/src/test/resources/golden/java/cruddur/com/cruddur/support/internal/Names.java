// Copied by Keyplan. Do not edit.
package com.cruddur.support.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The {@code #_name} placeholders of one expression, for any attribute name. No two are alike: a
 * plain name begins with a letter and shows, any other one is a number. Where there are many, or
 * long ones, all are numbers: an expression has at most 4 KB. The placeholders in generated
 * requests have no underscore at their beginning, so the two can be in one expression.
 */
final class Names {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private static final int MOST_SHOWN = 30;
  private static final int LONGEST_SHOWN = 30;

  private final Map<String, String> placeholders = new LinkedHashMap<>();
  private final boolean areShown;

  /**
   * @param attributes all that the expression is about
   */
  Names(Collection<String> attributes) {
    areShown =
        attributes.size() <= MOST_SHOWN
            && attributes.stream().allMatch(name -> name.length() <= LONGEST_SHOWN);
  }

  /** The placeholder of an attribute, which shows its name if it can. */
  String of(String attribute) {
    String known = placeholders.get(attribute);
    if (known != null) {
      return known;
    }
    boolean isShown = areShown && PLAIN.matcher(attribute).matches();
    String placeholder =
        "#_" + (isShown ? attribute : Integer.toString(placeholders.size(), Character.MAX_RADIX));
    placeholders.put(attribute, placeholder);
    return placeholder;
  }

  /** A {@code :_value} placeholder that goes with a name. */
  String value(String name, String prefix) {
    return areShown
        ? ":_" + prefix + name.substring(1)
        : ":_" + prefix.charAt(0) + name.substring(2);
  }

  /** Placeholder to attribute, as requests want it. */
  Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    placeholders.forEach((attribute, placeholder) -> all.put(placeholder, attribute));
    return all;
  }
}
