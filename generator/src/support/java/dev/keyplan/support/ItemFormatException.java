package dev.keyplan.support;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A stored item is not what the model says. The message names the attribute and holds no values,
 * since they may be sensitive; {@link #item} has them.
 */
public final class ItemFormatException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String attribute;
  private final String problem;
  private final transient /*@Nullable*/ Map<String, AttributeValue> item;

  /** For generated code. */
  public ItemFormatException(
      Map<String, AttributeValue> item,
      String attribute,
      String problem,
      /*@Nullable*/ Throwable cause) {
    super("The attribute " + attribute + " of a stored item " + problem, cause);
    this.item = item;
    this.attribute = attribute;
    this.problem = problem;
  }

  /** The same problem, seen from the item or map that has the value as an attribute. */
  public ItemFormatException inside(Map<String, AttributeValue> outer, String name) {
    return new ItemFormatException(outer, name + "." + attribute, problem, getCause());
  }

  /** The attribute's name in DynamoDB, with those of the maps around it: {@code author.handle}. */
  public String attribute() {
    return attribute;
  }

  /** The item as it was read; it does not travel when the exception is serialised. */
  public Map<String, AttributeValue> item() {
    return item == null ? Map.of() : item;
  }
}
