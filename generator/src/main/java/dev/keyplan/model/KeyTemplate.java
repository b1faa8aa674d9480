package dev.keyplan.model;

import dev.keyplan.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A text with holes that an entity writes into a key attribute.
 *
 * @param parts no two texts in a row
 */
public record KeyTemplate(List<Part> parts, Span span) {
  public KeyTemplate {
    parts = List.copyOf(parts);
  }

  /** Text or a hole. */
  public sealed interface Part permits Text, Hole {}

  /** Text that is the same in every item; never empty. */
  public record Text(String value) implements Part {}

  /**
   * The place of an attribute's value.
   *
   * @param function what is written instead of the whole value
   * @param delimiter the character behind the hole, which a text in it may not contain; empty if
   *     nothing or another hole follows
   * @param isLast whether nothing follows
   */
  public record Hole(
      Attribute attribute,
      Optional<HoleFunction> function,
      Optional<Integer> delimiter,
      boolean isLast,
      Span span)
      implements Part {
    /** A place of the whole value, the last one if no delimiter follows. */
    public Hole(Attribute attribute, Optional<Integer> delimiter, Span span) {
      this(attribute, Optional.empty(), delimiter, delimiter.isEmpty(), span);
    }

    /** Whether the value can be read from the text, so that different values have other texts. */
    public boolean holdsValue() {
      return function.isEmpty() || function.get().holdsValue();
    }

    /** Whether text order is the reverse of value order. */
    public boolean isDescending() {
      return function.isPresent() && function.get() instanceof HoleFunction.Descending;
    }

    /** Whether the text in it is escaped, and may be any. */
    public boolean isEscaped() {
      return function.isPresent() && function.get() instanceof HoleFunction.Escaped;
    }

    /** As the language writes it: <code>{at:month}</code>. */
    public String text() {
      return "{" + attribute.name() + function.map(HoleFunction::suffix).orElse("") + "}";
    }
  }

  /** The holes, in order. */
  public List<Hole> holes() {
    return parts.stream().filter(Hole.class::isInstance).map(Hole.class::cast).toList();
  }

  /** The attributes in the holes, in order. */
  public List<Attribute> attributes() {
    return holes().stream().map(Hole::attribute).toList();
  }

  /** As the language writes it, without quotes: <code>MSG#{groupId}</code>. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      if (part instanceof Hole hole) {
        text.append(hole.text());
      } else {
        text.append(((Text) part).value());
      }
    }
    return text.toString();
  }
}
