package dev.keyplan.support.internal;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The constructor of an entity's exception. */
public interface ConditionFailed {
  RuntimeException of(
      String pattern, String demand, Map<String, AttributeValue> found, Throwable cause);
}
