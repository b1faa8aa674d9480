package dev.keyplan.model;

import dev.keyplan.model.AttributeType.DecimalType;
import dev.keyplan.model.AttributeType.EnumType;
import dev.keyplan.model.AttributeType.FormattedTimestampType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.AttributeType.TimestampType;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

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

    /** The number of characters, where all values have as many. */
    public OptionalInt width() {
      if (function.isPresent()) {
        if (function.get() instanceof HoleFunction.Bucket bucket) {
          return OptionalInt.of(bucket.unit().length());
        }
        if (function.get() instanceof HoleFunction.Shard shard) {
          return OptionalInt.of(shard.width());
        }
      }
      AttributeType type = attribute.type();
      return switch (type.kind()) {
        case INTEGER -> OptionalInt.of(KeyNumber.of((IntegerType) type).width());
        case DECIMAL -> OptionalInt.of(KeyNumber.of((DecimalType) type).width());
        case UUID -> OptionalInt.of(36);
        case ULID -> OptionalInt.of(26);
        case DATE -> OptionalInt.of("2026-11-23".length());
        case FORMATTED_TIMESTAMP ->
            OptionalInt.of(((FormattedTimestampType) type).pattern().width());
        case TIMESTAMP -> OptionalInt.of(width(((TimestampType) type).precision()));
        default -> OptionalInt.empty();
      };
    }

    private static int width(Precision precision) {
      return "2026-11-23T10:15:30Z".length()
          + (precision.digits() == 0 ? 0 : 1 + precision.digits());
    }

    /** Whether a reader of the text can tell where the value ends. */
    boolean hasKnownEnd() {
      if (width().isPresent() || isLast || isEscaped()) {
        return true;
      }
      return delimiter.isPresent() && texts().noneMatch(text -> text.indexOf(delimiter.get()) >= 0);
    }

    /** All texts there may be, where they are few. */
    private Stream<String> texts() {
      return switch (attribute.type().kind()) {
        case BOOLEAN -> Stream.of("true", "false");
        case ENUM ->
            ((EnumType) attribute.type())
                .definition().constants().stream().map(constant -> constant.storedText());
        default -> Stream.of();
      };
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
    List<Hole> holes = new ArrayList<>(parts.size());
    for (Part part : parts) {
      if (part instanceof Hole hole) {
        holes.add(hole);
      }
    }
    return holes;
  }

  /** The attributes in the holes, in order. */
  public List<Attribute> attributes() {
    List<Attribute> attributes = new ArrayList<>(parts.size());
    for (Part part : parts) {
      if (part instanceof Hole hole) {
        attributes.add(hole.attribute());
      }
    }
    return attributes;
  }

  /** Whether the values can be read from the text: it is clear where each of them ends. */
  public boolean isReadable() {
    return holes().stream().allMatch(Hole::hasKnownEnd);
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
