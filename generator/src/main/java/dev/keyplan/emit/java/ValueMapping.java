package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.CollectionType;
import java.util.Optional;

/**
 * How values that were checked become {@code AttributeValue}s: each one alone, or all of an item
 * with what makes them faster. A new type is a new case here.
 */
final class ValueMapping {
  private final TypeMapping types;
  private final CollectionMapping collections;
  private final SupportTypes support;
  private final Optional<String> values;

  private ValueMapping(
      TypeMapping types,
      CollectionMapping collections,
      SupportTypes support,
      Optional<String> values) {
    this.types = types;
    this.collections = collections;
    this.support = support;
    this.values = values;
  }

  /** {@code AttributeValue.fromS(…)}. */
  static ValueMapping alone(
      TypeMapping types, CollectionMapping collections, SupportTypes support) {
    return new ValueMapping(types, collections, support, Optional.empty());
  }

  /** {@code values.s(…)}, of a variable of the support class {@code Values}. */
  ValueMapping of(String variable) {
    return new ValueMapping(types, collections, support, Optional.of(variable));
  }

  /** Whether values of a type are made by what they share with others. */
  static boolean isShared(AttributeType type) {
    return switch (type.kind()) {
      case LIST, MAP -> isShared(((CollectionType) type).element());
      case SET, FREE_MAP, BOOLEAN, BINARY -> false;
      case STRING, ULID, UUID, TIMESTAMP, FORMATTED_TIMESTAMP, DATE, ENUM, JSON -> true;
      case INTEGER, DECIMAL, DOUBLE, EPOCH, STRUCT -> true;
    };
  }

  CodeBlock write(AttributeType type, CodeBlock value) {
    return write(type, value, 0);
  }

  /** The same for an element inside of so many collections. */
  CodeBlock write(AttributeType type, CodeBlock value, int depth) {
    return switch (type.kind()) {
      case LIST, MAP, SET -> collections.write(this, type, value, depth);
      case FREE_MAP -> CodeBlock.of("$T.fromM($L)", Sdk.ATTRIBUTE_VALUE, value);
      case STRING, ULID, UUID, TIMESTAMP, FORMATTED_TIMESTAMP, DATE, ENUM, JSON ->
          text(types.storedText(type, value));
      case INTEGER, DECIMAL, DOUBLE, EPOCH -> number(types.storedText(type, value));
      case BOOLEAN ->
          values.isPresent()
              ? CodeBlock.of("$T.bool($L)", support.values(), value)
              : CodeBlock.of("$T.fromBool($L)", Sdk.ATTRIBUTE_VALUE, value);
      case BINARY -> CodeBlock.of("$T.fromB($L)", Sdk.ATTRIBUTE_VALUE, value);
      case STRUCT ->
          CodeBlock.of(
              "$T.write($L, $L)",
              types.codec(type),
              values
                  .map(variable -> CodeBlock.of("$L", variable))
                  .orElseGet(() -> CodeBlock.of("new $T()", support.values())),
              value);
    };
  }

  /**
   * The value of a key attribute, of an item that was checked.
   *
   * @param isSort whether it is a sort key anywhere, which allows fewer bytes
   */
  CodeBlock writeKeyAttribute(AttributeType type, boolean isSort, String name, CodeBlock value) {
    return write(type, types.keyAttribute(type, isSort, name, value));
  }

  /** The value of a text. */
  CodeBlock text(CodeBlock text) {
    return values
        .map(variable -> CodeBlock.of("$L.s($L)", variable, text))
        .orElseGet(() -> CodeBlock.of("$T.fromS($L)", Sdk.ATTRIBUTE_VALUE, text));
  }

  private CodeBlock number(CodeBlock number) {
    return values
        .map(variable -> CodeBlock.of("$L.n($L)", variable, number))
        .orElseGet(() -> CodeBlock.of("$T.fromN($L)", Sdk.ATTRIBUTE_VALUE, number));
  }
}
