package dev.keyplan.support.internal;

import dev.keyplan.support.OptionalPart;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Puts the parts of index keys into updates. */
public final class Parts {
  private Parts() {}

  /** Sets or removes an attribute; or leaves it as it is, and demands that it is so. */
  public static void write(
      UpdateExpression expression, String attribute, OptionalPart<AttributeValue> part) {
    if (part.isPresent() && part.isNew()) {
      expression.set(attribute, part.value());
    } else if (part.isPresent()) {
      expression.demand(attribute, part.value());
    } else if (part.isNew()) {
      expression.remove(attribute);
    } else {
      expression.demandAbsent(attribute);
    }
  }
}
