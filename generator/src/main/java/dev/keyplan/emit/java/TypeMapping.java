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
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.model.AttributeType.StructType;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.TypeKind;
import dev.keyplan.naming.JavaNames;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * All that depends on an attribute's type: its Java type, and how its values are checked, written
 * and read. A new type is a new case in each {@code switch} here, and in {@link HoleMapping},
 * {@link ValueMapping} and {@link ConstantMapping}.
 */
final class TypeMapping {
  private final SupportTypes support;
  private final CollectionMapping collections;
  private final LimitMapping limits;
  private final TimeMapping times;
  private final HoleMapping holes;
  private final NativeKeyMapping keys;
  private final ValueMapping alone;

  TypeMapping(SupportTypes support) {
    this.support = support;
    this.collections = new CollectionMapping(this, support);
    this.limits = new LimitMapping(support);
    this.times = new TimeMapping(support);
    this.holes = new HoleMapping(this, support);
    this.keys = new NativeKeyMapping(holes, support);
    this.alone = ValueMapping.alone(this, collections, support);
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
      case TIMESTAMP, FORMATTED_TIMESTAMP, EPOCH -> ClassName.get(Instant.class);
      case DATE -> ClassName.get(LocalDate.class);
      case ENUM -> className(((EnumType) type).definition().name());
      case STRUCT -> className(((StructType) type).definition().name());
      case JSON -> ClassName.get(String.class);
      case FREE_MAP ->
          ParameterizedTypeName.get(
              ClassName.get(Map.class), ClassName.get(String.class), Sdk.ATTRIBUTE_VALUE);
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
      case DECIMAL, DOUBLE, LIST, MAP, FREE_MAP, SET -> true;
      default -> false;
    };
  }

  /** Whether {@link #normal} refuses more values than null. */
  boolean isRefused(AttributeType type) {
    return switch (type.kind()) {
      case TIMESTAMP, FORMATTED_TIMESTAMP, EPOCH, DATE, DECIMAL, DOUBLE, LIST, MAP, FREE_MAP, SET ->
          true;
      default -> false;
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
      case STRING, BINARY, UUID, ULID, ENUM, JSON, STRUCT ->
          Optional.of(limits.present(name, value));
      case FREE_MAP -> Optional.of(CodeBlock.of("$T.map($S, $L)", support.elements(), name, value));
      case DECIMAL -> Optional.of(limits.scaled((DecimalType) type, name, value));
      case DOUBLE -> Optional.of(CodeBlock.of("$T.number($S, $L)", support.check(), name, value));
      case DATE -> Optional.of(limits.date(name, value));
      case TIMESTAMP, FORMATTED_TIMESTAMP, EPOCH -> Optional.of(times.normal(type, name, value));
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
      case DOUBLE, BOOLEAN, UUID, ENUM, TIMESTAMP, FORMATTED_TIMESTAMP, EPOCH, DATE ->
          Optional.empty();
      case JSON -> Optional.of(limits.json(name, value));
      case FREE_MAP ->
          Optional.of(CodeBlock.of("$T.storable($S, $L)", support.elements(), name, value));
      case DECIMAL -> Optional.of(limits.digits((DecimalType) type, name, value));
      case BINARY -> limits.bytes((BinaryType) type, name, value);
      case ULID -> Optional.of(limits.ulid(name, value));
      case STRING -> Optional.of(limits.text((StringType) type, name, value));
      case INTEGER -> limits.range((IntegerType) type, name, value);
      case STRUCT -> Optional.of(CodeBlock.of("$L.checked()", value));
    };
  }

  /** An {@code AttributeValue} of a value that was checked. */
  CodeBlock write(AttributeType type, CodeBlock value) {
    return alone.write(type, value);
  }

  /** How one value is written, which shares nothing with others. */
  ValueMapping alone() {
    return alone;
  }

  /** An {@code AttributeValue} of a value that somebody gives. */
  CodeBlock writeChecked(AttributeType type, String name, CodeBlock value) {
    return switch (type.kind()) {
      case TIMESTAMP, FORMATTED_TIMESTAMP -> alone.text(times.checkedText(type, name, value));
      case STRING, ULID, INTEGER, BOOLEAN, JSON ->
          write(type, check(type, name, value).orElse(value));
      case DOUBLE, EPOCH, DATE -> write(type, normal(type, name, value).orElseThrow());
      case DECIMAL ->
          write(
              type,
              limits.digits((DecimalType) type, name, normal(type, name, value).orElseThrow()));
      case BINARY -> write(type, check(type, name, value).orElse(limits.present(name, value)));
      case UUID, ENUM -> write(type, limits.present(name, value));
      case STRUCT -> write(type, CodeBlock.of("$L.checked()", limits.present(name, value)));
      case FREE_MAP ->
          write(type, check(type, name, normal(type, name, value).orElseThrow()).orElseThrow());
      case LIST, MAP, SET -> collections.writeChecked(type, name, value);
    };
  }

  /**
   * The same where it is the key of an index as it is stored, which is neither empty nor too long.
   *
   * @param isSort whether it is a sort key anywhere, which allows fewer bytes
   */
  CodeBlock writeCheckedKey(AttributeType type, boolean isSort, String name, CodeBlock value) {
    return keys.isLimited(type, isSort)
        ? writeKeyOperand(type, isSort, name, check(type, name, value).orElse(value))
        : writeChecked(type, name, value);
  }

  /** An {@code AttributeValue} of a part of a text, whose length is its giver's. */
  CodeBlock writePart(String name, CodeBlock value) {
    return alone.text(CodeBlock.of("$T.text($S, $L)", support.check(), name, value));
  }

  /** An {@code AttributeValue} that a key is compared with; its limits are not its caller's. */
  CodeBlock writeKeyOperand(AttributeType type, boolean isSort, String name, CodeBlock value) {
    return switch (type.kind()) {
      case STRING, BINARY -> write(type, keys.checked(type, isSort, name, value));
      case INTEGER, BOOLEAN -> write(type, value);
      default -> writeChecked(type, name, value);
    };
  }

  /** What a key attribute gets, of an item that was checked. */
  CodeBlock keyAttribute(AttributeType type, boolean isSort, String name, CodeBlock value) {
    return switch (type.kind()) {
      case STRING, BINARY -> keys.checked(type, isSort, name, value);
      case ULID -> limits.ulid(name, value);
      default -> value;
    };
  }

  /** The same of a key alone, whose form and range make sure that it is of no other entity. */
  CodeBlock writeCheckedKeyAttribute(
      AttributeType type, boolean isSort, String name, CodeBlock value) {
    return switch (type.kind()) {
      case STRING -> alone.text(keys.whole((StringType) type, isSort, name, value));
      case INTEGER -> write(type, check(type, name, value).orElse(value));
      case DECIMAL -> write(type, limits.digits((DecimalType) type, name, value));
      default -> alone.writeKeyAttribute(type, isSort, name, value);
    };
  }

  /** A function from an {@code AttributeValue}, or from an element of a set, to a value. */
  CodeBlock reader(AttributeType type) {
    return reader(type, 0);
  }

  /** The same for an element inside of so many collections. */
  CodeBlock reader(AttributeType type, int depth) {
    String each = JavaNames.element(depth);
    return switch (type.kind()) {
      case LIST, MAP, SET -> collections.reader(type, depth);
      case FREE_MAP -> CodeBlock.of("$T::map", support.read());
      case STRING, JSON -> CodeBlock.of("$T::text", support.read());
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
      case DATE -> CodeBlock.of("$T::date", support.read());
      case TIMESTAMP, FORMATTED_TIMESTAMP, EPOCH -> times.reader(type, each);
      case ENUM ->
          CodeBlock.of("$1L -> $2T.parse($3T.text($1L))", each, type(type), support.read());
      case STRUCT -> CodeBlock.of("$T::read", codec(type));
    };
  }

  /** The texts of values in keys. */
  HoleMapping holes() {
    return holes;
  }

  /** What an attribute gets that takes something of the time of its creation. */
  CodeBlock timed(AttributeType type, CodeBlock now) {
    if (type.kind() == TypeKind.ULID) {
      return CodeBlock.of("$T.random($L)", support.ulids(), now);
    }
    return times.cut(type, now);
  }

  /** The codec of a struct. */
  ClassName codec(AttributeType type) {
    DefinitionName struct = ((StructType) type).definition().name();
    return ClassName.get(struct.namespace(), struct.name() + "Codec");
  }

  static ClassName className(DefinitionName name) {
    return ClassName.get(name.namespace(), name.name());
  }

  /** The text of a value that is stored as a string or a number. */
  CodeBlock storedText(AttributeType type, CodeBlock value) {
    return switch (type.kind()) {
      case STRING, ULID, JSON -> value;
      case INTEGER -> CodeBlock.of("$T.toString($L)", type(type).box(), value);
      case DECIMAL -> CodeBlock.of("$L.toPlainString()", value);
      case DOUBLE -> CodeBlock.of("$T.toString($L)", Double.class, value);
      case UUID, DATE -> CodeBlock.of("$L.toString()", value);
      case TIMESTAMP, FORMATTED_TIMESTAMP -> times.text(type, value);
      case EPOCH -> times.number((EpochType) type, value);
      case ENUM -> CodeBlock.of("$L.stored()", value);
      default -> throw new IllegalArgumentException(type.text() + " is not stored as a text");
    };
  }
}
