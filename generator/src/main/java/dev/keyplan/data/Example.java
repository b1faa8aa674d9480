package dev.keyplan.data;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.DecimalType;
import dev.keyplan.model.AttributeType.EnumType;
import dev.keyplan.model.AttributeType.EpochType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.AttributeType.ListType;
import dev.keyplan.model.AttributeType.MapType;
import dev.keyplan.model.AttributeType.SetType;
import dev.keyplan.model.AttributeType.StructType;
import dev.keyplan.model.AttributeType.TimestampType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.Collectors;

/** Lines of a data file to paste, for hints. */
final class Example {
  private static final Instant INSTANT = Instant.parse("2026-01-31T09:30:00Z");

  private Example() {}

  /** {@code name: value}. */
  static String line(Attribute attribute) {
    return attribute.name() + ": " + value(attribute.type());
  }

  private static String value(AttributeType type) {
    return switch (type.kind()) {
      case STRING -> "\"…\"";
      case INTEGER -> Long.toString(Math.max(0, ((IntegerType) type).minimum()));
      case DECIMAL -> BigDecimal.ZERO.setScale(((DecimalType) type).scale()).toPlainString();
      case DOUBLE -> "0.5";
      case BINARY -> "\"3q2+7w==\"";
      case BOOLEAN -> "true";
      case UUID -> "6b0a3c52-91f4-4d0e-8a77-2f5c1be0d934";
      case ULID -> "01ARZ3NDEKTSV4RRFFQ69G5FAV";
      case EPOCH -> TimestampText.format(INSTANT, ((EpochType) type).precision());
      case DATE -> "2026-01-31";
      case TIMESTAMP -> TimestampText.format(INSTANT, ((TimestampType) type).precision());
      case FORMATTED_TIMESTAMP -> "2026-01-31T00:00:00Z";
      case ENUM -> ((EnumType) type).definition().constants().get(0).name();
      case LIST -> "[" + value(((ListType) type).element()) + "]";
      case MAP -> "{ name: " + value(((MapType) type).element()) + " }";
      case JSON -> "'{ \"name\": 1 }'";
      case FREE_MAP -> "{ name: 1 }";
      case SET -> "[" + value(((SetType) type).element()) + "]";
      case STRUCT ->
          ((StructType) type)
              .definition().attributes().stream()
                  .filter(attribute -> !attribute.isOptional())
                  .map(attribute -> attribute.name() + ": …")
                  .collect(Collectors.joining(", ", "{ ", " }"));
    };
  }
}
