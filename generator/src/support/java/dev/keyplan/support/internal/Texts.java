package dev.keyplan.support.internal;

import dev.keyplan.support.text.Json;
import dev.keyplan.support.text.TextPattern;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** Checks of texts against the forms that the model gives them. */
public final class Texts {
  /** Each pattern is read once. They are constants of the generated code, so there are few. */
  private static final Map<String, TextPattern> PATTERNS = new ConcurrentHashMap<>();

  private Texts() {}

  /** Refuses text that is no JSON, or that UTF-8 cannot carry. */
  public static String json(String name, String value) {
    OptionalInt problem = Json.problem(Check.text(name, value));
    if (problem.isPresent()) {
      throw new IllegalArgumentException(
          name + " is no JSON from character " + (problem.getAsInt() + 1) + " on");
    }
    return value;
  }

  /** Refuses text that does not match a pattern; what does, UTF-8 can carry. */
  public static String matching(String name, String value, String pattern) {
    Check.present(name, value);
    if (!PATTERNS.computeIfAbsent(pattern, TextPattern::of).matches(value)) {
      throw new IllegalArgumentException(name + " is not of the form " + pattern);
    }
    return value;
  }
}
