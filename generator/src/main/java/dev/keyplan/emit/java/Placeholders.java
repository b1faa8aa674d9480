package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.keyplan.model.AttributePath;
import dev.keyplan.naming.ExpressionNames;
import dev.keyplan.naming.JavaNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The names and values of one request's expressions, and what they stand for, as Java. */
final class Placeholders {
  /** Of {@code Map.of}. */
  private static final int MOST_ARGUMENTS = 10;

  private final SupportTypes support;
  private final ExpressionNames expressions = new ExpressionNames();
  private final Map<String, CodeBlock> names = new LinkedHashMap<>();
  private final Map<String, CodeBlock> values = new LinkedHashMap<>();
  private final List<Range> ranges = new ArrayList<>();

  /** Two values whose order the request checks, and what the caller calls them. */
  private record Range(String from, String fromName, String to, String toName) {}

  /** Terms that are made when the request is, and what stands for them in an expression. */
  private final Map<String, CodeBlock> terms = new LinkedHashMap<>();

  private final Map<String, ListValue> lists = new LinkedHashMap<>();

  /** A list that the caller gives, and how one of its values is written. */
  private record ListValue(CodeBlock arguments, CodeBlock write) {}

  Placeholders(SupportTypes support) {
    this.support = support;
  }

  /** An attribute as an expression may name it: itself, or a {@code #placeholder}. */
  String name(String attribute) {
    String name = expressions.name(attribute);
    if (name.startsWith("#")) {
      names.put(name, CodeBlock.of("$S", attribute));
    }
    return name;
  }

  /** A value in an item. The key of an entry that the caller gives is a name like others. */
  String path(AttributePath path) {
    StringBuilder text = new StringBuilder(name(path.attribute().storedName()));
    for (AttributePath.Step step : path.steps()) {
      if (step instanceof AttributePath.Member member) {
        text.append('.').append(name(member.target().storedName()));
      } else if (step instanceof AttributePath.Element element) {
        text.append(element.text());
      } else if (step instanceof AttributePath.Entry entry) {
        text.append('.').append(name(entry.key()));
      } else {
        String key = ((AttributePath.NamedEntry) step).key().name();
        String variable = JavaNames.variable(key);
        CodeBlock checked = CodeBlock.of("$T.key($S, $L)", support.elements(), key, variable);
        String placeholder = expressions.placeholder(key, checked);
        names.put(placeholder, checked);
        text.append('.').append(placeholder);
      }
    }
    return text.toString();
  }

  /** Stored names that lead from an item into it, as a projection may say them. */
  String path(List<String> names) {
    return names.stream().map(this::name).collect(Collectors.joining("."));
  }

  /** A {@code :placeholder} for a value, as {@code AttributeValue}. */
  String value(String hint, CodeBlock value) {
    String placeholder = expressions.value(hint);
    values.put(placeholder, value);
    return placeholder;
  }

  /** A {@code :placeholder} for the time of the call. */
  String now(CodeBlock value) {
    String placeholder = expressions.time(value);
    values.put(placeholder, value);
    return placeholder;
  }

  /** Has the request refuse a range that ends before it begins. */
  void range(String from, String fromName, String to, String toName) {
    ranges.add(new Range(from, fromName, to, toName));
  }

  /**
   * A placeholder for the values of a list, of which there are as many as the caller gives. It is a
   * number: no other placeholder is.
   *
   * @param name how messages call the list
   * @param write a function from a value to {@code AttributeValue}
   */
  String list(String name, CodeBlock list, CodeBlock write) {
    String placeholder = ":" + lists.size();
    lists.put(
        placeholder, new ListValue(CodeBlock.of("$S, $S, $L", placeholder, name, list), write));
    return placeholder;
  }

  /** A part of an expression that the request makes; it stands before all lists. */
  String term(CodeBlock text) {
    String placeholder = "{" + terms.size() + "}";
    terms.put(placeholder, text);
    return placeholder;
  }

  /** An expression as Java: a text, into which terms and lists are put. */
  CodeBlock expression(String text) {
    return lists.isEmpty() && terms.isEmpty() && !Literals.isLong(text)
        ? lines(text)
        : CodeBlock.of("\n$>$>$L$<$<", lines(text));
  }

  /** The same without the line before it. */
  CodeBlock lines(String text) {
    List<CodeBlock> parts = new ArrayList<>();
    int start = 0;
    for (Map.Entry<String, CodeBlock> term : terms.entrySet()) {
      int end = text.indexOf(term.getKey(), start);
      parts.add(Literals.lines(text.substring(start, end)));
      parts.add(term.getValue());
      start = end + term.getKey().length();
    }
    for (Map.Entry<String, ListValue> list : lists.entrySet()) {
      int end = text.indexOf("(" + list.getKey() + ")", start) + 1;
      parts.add(Literals.lines(text.substring(start, end)));
      parts.add(CodeBlock.of("$T.placeholders($L)", support.inList(), list.getValue().arguments()));
      start = end + list.getKey().length();
    }
    if (start < text.length()) {
      parts.add(Literals.lines(text.substring(start)));
    }
    return CodeBlock.join(parts, "\n+ ");
  }

  /** Placeholder to attribute, as an expression. */
  CodeBlock names() {
    return mapOf(names);
  }

  /** Placeholder to {@code AttributeValue}, as an expression that adds lists and checks ranges. */
  CodeBlock values() {
    CodeBlock all = mapOf(values);
    for (ListValue list : lists.values()) {
      all =
          CodeBlock.of(
              "$T.add(\n$>$>$L,\n$L,\n$L)$<$<",
              support.inList(),
              all,
              list.arguments(),
              list.write());
    }
    for (Range range : ranges) {
      all =
          CodeBlock.of(
              "$T.ordered(\n$>$>$L,\n$S, $S,\n$S, $S)$<$<",
              support.ranges(),
              all,
              range.from(),
              range.fromName(),
              range.to(),
              range.toName());
    }
    return all;
  }

  /** The calls on a request's builder that hand over names and values, as far as there are any. */
  CodeBlock calls() {
    CodeBlock.Builder calls = CodeBlock.builder();
    if (!names.isEmpty()) {
      boolean isShort = names.size() == 1;
      calls.add(
          isShort ? "\n.expressionAttributeNames($L)" : "\n.expressionAttributeNames(\n$>$>$L)$<$<",
          names());
    }
    if (!values.isEmpty() || !lists.isEmpty()) {
      calls.add("\n.expressionAttributeValues(\n$>$>$L)$<$<", values());
    }
    return calls.build();
  }

  /** {@code Map.of(":pk", AttributeValue.fromS(…))}, with an entry on each line. */
  private static CodeBlock mapOf(Map<String, CodeBlock> entries) {
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
        ? CodeBlock.of("$T.entry($S, $L)", Map.class, key, value)
        : CodeBlock.of("$S, $L", key, value);
  }
}
