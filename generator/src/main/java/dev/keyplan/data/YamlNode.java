package dev.keyplan.data;

import dev.keyplan.source.Span;
import java.util.List;

/** A part of a YAML file, with its place. What a scalar means is up to the reader of the tree. */
sealed interface YamlNode permits YamlNode.Scalar, YamlNode.Sequence, YamlNode.Mapping {
  Span span();

  /** What it is, for messages. */
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
      return isNull() ? "nothing" : "a single value";
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

    /** Where it begins: enough to point at it when it is long. */
    Span head() {
      return entries.isEmpty() ? span : entries.get(0).nameSpan();
    }
  }

  /** A name with its value. */
  record Entry(String name, Span nameSpan, YamlNode value) {}
}
