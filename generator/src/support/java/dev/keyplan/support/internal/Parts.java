package dev.keyplan.support.internal;

import dev.keyplan.support.OptionalPart;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Puts the parts of index keys into updates. */
public final class Parts {
  private Parts() {}

  /** Sets or removes an attribute; or leaves it as it is, and demands that it is so. */
  public static void write(
      UpdateExpression expression, String attribute, OptionalPart<AttributeValue> part) {
    if (part.isPresent() && !part.isNew()) {
      expression.demand(attribute, part.value());
    } else {
      writeUncompared(expression, attribute, part);
    }
  }

  /**
   * The same of a value that others may have stored in another form: if it stays as it is, only
   * whether there is one is demanded.
   */
  public static void writeUncompared(
      UpdateExpression expression, String attribute, OptionalPart<AttributeValue> part) {
    if (part.isPresent() && part.isNew()) {
      expression.set(attribute, part.value());
    } else if (part.isPresent()) {
      expression.demandPresent(attribute);
    } else if (part.isNew()) {
      expression.remove(attribute);
    } else {
      expression.demandAbsent(attribute);
    }
  }
}
