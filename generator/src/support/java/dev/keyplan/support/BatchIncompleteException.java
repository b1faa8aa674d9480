package dev.keyplan.support;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** DynamoDB left a part of a batch undone, after all retries. The message holds no values. */
public final class BatchIncompleteException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient /*@Nullable*/ List<Map<String, AttributeValue>> unprocessed;

  /** For batches. */
  public BatchIncompleteException(
      int total, List<Map<String, AttributeValue>> unprocessed, /*@Nullable*/ Throwable cause) {
    super(unprocessed.size() + " of " + total + " items of the batch were not processed", cause);
    this.unprocessed = List.copyOf(unprocessed);
  }

  /**
   * The keys of the items that were not read or written; all others were. They do not travel when
   * the exception is serialised.
   */
  public List<Map<String, AttributeValue>> unprocessed() {
    return unprocessed == null ? List.of() : unprocessed;
  }
}
