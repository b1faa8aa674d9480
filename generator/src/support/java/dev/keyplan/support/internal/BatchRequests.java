package dev.keyplan.support.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** The requests that get many items by their keys. */
public final class BatchRequests {
  private static final int READS = 100;

  private BatchRequests() {}

  /**
   * Requests for keys, each of which is asked for once, and so many at a time as DynamoDB takes. An
   * answer of more than 16 MB is given in part, like one that is throttled.
   *
   * @param what what is wanted of each item, without keys
   */
  public static List<BatchGetItemRequest> of(
      String table, KeysAndAttributes what, List<Map<String, AttributeValue>> keys) {
    return chunks(keys.stream().distinct().toList(), READS).stream()
        .map(chunk -> request(table, what, chunk))
        .toList();
  }

  static BatchGetItemRequest request(
      String table, KeysAndAttributes what, List<Map<String, AttributeValue>> keys) {
    return BatchGetItemRequest.builder()
        .requestItems(Map.of(table, what.toBuilder().keys(keys).build()))
        .build();
  }

  /** What a request wants of a table. */
  static KeysAndAttributes of(BatchGetItemRequest request, String table) {
    return Objects.requireNonNull(request.requestItems().get(table));
  }

  /** All elements in their order, at most so many together. */
  static <E> List<List<E>> chunks(List<E> all, int size) {
    List<List<E>> chunks = new ArrayList<>();
    for (int start = 0; start < all.size(); start += size) {
      chunks.add(all.subList(start, Math.min(all.size(), start + size)));
    }
    return chunks;
  }
}
