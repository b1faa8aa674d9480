package dev.keyplan.support;

import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.Identity;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * What happened to an item, as the stream of its table tells it.
 *
 * @param key of the item
 * @param oldImage the item as it was; empty if there was none, or if the stream does not have it
 * @param newImage the item as it is now; empty if it was deleted, or if the stream does not have it
 * @param source the record as it came, with its sequence number and its time
 */
public record ItemChange<K, T>(K key, Optional<T> oldImage, Optional<T> newImage, Record source) {
  private static final String TIME_TO_LIVE = "dynamodb.amazonaws.com";

  /** {@code INSERT}, {@code MODIFY} or {@code REMOVE}. */
  public OperationType type() {
    return source.eventName();
  }

  /**
   * Whether DynamoDB deleted the item since its time had come. In the other regions of a global
   * table such a deletion looks like any other.
   */
  public boolean isExpiry() {
    Identity identity = source.userIdentity();
    return type() == OperationType.REMOVE
        && identity != null
        && TIME_TO_LIVE.equals(identity.principalId());
  }

  /** Without the record, which says the same again. */
  @Override
  public String toString() {
    return "ItemChange[type=%s, key=%s, oldImage=%s, newImage=%s]"
        .formatted(type(), key, oldImage, newImage);
  }
}
