package dev.keyplan.support.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The {@code #name} placeholders of one expression: any attribute name, and no two alike. */
final class Names {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_]+");

  private final Map<String, String> placeholders = new LinkedHashMap<>();

  /** The placeholder of an attribute, which shows its name if it can. */
  String of(String attribute) {
    String known = placeholders.get(attribute);
    if (known != null) {
      return known;
    }
    String placeholder =
        "#" + (PLAIN.matcher(attribute).matches() ? attribute : "_" + placeholders.size());
    while (placeholders.containsValue(placeholder)) {
      placeholder += "_";
    }
    placeholders.put(attribute, placeholder);
    return placeholder;
  }

  /** A {@code :value} placeholder that goes with a name. */
  static String value(String name, String prefix) {
    return ":" + prefix + "_" + name.substring(1);
  }

  /** Placeholder to attribute, as requests want it. */
  Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    placeholders.forEach((attribute, placeholder) -> all.put(placeholder, attribute));
    return all;
  }
}
