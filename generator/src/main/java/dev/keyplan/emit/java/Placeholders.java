package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The names and values of one request's expressions. */
final class Placeholders {
  /** Of {@code Map.of}. */
  private static final int MOST_ARGUMENTS = 10;

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
  private static final Pattern ODD = Pattern.compile("[^A-Za-z0-9_]");

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, CodeBlock> values = new LinkedHashMap<>();

  /** An attribute as an expression may name it: itself, or a {@code #placeholder}. */
  String name(String attribute) {
    if (PLAIN.matcher(attribute).matches() && !ReservedWords.contains(attribute)) {
      return attribute;
    }
    String placeholder = "#" + ODD.matcher(attribute).replaceAll("_");
    while (!names.getOrDefault(placeholder, attribute).equals(attribute)) {
      placeholder += "_";
    }
    names.put(placeholder, attribute);
    return placeholder;
  }

  /** A {@code :placeholder} for a value, as {@code AttributeValue}. */
  String value(String hint, CodeBlock value) {
    String placeholder = ":" + ODD.matcher(hint).replaceAll("_");
    while (values.containsKey(placeholder)) {
      placeholder += "_";
    }
    values.put(placeholder, value);
    return placeholder;
  }

  /** Placeholder to attribute. */
  Map<String, CodeBlock> names() {
    Map<String, CodeBlock> literals = new LinkedHashMap<>();
    names.forEach(
        (placeholder, attribute) -> literals.put(placeholder, CodeBlock.of("$S", attribute)));
    return literals;
  }

  /** Placeholder to {@code AttributeValue}. */
  Map<String, CodeBlock> values() {
    return values;
  }

  /** The calls on a request's builder that hand over names and values, as far as there are any. */
  CodeBlock calls() {
    CodeBlock.Builder calls = CodeBlock.builder();
    if (!names.isEmpty()) {
      boolean isShort = names.size() == 1;
      calls.add(
          isShort ? "\n.expressionAttributeNames($L)" : "\n.expressionAttributeNames(\n$>$>$L)$<$<",
          mapOf(names()));
    }
    if (!values.isEmpty()) {
      calls.add("\n.expressionAttributeValues(\n$>$>$L)$<$<", mapOf(values));
    }
    return calls.build();
  }

  /** {@code Map.of(":pk", AttributeValue.fromS(…))}, with an entry on each line. */
  static CodeBlock mapOf(Map<String, CodeBlock> entries) {
    return entries.size() < 2
        ? CodeBlock.of("$T.$L", Map.class, mapCall(entries, ""))
        : CodeBlock.of("$T.$L", Map.class, mapCall(entries, "\n"));
  }

  private static CodeBlock mapCall(Map<String, CodeBlock> entries, String lineEnd) {
    boolean isLong = entries.size() > MOST_ARGUMENTS;
    CodeBlock all =
        entries.entrySet().stream()
            .map(entry -> entry(entry.getKey(), entry.getValue(), isLong))
            .collect(CodeBlock.joining(",\n"));
    return CodeBlock.of("$L($L$>$>$L)$<$<", isLong ? "ofEntries" : "of", lineEnd, all);
  }

  private static CodeBlock entry(String key, CodeBlock value, boolean isLong) {
    return isLong
        ? CodeBlock.of("$T.entry($S,$W$L)", Map.class, key, value)
        : CodeBlock.of("$S,$W$L", key, value);
  }
}
