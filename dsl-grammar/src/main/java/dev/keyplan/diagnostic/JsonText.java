package dev.keyplan.diagnostic;

import java.util.List;
import java.util.Map;

/**
 * Prints a tree of maps, lists, texts and numbers as JSON, indented by two spaces. A library for
 * this one document would be a dependency of every build that uses the compiler.
 */
final class JsonText {
  private final StringBuilder text = new StringBuilder();

  private JsonText() {}

  static String of(Object value) {
    JsonText json = new JsonText();
    json.value(value, "\n");
    return json.text.toString();
  }

  private void value(Object value, String lineStart) {
    if (value instanceof Map<?, ?> members) {
      object(members, lineStart);
    } else if (value instanceof List<?> elements) {
      array(elements, lineStart);
    } else if (value instanceof Number number) {
      text.append(number);
    } else {
      string(value.toString());
    }
  }

  private void object(Map<?, ?> members, String lineStart) {
    String inner = lineStart + "  ";
    String separator = "";
    text.append('{');
    for (Map.Entry<?, ?> member : members.entrySet()) {
      text.append(separator).append(inner);
      string(member.getKey().toString());
      text.append(": ");
      value(member.getValue(), inner);
      separator = ",";
    }
    text.append(members.isEmpty() ? "" : lineStart).append('}');
  }

  private void array(List<?> elements, String lineStart) {
    String inner = lineStart + "  ";
    String separator = "";
    text.append('[');
    for (Object element : elements) {
      text.append(separator).append(inner);
      value(element, inner);
      separator = ",";
    }
    text.append(elements.isEmpty() ? "" : lineStart).append(']');
  }

  private void string(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      character(value, i);
    }
    text.append('"');
  }

  private void character(String value, int index) {
    char character = value.charAt(index);
    switch (character) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\t' -> text.append("\\t");
      default -> {
        if (isEscaped(value, index)) {
          text.append("\\u%04x".formatted((int) character));
        } else {
          text.append(character);
        }
      }
    }
  }

  /** Control and direction characters, and surrogates that UTF-8 could not carry. */
  private static boolean isEscaped(String value, int index) {
    char character = value.charAt(index);
    if (Character.isSurrogate(character)) {
      boolean hasPartner =
          Character.isHighSurrogate(character)
              ? index + 1 < value.length() && Character.isLowSurrogate(value.charAt(index + 1))
              : index > 0 && Character.isHighSurrogate(value.charAt(index - 1));
      return !hasPartner;
    }
    return PrintableText.of((int) character).length() > 1;
  }
}
