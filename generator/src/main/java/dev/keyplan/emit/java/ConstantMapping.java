package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.FormattedTimestampType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.Value;
import dev.keyplan.naming.JavaNames;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Constants of the model in Java. */
final class ConstantMapping {
  private ConstantMapping() {}

  /** A constant as an expression of a type. */
  static CodeBlock of(AttributeType type, Value value) {
    if (value instanceof Value.TextValue text) {
      return text(type, text.text());
    }
    if (value instanceof Value.NumberValue number) {
      return number(type, number.number());
    }
    if (value instanceof Value.EnumValue constant) {
      return CodeBlock.of(
          "$T.$L",
          TypeMapping.className(constant.definition().name()),
          JavaNames.constant(constant.constant().name()));
    }
    return CodeBlock.of("$L", ((Value.BooleanValue) value).isTrue());
  }

  private static CodeBlock text(AttributeType type, String text) {
    return switch (type.kind()) {
      case UUID -> CodeBlock.of("$T.fromString($S)", UUID.class, text);
      case TIMESTAMP -> CodeBlock.of("$T.parse($S)", Instant.class, text);
      case FORMATTED_TIMESTAMP ->
          CodeBlock.of(
              "$T.parse($S)",
              Instant.class,
              ((FormattedTimestampType) type).pattern().parse(text).toString());
      case DATE -> CodeBlock.of("$T.parse($S)", LocalDate.class, text);
      default -> CodeBlock.of("$S", text);
    };
  }

  private static CodeBlock number(AttributeType type, BigDecimal number) {
    return switch (type.kind()) {
      case DECIMAL -> CodeBlock.of("new $T($S)", BigDecimal.class, number.toPlainString());
      case DOUBLE -> CodeBlock.of("$L", number.doubleValue());
      case EPOCH ->
          CodeBlock.of(
              "$T.$L($LL)",
              Instant.class,
              TimeMapping.isSeconds(type) ? "ofEpochSecond" : "ofEpochMilli",
              number.toBigIntegerExact());
      default -> whole(type, number.toBigIntegerExact());
    };
  }

  private static CodeBlock whole(AttributeType type, BigInteger number) {
    boolean isLong = type instanceof IntegerType integer && integer.isLong();
    return CodeBlock.of(isLong ? "$LL" : "$L", number);
  }
}
