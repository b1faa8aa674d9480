package dev.keyplan.model;

import dev.keyplan.support.text.TextPattern;
import dev.keyplan.support.text.TimePattern;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** The type of an attribute. What holds for all values of a kind of types, the kind says. */
public sealed interface AttributeType {

  TypeKind kind();

  /** How DynamoDB stores it. */
  default StorageType storage() {
    return kind().storage();
  }

  /** The type of a key attribute that holds it; empty if none can. */
  default Optional<KeyType> keyType() {
    return isComparable() ? storage().keyType() : Optional.empty();
  }

  /** Whether values can be compared with {@code =}: equal ones are stored in one form. */
  default boolean isComparable() {
    return StoredForms.isOne(this);
  }

  /** Whether what is written as it was read may differ from what was stored. */
  default boolean mayChangeForm() {
    return StoredForms.mayChange(this);
  }

  /** Whether values have one text each that can stand in a key among other texts. */
  default boolean isInTemplates() {
    return kind().isInTemplates() && isComparable();
  }

  /** Whether values can be looked for in a list of values, with {@code in}. */
  default boolean isListed() {
    return kind().isListed() && isComparable();
  }

  /** Whether a value may be text or bytes of no length, which no key can be. */
  default boolean mayBeEmpty() {
    return (this instanceof StringType text && text.facts().shortest() == 0)
        || (this instanceof BinaryType bytes && bytes.minimumLength() == 0);
  }

  /** Whether {@code <} and {@code order} mean something; of enums, not all are. */
  default boolean hasOrder() {
    return kind().isOrdered();
  }

  /** As the language writes it. */
  default String text() {
    return TypeText.of(this);
  }

  /**
   * Text.
   *
   * @param minimumLength in code points
   * @param maximumLength in code points; empty if only DynamoDB's limits apply
   * @param pattern what the whole text matches
   * @param isOrdered whether it is escaped inside of a key, where it then may hold anything
   */
  record StringType(
      int minimumLength,
      OptionalInt maximumLength,
      Optional<TextPattern> pattern,
      boolean isOrdered)
      implements AttributeType {
    /** Text of any form. */
    public StringType(int minimumLength, OptionalInt maximumLength) {
      this(minimumLength, maximumLength, Optional.empty());
    }

    /** Text of a form. */
    public StringType(int minimumLength, OptionalInt maximumLength, Optional<TextPattern> pattern) {
      this(minimumLength, maximumLength, pattern, false);
    }

    /** What the pattern says of texts; that there may be any, if there is none. */
    public TextFacts facts() {
      return TextFacts.of(this);
    }

    @Override
    public TypeKind kind() {
      return TypeKind.STRING;
    }
  }

  /**
   * A whole number.
   *
   * @param isLong whether Java's type is {@code long} rather than {@code int}
   * @param isBounded whether the model declares the range; without one it is that of the Java type
   */
  record IntegerType(boolean isLong, boolean isBounded, long minimum, long maximum)
      implements AttributeType {
    @Override
    public TypeKind kind() {
      return TypeKind.INTEGER;
    }
  }

  /**
   * A decimal number.
   *
   * @param precision the digits that it has at most, 1 to 38
   * @param scale those of them that are behind the point, always
   */
  record DecimalType(int precision, int scale) implements AttributeType {
    @Override
    public TypeKind kind() {
      return TypeKind.DECIMAL;
    }
  }

  /** A floating-point number, of those that DynamoDB can store. */
  record DoubleType() implements AttributeType {
    @Override
    public TypeKind kind() {
      return TypeKind.DOUBLE;
    }
  }

  /**
   * Bytes.
   *
   * @param minimumLength in bytes
   * @param maximumLength in bytes; empty if only DynamoDB's limits apply
   */
  record BinaryType(int minimumLength, OptionalInt maximumLength) implements AttributeType {
    @Override
    public TypeKind kind() {
      return TypeKind.BINARY;
    }
  }

  /** True or false. */
  record BooleanType() implements AttributeType {
    @Override
    public TypeKind kind() {
      return TypeKind.BOOLEAN;
    }
  }

  /** A UUID, stored as 36 lower-case characters. */
  record UuidType() implements AttributeType {
    @Override
    public TypeKind kind() {
      return TypeKind.UUID;
    }
  }

  /** A ULID, stored as 26 upper-case characters that sort by the time they were made. */
  record UlidType() implements AttributeType {
    @Override
    public TypeKind kind() {
      return TypeKind.ULID;
    }
  }

  /**
   * A point in time, stored as ISO-8601 text in UTC of fixed width, so that text order is time
   * order.
   */
  record TimestampType(Precision precision) implements AttributeType {
    @Override
    public TypeKind kind() {
      return TypeKind.TIMESTAMP;
    }
  }

  /**
   * A point in time, stored as text in the form of another program.
   *
   * @param pattern of fixed width, unless it has an offset, and then never in a key; the order of
   *     texts is that of times only if its fields stand so
   */
  record FormattedTimestampType(TimePattern pattern) implements AttributeType {
    @Override
    public TypeKind kind() {
      return TypeKind.FORMATTED_TIMESTAMP;
    }

    @Override
    public boolean hasOrder() {
      return pattern.isOrdered();
    }

    /** The size of every text that is written, in UTF-8. */
    public int bytes() {
      return pattern.format(Instant.EPOCH).getBytes(StandardCharsets.UTF_8).length;
    }

    /** The size of the longest text that is read: others may write an offset where UTC has a Z. */
    public int mostBytes() {
      return bytes()
          + pattern.parts().stream()
              .filter(part -> part instanceof TimePattern.Offset offset && offset.hasZulu())
              .map(TimePattern.Offset.class::cast)
              .mapToInt(offset -> (offset.hasColon() ? "+01:00" : "+0100").length() - "Z".length())
              .sum();
    }
  }

  /**
   * A point in time, stored as the number of seconds or milliseconds since 1970.
   *
   * @param precision never microseconds
   */
  record EpochType(Precision precision) implements AttributeType {
    @Override
    public TypeKind kind() {
      return TypeKind.EPOCH;
    }
  }

  /** A day without a time or a zone, stored as ISO-8601 text of ten characters. */
  record DateType() implements AttributeType {
    @Override
    public TypeKind kind() {
      return TypeKind.DATE;
    }
  }

  /** One of an enum's constants, stored as its text. */
  record EnumType(EnumDefinition definition) implements AttributeType {
    @Override
    public TypeKind kind() {
      return TypeKind.ENUM;
    }
  }

  /** JSON text, which is checked to be such, and kept as it is. */
  record JsonType() implements AttributeType {
    @Override
    public TypeKind kind() {
      return TypeKind.JSON;
    }
  }

  /** Values of any kind by texts. */
  record FreeMapType() implements AttributeType {
    @Override
    public TypeKind kind() {
      return TypeKind.FREE_MAP;
    }
  }

  /** A structure, stored as a map. */
  record StructType(StructDefinition definition) implements AttributeType {
    @Override
    public TypeKind kind() {
      return TypeKind.STRUCT;
    }
  }

  /** A type whose values have elements of another type. */
  sealed interface CollectionType extends AttributeType permits ListType, MapType, SetType {
    AttributeType element();
  }

  /** Values in a sequence. */
  record ListType(AttributeType element) implements CollectionType {
    @Override
    public TypeKind kind() {
      return TypeKind.LIST;
    }
  }

  /** Values by texts. */
  record MapType(AttributeType element) implements CollectionType {
    @Override
    public TypeKind kind() {
      return TypeKind.MAP;
    }
  }

  /**
   * Different values in no order. DynamoDB stores no empty set: it is absent in the item.
   *
   * @param element stored as a string, a number or binary
   */
  record SetType(AttributeType element) implements CollectionType {
    @Override
    public TypeKind kind() {
      return TypeKind.SET;
    }

    @Override
    public StorageType storage() {
      return element.storage().ofSet();
    }
  }
}
