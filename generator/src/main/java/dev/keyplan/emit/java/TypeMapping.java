package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.BinaryType;
import dev.keyplan.model.AttributeType.DecimalType;
import dev.keyplan.model.AttributeType.EnumType;
import dev.keyplan.model.AttributeType.EpochType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.AttributeType.Precision;
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.model.AttributeType.StructType;
import dev.keyplan.model.AttributeType.TimestampType;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.KeyTemplate.Hole;
import dev.keyplan.model.Value;
import dev.keyplan.naming.JavaNames;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * All that depends on an attribute's type: its Java type, and how its values are checked, written,
 * read and put into key texts. A new type is a new case in each {@code switch} here, and nowhere
 * else.
 */
final class TypeMapping {
  private final SupportTypes support;
  private final CollectionMapping collections;

  TypeMapping(SupportTypes support) {
    this.support = support;
    this.collections = new CollectionMapping(this, support);
  }

  TypeName type(AttributeType type) {
    return switch (type.kind()) {
      case STRING, ULID -> ClassName.get(String.class);
      case INTEGER -> ((IntegerType) type).isLong() ? TypeName.LONG : TypeName.INT;
      case DECIMAL -> ClassName.get(BigDecimal.class);
      case DOUBLE -> TypeName.DOUBLE;
      case BOOLEAN -> TypeName.BOOLEAN;
      case BINARY -> Sdk.BYTES;
      case UUID -> ClassName.get(UUID.class);
      case TIMESTAMP, EPOCH -> ClassName.get(Instant.class);
      case DATE -> ClassName.get(LocalDate.class);
      case ENUM -> className(((EnumType) type).definition().name());
      case STRUCT -> className(((StructType) type).definition().name());
      case LIST, MAP, SET -> collections.type(type);
    };
  }

  /** The type of a record's component. */
  TypeName type(Attribute attribute) {
    TypeName type = type(attribute.type());
    return attribute.isOptional()
        ? ParameterizedTypeName.get(ClassName.get(Optional.class), type.box())
        : type;
  }

  /** Whether what {@link #normal} gives is to be used instead of the value. */
  boolean isReplaced(AttributeType type) {
    return switch (type.kind()) {
      case DECIMAL, DOUBLE, LIST, MAP, SET -> true;
      case STRING, INTEGER, BOOLEAN, BINARY, UUID, ULID, TIMESTAMP, EPOCH, DATE, ENUM, STRUCT ->
          false;
    };
  }

  /**
   * Refuses, or normalises, what a value of the type never is; nothing for primitive types. Values
   * that were stored under an older model pass.
   */
  Optional<CodeBlock> normal(AttributeType type, String name, CodeBlock value) {
    return normal(type, name, value, 0);
  }

  /** The same for an element inside of so many collections. */
  Optional<CodeBlock> normal(AttributeType type, String name, CodeBlock value, int depth) {
    return switch (type.kind()) {
      case LIST, MAP, SET -> Optional.of(collections.normal(type, name, value, depth));
      case INTEGER, BOOLEAN -> Optional.empty();
      case STRING, BINARY, UUID, ULID, ENUM, STRUCT -> Optional.of(present(name, value));
      case DECIMAL ->
          Optional.of(
              CodeBlock.of(
                  "$T.scaled($S, $L, $L)",
                  support.check(),
                  name,
                  value,
                  ((DecimalType) type).scale()));
      case DOUBLE -> Optional.of(CodeBlock.of("$T.number($S, $L)", support.check(), name, value));
      case DATE -> Optional.of(date(name, value));
      case TIMESTAMP, EPOCH ->
          Optional.of(
              CodeBlock.of(
                  "$T.$L($S, $L)",
                  support.timestamps(),
                  precision(type).toLowerCase(Locale.ROOT),
                  name,
                  value));
    };
  }

  /** Refuses what the model does not allow, given a value that is normal. */
  Optional<CodeBlock> check(AttributeType type, String name, CodeBlock value) {
    return check(type, name, value, 0);
  }

  /** The same for an element inside of so many collections. */
  Optional<CodeBlock> check(AttributeType type, String name, CodeBlock value, int depth) {
    return switch (type.kind()) {
      case LIST, MAP, SET -> collections.check(type, name, value, depth);
      case DOUBLE, BOOLEAN, UUID, ENUM, TIMESTAMP, EPOCH, DATE -> Optional.empty();
      case DECIMAL -> Optional.of(digits((DecimalType) type, name, value));
      case BINARY -> bytes((BinaryType) type, name, value);
      case ULID -> Optional.of(ulid(name, value));
      case STRING -> Optional.of(text((StringType) type, name, value));
      case INTEGER ->
          ((IntegerType) type).isBounded()
              ? Optional.of(range((IntegerType) type, name, value))
              : Optional.empty();
      case STRUCT -> Optional.of(CodeBlock.of("$L.checked()", value));
    };
  }

  /** An {@code AttributeValue} of a value that was checked. */
  CodeBlock write(AttributeType type, CodeBlock value) {
    return write(type, value, 0);
  }

  /** The same for an element inside of so many collections. */
  CodeBlock write(AttributeType type, CodeBlock value, int depth) {
    return switch (type.kind()) {
      case LIST, MAP, SET -> collections.write(type, value, depth);
      case STRING, ULID, UUID, TIMESTAMP, DATE, ENUM -> fromS(storedText(type, value));
      case INTEGER, DECIMAL, DOUBLE, EPOCH ->
          CodeBlock.of("$T.fromN($L)", Sdk.ATTRIBUTE_VALUE, storedText(type, value));
      case BOOLEAN -> CodeBlock.of("$T.fromBool($L)", Sdk.ATTRIBUTE_VALUE, value);
      case BINARY -> CodeBlock.of("$T.fromB($L)", Sdk.ATTRIBUTE_VALUE, value);
      case STRUCT -> CodeBlock.of("$T.write($L)", codec(type), value);
    };
  }

  /** An {@code AttributeValue} of a value that somebody gives. */
  CodeBlock writeChecked(AttributeType type, String name, CodeBlock value) {
    return switch (type.kind()) {
      case TIMESTAMP -> fromS(timestamp(type, name, value));
      case STRING, ULID, INTEGER, BOOLEAN -> write(type, check(type, name, value).orElse(value));
      case DOUBLE, EPOCH, DATE -> write(type, normal(type, name, value).orElseThrow());
      case DECIMAL ->
          write(type, digits((DecimalType) type, name, normal(type, name, value).orElseThrow()));
      case BINARY -> write(type, check(type, name, value).orElse(present(name, value)));
      case UUID, ENUM -> write(type, present(name, value));
      case STRUCT -> write(type, CodeBlock.of("$L.checked()", present(name, value)));
      case LIST, MAP, SET -> collections.writeChecked(type, name, value);
    };
  }

  /** The same where it is the key of an index as it is stored, which cannot be empty. */
  CodeBlock writeCheckedKey(AttributeType type, String name, CodeBlock value) {
    if (type instanceof StringType text && text.minimumLength() == 0) {
      return fromS(keyText(name, text(text, name, value)));
    }
    if (type instanceof BinaryType bytes && bytes.minimumLength() == 0) {
      CodeBlock checked = bytes(bytes, name, value).orElse(value);
      return write(type, CodeBlock.of("$T.bytes($S, $L)", support.keys(), name, checked));
    }
    return writeChecked(type, name, value);
  }

  /** An {@code AttributeValue} of a part of a text, whose length is its giver's. */
  CodeBlock writePart(String name, CodeBlock value) {
    return fromS(CodeBlock.of("$T.text($S, $L)", support.check(), name, value));
  }

  /** An {@code AttributeValue} that a key is compared with; its limits are not its caller's. */
  CodeBlock writeKeyOperand(AttributeType type, String name, CodeBlock value) {
    return switch (type.kind()) {
      case STRING -> fromS(keyText(name, value));
      case INTEGER, BOOLEAN -> write(type, value);
      case BINARY -> write(type, CodeBlock.of("$T.bytes($S, $L)", support.keys(), name, value));
      case DECIMAL, DOUBLE, UUID, ULID, ENUM, TIMESTAMP, EPOCH, DATE, STRUCT, LIST, MAP, SET ->
          writeChecked(type, name, value);
    };
  }

  /** A function from {@code AttributeValue} to a value. */
  CodeBlock reader(AttributeType type) {
    return reader(type, 0);
  }

  /** The same for an element inside of so many collections. */
  CodeBlock reader(AttributeType type, int depth) {
    String each = JavaNames.element(depth);
    return switch (type.kind()) {
      case LIST, MAP, SET -> collections.reader(type, depth);
      case STRING -> CodeBlock.of("$T::text", support.read());
      case INTEGER ->
          CodeBlock.of(
              "$T::$L", support.read(), ((IntegerType) type).isLong() ? "longInteger" : "integer");
      case DECIMAL ->
          CodeBlock.of(
              "$1L -> $2T.decimal($1L, $3L)", each, support.read(), ((DecimalType) type).scale());
      case DOUBLE -> CodeBlock.of("$T::floating", support.read());
      case BOOLEAN -> CodeBlock.of("$T::bool", support.read());
      case BINARY -> CodeBlock.of("$T::bytes", support.read());
      case UUID -> CodeBlock.of("$T::uuid", support.read());
      case ULID -> CodeBlock.of("$T::ulid", support.read());
      case EPOCH ->
          CodeBlock.of("$T::$L", support.read(), isSeconds(type) ? "epochSeconds" : "epochMillis");
      case DATE -> CodeBlock.of("$T::date", support.read());
      case TIMESTAMP ->
          CodeBlock.of("$T::$L", support.read(), precision(type).toLowerCase(Locale.ROOT));
      case ENUM ->
          CodeBlock.of("$1L -> $2T.parse($3T.text($1L))", each, type(type), support.read());
      case STRUCT -> CodeBlock.of("$T::read", codec(type));
    };
  }

  /** The text of a value in the hole of a key. */
  CodeBlock hole(Hole hole, String name, CodeBlock value) {
    AttributeType type = hole.attribute().type();
    return switch (type.kind()) {
      case STRING ->
          hole.delimiter().isEmpty()
              ? keyText(name, value)
              : CodeBlock.of(
                  "$T.text($S, $L, $S)",
                  support.keys(),
                  name,
                  value,
                  Character.toString(hole.delimiter().get()));
      case INTEGER -> paddedNumber((IntegerType) type, name, value);
      case UUID -> CodeBlock.of("$T.uuid($S, $L)", support.keys(), name, value);
      case ULID -> ulid(name, value);
      case DATE -> CodeBlock.of("$L.toString()", date(name, value));
      case TIMESTAMP -> timestamp(type, name, value);
      case ENUM -> CodeBlock.of("$L.stored()", present(name, value));
      case DECIMAL, DOUBLE, EPOCH, BOOLEAN, BINARY, STRUCT, LIST, MAP, SET ->
          throw new IllegalArgumentException(type.text() + " in a key");
    };
  }

  /** The most bytes that a value has in a key; {@link Integer#MAX_VALUE} if that is not known. */
  int keyBytes(AttributeType type) {
    return switch (type.kind()) {
      case STRING -> {
        int characters = ((StringType) type).maximumLength().orElse(Integer.MAX_VALUE);
        yield characters > Integer.MAX_VALUE / 4 ? Integer.MAX_VALUE : 4 * characters;
      }
      case INTEGER -> 20;
      case UUID -> 36;
      case ULID -> 26;
      case DATE -> 10;
      case TIMESTAMP -> 27;
      case ENUM ->
          ((EnumType) type)
              .definition().constants().stream()
                  .mapToInt(constant -> 3 * constant.storedText().length())
                  .max()
                  .orElse(0);
      case DECIMAL, DOUBLE, EPOCH, BOOLEAN, BINARY, STRUCT, LIST, MAP, SET -> 0;
    };
  }

  /** A constant of the model, as an expression of the type. */
  CodeBlock constant(AttributeType type, Value value) {
    if (value instanceof Value.TextValue text) {
      return switch (type.kind()) {
        case UUID -> CodeBlock.of("$T.fromString($S)", UUID.class, text.text());
        case TIMESTAMP -> CodeBlock.of("$T.parse($S)", Instant.class, text.text());
        case DATE -> CodeBlock.of("$T.parse($S)", LocalDate.class, text.text());
        case STRING,
            ULID,
            INTEGER,
            DECIMAL,
            DOUBLE,
            BINARY,
            EPOCH,
            BOOLEAN,
            ENUM,
            STRUCT,
            LIST,
            MAP,
            SET ->
            CodeBlock.of("$S", text.text());
      };
    }
    if (value instanceof Value.NumberValue number) {
      if (type.kind() == AttributeType.Kind.DECIMAL) {
        return CodeBlock.of("new $T($S)", BigDecimal.class, number.number().toPlainString());
      }
      if (type.kind() == AttributeType.Kind.DOUBLE) {
        return CodeBlock.of("$L", number.number().doubleValue());
      }
      if (type instanceof EpochType) {
        return CodeBlock.of(
            "$T.$L($LL)",
            Instant.class,
            isSeconds(type) ? "ofEpochSecond" : "ofEpochMilli",
            number.number().toBigIntegerExact());
      }
      boolean isLong = type instanceof IntegerType integer && integer.isLong();
      return CodeBlock.of(isLong ? "$LL" : "$L", number.number().toBigIntegerExact());
    }
    if (value instanceof Value.EnumValue constant) {
      return CodeBlock.of(
          "$T.$L",
          className(constant.definition().name()),
          JavaNames.constant(constant.constant().name()));
    }
    return CodeBlock.of("$L", ((Value.BooleanValue) value).isTrue());
  }

  /** What an attribute gets that takes something of the time of its creation. */
  CodeBlock timed(AttributeType type, CodeBlock now) {
    if (type.kind() == AttributeType.Kind.ULID) {
      return CodeBlock.of("$T.random($L)", support.ulids(), now);
    }
    // The only place where time is cut.
    return CodeBlock.of("$L.truncatedTo($T.$L)", now, ChronoUnit.class, precision(type));
  }

  /** The codec of a struct. */
  ClassName codec(AttributeType type) {
    DefinitionName struct = ((StructType) type).definition().name();
    return ClassName.get(struct.namespace(), struct.name() + "Item");
  }

  static ClassName className(DefinitionName name) {
    return ClassName.get(name.namespace(), name.name());
  }

  private CodeBlock present(String name, CodeBlock value) {
    return CodeBlock.of("$T.present($S, $L)", support.check(), name, value);
  }

  private CodeBlock ulid(String name, CodeBlock value) {
    return CodeBlock.of("$T.ulid($S, $L)", support.ulids(), name, value);
  }

  private CodeBlock date(String name, CodeBlock value) {
    return CodeBlock.of("$T.date($S, $L)", support.check(), name, value);
  }

  private CodeBlock keyText(String name, CodeBlock value) {
    return CodeBlock.of("$T.text($S, $L)", support.keys(), name, value);
  }

  private CodeBlock text(StringType type, String name, CodeBlock value) {
    if (type.minimumLength() == 0 && type.maximumLength().isEmpty()) {
      return CodeBlock.of("$T.text($S, $L)", support.check(), name, value);
    }
    return CodeBlock.of(
        "$T.text($S, $L, $L, $L)",
        support.check(),
        name,
        value,
        type.minimumLength(),
        maximum(type.maximumLength()));
  }

  private CodeBlock digits(DecimalType type, String name, CodeBlock value) {
    return CodeBlock.of(
        "$T.digits($S, $L, $L)", support.check(), name, value, type.precision() - type.scale());
  }

  private Optional<CodeBlock> bytes(BinaryType type, String name, CodeBlock value) {
    return type.minimumLength() == 0 && type.maximumLength().isEmpty()
        ? Optional.empty()
        : Optional.of(
            CodeBlock.of(
                "$T.bytes($S, $L, $L, $L)",
                support.check(),
                name,
                value,
                type.minimumLength(),
                maximum(type.maximumLength())));
  }

  private static CodeBlock maximum(OptionalInt length) {
    return length.isPresent()
        ? CodeBlock.of("$L", length.getAsInt())
        : CodeBlock.of("$T.MAX_VALUE", Integer.class);
  }

  private CodeBlock range(IntegerType type, String name, CodeBlock value) {
    return CodeBlock.of(
        type.isLong() ? "$T.range($S, $L, $LL, $LL)" : "$T.range($S, $L, $L, $L)",
        support.check(),
        name,
        value,
        type.minimum(),
        type.maximum());
  }

  private CodeBlock paddedNumber(IntegerType type, String name, CodeBlock value) {
    if (!type.isBounded() || type.minimum() < 0) {
      return CodeBlock.of("$T.number($L)", support.keys(), value);
    }
    return CodeBlock.of(
        "$T.number($S, $L, $LL, $LL)", support.keys(), name, value, type.minimum(), type.maximum());
  }

  private CodeBlock timestamp(AttributeType type, String name, CodeBlock value) {
    return CodeBlock.of("$T.$L($S, $L)", support.timestamps(), format(type), name, value);
  }

  private static String format(AttributeType type) {
    return switch (((TimestampType) type).precision()) {
      case SECONDS -> "formatSeconds";
      case MILLISECONDS -> "formatMillis";
      case MICROSECONDS -> "formatMicros";
    };
  }

  /** The constant of {@code ChronoUnit}; in lower case, the helpers' name. */
  private static String precision(AttributeType type) {
    return switch (storedPrecision(type)) {
      case SECONDS -> "SECONDS";
      case MILLISECONDS -> "MILLIS";
      case MICROSECONDS -> "MICROS";
    };
  }

  private static boolean isSeconds(AttributeType type) {
    return storedPrecision(type) == Precision.SECONDS;
  }

  private static Precision storedPrecision(AttributeType type) {
    return type instanceof EpochType epoch ? epoch.precision() : ((TimestampType) type).precision();
  }

  /** The text of a value that is stored as a string or a number. */
  CodeBlock storedText(AttributeType type, CodeBlock value) {
    return switch (type.kind()) {
      case STRING, ULID -> value;
      case INTEGER -> CodeBlock.of("$T.toString($L)", type(type).box(), value);
      case DECIMAL -> CodeBlock.of("$L.toPlainString()", value);
      case DOUBLE -> CodeBlock.of("$T.toString($L)", Double.class, value);
      case UUID, DATE -> CodeBlock.of("$L.toString()", value);
      case TIMESTAMP -> CodeBlock.of("$T.$L($L)", support.timestamps(), format(type), value);
      case EPOCH ->
          CodeBlock.of(
              "$T.toString($L.$L())",
              Long.class,
              value,
              isSeconds(type) ? "getEpochSecond" : "toEpochMilli");
      case ENUM -> CodeBlock.of("$L.stored()", value);
      case BOOLEAN, BINARY, STRUCT, LIST, MAP, SET ->
          throw new IllegalArgumentException(type.text() + " is not stored as a text");
    };
  }

  private static CodeBlock fromS(CodeBlock text) {
    return CodeBlock.of("$T.fromS($L)", Sdk.ATTRIBUTE_VALUE, text);
  }
}
