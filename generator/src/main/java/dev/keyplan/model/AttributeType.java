package dev.keyplan.model;

import java.util.OptionalInt;

/**
 * The type of an attribute. {@link #kind()} is there for exhaustive {@code switch} expressions: a
 * new kind does not compile until every place that must know it does.
 */
public sealed interface AttributeType
    permits AttributeType.StringType,
        AttributeType.IntegerType,
        AttributeType.DecimalType,
        AttributeType.DoubleType,
        AttributeType.BooleanType,
        AttributeType.BinaryType,
        AttributeType.UuidType,
        AttributeType.UlidType,
        AttributeType.TimestampType,
        AttributeType.EpochType,
        AttributeType.DateType,
        AttributeType.EnumType,
        AttributeType.StructType {

  Kind kind();

  /** How DynamoDB stores it. */
  StorageType storage();

  /** As the language writes it. */
  String text();

  /** One constant for each permitted type. */
  enum Kind {
    STRING,
    INTEGER,
    DECIMAL,
    DOUBLE,
    BOOLEAN,
    BINARY,
    UUID,
    ULID,
    TIMESTAMP,
    EPOCH,
    DATE,
    ENUM,
    STRUCT
  }

  /**
   * Text.
   *
   * @param minimumLength in code points
   * @param maximumLength in code points; empty if only DynamoDB's limits apply
   */
  record StringType(int minimumLength, OptionalInt maximumLength) implements AttributeType {
    @Override
    public Kind kind() {
      return Kind.STRING;
    }

    @Override
    public StorageType storage() {
      return StorageType.S;
    }

    @Override
    public String text() {
      return "string" + lengths(minimumLength, maximumLength);
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
    public Kind kind() {
      return Kind.INTEGER;
    }

    @Override
    public StorageType storage() {
      return StorageType.N;
    }

    @Override
    public String text() {
      String word = isLong ? "long" : "int";
      return isBounded ? word + "(" + minimum + ".." + maximum + ")" : word;
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
    public Kind kind() {
      return Kind.DECIMAL;
    }

    @Override
    public StorageType storage() {
      return StorageType.N;
    }

    @Override
    public String text() {
      return "decimal(" + precision + "," + scale + ")";
    }
  }

  /** A floating-point number, of those that DynamoDB can store. */
  record DoubleType() implements AttributeType {
    @Override
    public Kind kind() {
      return Kind.DOUBLE;
    }

    @Override
    public StorageType storage() {
      return StorageType.N;
    }

    @Override
    public String text() {
      return "double";
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
    public Kind kind() {
      return Kind.BINARY;
    }

    @Override
    public StorageType storage() {
      return StorageType.B;
    }

    @Override
    public String text() {
      return "binary" + lengths(minimumLength, maximumLength);
    }
  }

  private static String lengths(int minimum, OptionalInt maximum) {
    if (minimum == 0 && maximum.isEmpty()) {
      return "";
    }
    String low = minimum == 0 ? "" : Integer.toString(minimum);
    String high = maximum.isEmpty() ? "" : Integer.toString(maximum.getAsInt());
    return "(" + low + ".." + high + ")";
  }

  /** True or false. */
  record BooleanType() implements AttributeType {
    @Override
    public Kind kind() {
      return Kind.BOOLEAN;
    }

    @Override
    public StorageType storage() {
      return StorageType.BOOL;
    }

    @Override
    public String text() {
      return "boolean";
    }
  }

  /** A UUID, stored as 36 lower-case characters. */
  record UuidType() implements AttributeType {
    @Override
    public Kind kind() {
      return Kind.UUID;
    }

    @Override
    public StorageType storage() {
      return StorageType.S;
    }

    @Override
    public String text() {
      return "uuid";
    }
  }

  /** A ULID, stored as 26 upper-case characters that sort by the time they were made. */
  record UlidType() implements AttributeType {
    @Override
    public Kind kind() {
      return Kind.ULID;
    }

    @Override
    public StorageType storage() {
      return StorageType.S;
    }

    @Override
    public String text() {
      return "ulid";
    }
  }

  /**
   * A point in time, stored as ISO-8601 text in UTC of fixed width, so that text order is time
   * order.
   */
  record TimestampType(Precision precision) implements AttributeType {
    @Override
    public Kind kind() {
      return Kind.TIMESTAMP;
    }

    @Override
    public StorageType storage() {
      return StorageType.S;
    }

    @Override
    public String text() {
      return precision == Precision.MILLISECONDS
          ? "timestamp"
          : "timestamp(" + precision.unit() + ")";
    }
  }

  /**
   * A point in time, stored as the number of seconds or milliseconds since 1970.
   *
   * @param precision never microseconds
   */
  record EpochType(Precision precision) implements AttributeType {
    @Override
    public Kind kind() {
      return Kind.EPOCH;
    }

    @Override
    public StorageType storage() {
      return StorageType.N;
    }

    @Override
    public String text() {
      return "epoch(" + precision.unit() + ")";
    }
  }

  /** A day without a time or a zone, stored as ISO-8601 text of ten characters. */
  record DateType() implements AttributeType {
    @Override
    public Kind kind() {
      return Kind.DATE;
    }

    @Override
    public StorageType storage() {
      return StorageType.S;
    }

    @Override
    public String text() {
      return "date";
    }
  }

  /** The finest part of a second that a time keeps. */
  enum Precision {
    SECONDS("s", 0),
    MILLISECONDS("ms", 3),
    MICROSECONDS("us", 6);

    private final String unit;
    private final int digits;

    Precision(String unit, int digits) {
      this.unit = unit;
      this.digits = digits;
    }

    /** The language's word. */
    public String unit() {
      return unit;
    }

    /** The number of digits after the decimal point. */
    public int digits() {
      return digits;
    }
  }

  /** One of an enum's constants, stored as its text. */
  record EnumType(EnumDefinition definition) implements AttributeType {
    @Override
    public Kind kind() {
      return Kind.ENUM;
    }

    @Override
    public StorageType storage() {
      return StorageType.S;
    }

    @Override
    public String text() {
      return definition.name().name();
    }
  }

  /** A structure, stored as a map. */
  record StructType(StructDefinition definition) implements AttributeType {
    @Override
    public Kind kind() {
      return Kind.STRUCT;
    }

    @Override
    public StorageType storage() {
      return StorageType.M;
    }

    @Override
    public String text() {
      return definition.name().name();
    }
  }
}
