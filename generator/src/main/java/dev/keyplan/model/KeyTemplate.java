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
   * @param delimiter the character behind the hole, which a text in it may not contain; empty for
   *     the last part
   */
  public record Hole(Attribute attribute, Optional<Integer> delimiter, Span span) implements Part {}

  /** The attributes in the holes, in order. */
  public List<Attribute> attributes() {
    return parts.stream()
        .filter(Hole.class::isInstance)
        .map(part -> ((Hole) part).attribute())
        .toList();
  }

  /** As the language writes it, without quotes: <code>MSG#{groupId}</code>. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      if (part instanceof Hole hole) {
        text.append('{').append(hole.attribute().name()).append('}');
      } else {
        text.append(((Text) part).value());
      }
    }
    return text.toString();
  }
}
