package dev.keyplan.model;

import java.math.BigDecimal;

/** A constant of a model, already of the type it is used with. */
public sealed interface Value
    permits Value.TextValue, Value.NumberValue, Value.BooleanValue, Value.EnumValue {
  /** Text, also of a UUID or timestamp, in canonical form. */
  record TextValue(String text) implements Value {}

  /** A number. */
  record NumberValue(BigDecimal number) implements Value {}

  /** True or false. */
  record BooleanValue(boolean isTrue) implements Value {}

  /** A constant of an enum. */
  record EnumValue(EnumDefinition definition, EnumDefinition.Constant constant) implements Value {}
}
