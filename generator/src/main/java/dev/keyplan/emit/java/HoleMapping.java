package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.EnumType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.model.AttributeType.TimestampType;
import dev.keyplan.model.KeyTemplate.Hole;

/** The texts of values in keys. */
final class HoleMapping {
  private final SupportTypes support;
  private final LimitMapping limits;
  private final TimeMapping times;

  HoleMapping(SupportTypes support) {
    this.support = support;
    this.limits = new LimitMapping(support);
    this.times = new TimeMapping(support);
  }

  /** The text of a value in the hole of a key. */
  CodeBlock text(Hole hole, String name, CodeBlock value) {
    AttributeType type = hole.attribute().type();
    return switch (type.kind()) {
      case STRING ->
          hole.delimiter().isEmpty()
              ? alone(name, value)
              : CodeBlock.of(
                  "$T.text($S, $L, $S)",
                  support.keys(),
                  name,
                  value,
                  Character.toString(hole.delimiter().get()));
      case INTEGER -> paddedNumber((IntegerType) type, name, value);
      case UUID -> CodeBlock.of("$T.uuid($S, $L)", support.keys(), name, value);
      case ULID -> limits.ulid(name, value);
      case DATE -> CodeBlock.of("$L.toString()", limits.date(name, value));
      case TIMESTAMP -> times.checkedText((TimestampType) type, name, value);
      case ENUM -> CodeBlock.of("$L.stored()", limits.present(name, value));
      case DECIMAL, DOUBLE, EPOCH, BOOLEAN, BINARY, STRUCT, LIST, MAP, SET ->
          throw new IllegalArgumentException(type.text() + " in a key");
    };
  }

  /** {@code Keys.text("name", name)}: a text that no other follows. */
  CodeBlock alone(String name, CodeBlock value) {
    return CodeBlock.of("$T.text($S, $L)", support.keys(), name, value);
  }

  /** The most bytes that a value has in a key; {@link Integer#MAX_VALUE} if that is not known. */
  static int bytes(AttributeType type) {
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

  private CodeBlock paddedNumber(IntegerType type, String name, CodeBlock value) {
    if (!type.isBounded() || type.minimum() < 0) {
      return CodeBlock.of("$T.number($L)", support.keys(), value);
    }
    return CodeBlock.of(
        "$T.number($S, $L, $LL, $LL)", support.keys(), name, value, type.minimum(), type.maximum());
  }
}
