package dev.keyplan.data;

import dev.keyplan.source.Span;
import java.util.List;

/** A part of a YAML file, with its place. What a scalar means is up to the reader of the tree. */
sealed interface YamlNode permits YamlNode.Scalar, YamlNode.Sequence, YamlNode.Mapping {
  Span span();

  /** Where it begins, in one line: enough to point at it when it is long. */
  Span head();

  /** What it is, as the end of a sentence. */
  String description();

  /**
   * A single value.
   *
   * @param isPlain whether it is written without quotes, and not as a block
   */
  record Scalar(String text, boolean isPlain, Span span) implements YamlNode {
    /** Whether YAML takes it for no value at all. */
    boolean isNull() {
      return isPlain
          && switch (text) {
            case "", "~", "null", "Null", "NULL" -> true;
            default -> false;
          };
    }

    @Override
    public String description() {
      return isNull() ? "empty" : "a single value";
    }

    @Override
    public Span head() {
      return span;
    }
  }

  /** A list. */
  record Sequence(List<YamlNode> elements, Span span) implements YamlNode {
    public Sequence {
      elements = List.copyOf(elements);
    }

    @Override
    public String description() {
      return "a list";
    }

    @Override
    public Span head() {
      return elements.isEmpty() || isOneLine(span) ? span : elements.get(0).head();
    }
  }

  /** Values by name; no name twice. */
  record Mapping(List<Entry> entries, Span span) implements YamlNode {
    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public String description() {
      return "a mapping";
    }

    @Override
    public Span head() {
      return entries.isEmpty() || isOneLine(span) ? span : entries.get(0).nameSpan();
    }
  }

  /** A name with its value. */
  record Entry(String name, Span nameSpan, YamlNode value) {}

  private static boolean isOneLine(Span span) {
    return span.startPosition().line() == span.endPosition().line();
  }
}
