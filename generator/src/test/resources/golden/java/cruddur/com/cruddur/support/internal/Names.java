// Copied by Keyplan. Do not edit.
package com.cruddur.support.internal;

import java.util.Collection;
import java.util.HashMap;
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
  private static final Pattern ODD = Pattern.compile("[^A-Za-z0-9]+");

  private static final int MOST_SHOWN = 30;
  private static final int LONGEST_SHOWN = 30;
  private static final int DIGITS_ALONE = 10;

  private final Map<String, String> placeholders = new LinkedHashMap<>();
  private final Map<String, String> values = new HashMap<>();
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
    int radix = areShown ? DIGITS_ALONE : Character.MAX_RADIX;
    String placeholder =
        "#_" + (isShown ? attribute : Integer.toString(placeholders.size(), radix));
    placeholders.put(attribute, placeholder);
    return placeholder;
  }

  /** A path as an expression has it: {@code #_address.#_city}, {@code #_lines[0]}. */
  String of(Path path) {
    StringBuilder text = new StringBuilder();
    for (Path.Step step : path.steps()) {
      if (step instanceof Path.Named named) {
        text.append(text.isEmpty() ? "" : ".").append(of(named.name()));
      } else {
        text.append(step.text());
      }
    }
    return text.toString();
  }

  /** A {@code :_value} placeholder that goes with a name or a path, and with no other. */
  String value(String name, String prefix) {
    String first =
        areShown
            ? ":_" + prefix + ODD.matcher(name.substring(1)).replaceAll("_")
            : ":_" + prefix.charAt(0) + ODD.matcher(name.substring(2)).replaceAll("_");
    String owner = prefix + name;
    String placeholder = first;
    while (!values.computeIfAbsent(placeholder, free -> owner).equals(owner)) {
      placeholder += "_";
    }
    return placeholder;
  }

  /** Placeholder to attribute, as requests want it. */
  Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    placeholders.forEach((attribute, placeholder) -> all.put(placeholder, attribute));
    return all;
  }
}
