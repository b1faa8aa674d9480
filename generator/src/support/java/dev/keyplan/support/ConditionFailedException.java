package dev.keyplan.support;

import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * A write found the item not as it demands, and wrote nothing. Each entity has a subclass of its
 * own. The message names what was demanded and holds no values.
 */
public abstract class ConditionFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** For generated subclasses. */
  protected ConditionFailedException(
      String pattern, String demand, boolean isFound, Throwable cause) {
    super(
        pattern
            + " demands that "
            + demand
            + (isFound ? "; it found an item" : "; it found none")
            + (isRepeated(cause) ? ", which an earlier attempt of the call may have left so" : ""),
        cause);
  }

  /** The item as it was found, or empty if there was none. */
  public abstract Optional<?> found();

  /**
   * Whether the SDK had sent the request before, and got no answer. That attempt may have been
   * carried out: then {@link #found} is what this very call has written.
   */
  public final boolean isRepeated() {
    return isRepeated(getCause());
  }

  private static boolean isRepeated(/*@Nullable*/ Throwable cause) {
    // A transaction has a token, by which DynamoDB knows its repetition.
    return cause instanceof ConditionalCheckFailedException e
        && e.numAttempts() != null
        && e.numAttempts() > 1;
  }
}
