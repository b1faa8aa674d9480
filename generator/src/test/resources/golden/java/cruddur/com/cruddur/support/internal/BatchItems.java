// Copied by Keyplan. Do not edit.
package com.cruddur.support.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * What batches are made of, and what their answers say, which is about one table, however they call
 * it.
 *
 * @param keyNames the names of the table's key attributes
 * @param isWanted what is read and is not is left out
 */
record BatchItems(
    String table, Set<String> keyNames, Predicate<Map<String, AttributeValue>> isWanted) {
  private static final int WRITES = 25;

  /** Of 16 MB; the rest is for what is around the items. */
  private static final long BYTES = 16_000_000;

  BatchItems(String table, Set<String> keyNames) {
    this(table, keyNames, item -> true);
  }

  BatchItems only(Predicate<Map<String, AttributeValue>> wanted) {
    return new BatchItems(table, keyNames, wanted);
  }

  Map<String, AttributeValue> keyOf(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> key = new HashMap<>();
    keyNames.forEach(name -> key.put(name, item.get(name)));
    return key;
  }

  Map<String, AttributeValue> keyOf(WriteRequest write) {
    return write.putRequest() == null
        ? write.deleteRequest().key()
        : keyOf(write.putRequest().item());
  }

  /**
   * In chunks that DynamoDB takes: 25 items, and 16 MB "over the network" (API_BatchWriteItem). As
   * they are stored, 25 items of 400 KB are less than that; as they are sent they may be more.
   *
   * @throws IllegalArgumentException if two have the same key, since either could win
   */
  List<List<WriteRequest>> puts(List<Map<String, AttributeValue>> items) {
    if (items.stream().map(this::keyOf).distinct().count() < items.size()) {
      throw new IllegalArgumentException("Two items of the batch have the same key");
    }
    List<List<WriteRequest>> chunks = new ArrayList<>();
    List<WriteRequest> chunk = new ArrayList<>();
    long bytes = 0;
    for (Map<String, AttributeValue> item : items) {
      long more = WireSize.of(item);
      if (chunk.size() == WRITES || (bytes + more > BYTES && !chunk.isEmpty())) {
        chunks.add(chunk);
        chunk = new ArrayList<>();
        bytes = 0;
      }
      PutRequest put = PutRequest.builder().item(item).build();
      chunk.add(WriteRequest.builder().putRequest(put).build());
      bytes += more;
    }
    if (!chunk.isEmpty()) {
      chunks.add(chunk);
    }
    return chunks;
  }

  /** In chunks that DynamoDB takes; a key given twice counts once. */
  List<List<WriteRequest>> deletes(List<Map<String, AttributeValue>> keys) {
    return BatchRequests.chunks(
        keys.stream()
            .distinct()
            .map(key -> DeleteRequest.builder().key(key).build())
            .map(delete -> WriteRequest.builder().deleteRequest(delete).build())
            .toList(),
        WRITES);
  }

  BatchWriteItemRequest request(List<WriteRequest> writes) {
    return BatchWriteItemRequest.builder().requestItems(Map.of(table, writes)).build();
  }

  List<WriteRequest> left(BatchWriteItemResponse response) {
    return response.unprocessedItems().values().stream().flatMap(List::stream).toList();
  }

  List<Map<String, AttributeValue>> left(BatchGetItemResponse response) {
    return response.unprocessedKeys().values().stream()
        .flatMap(left -> left.keys().stream())
        .toList();
  }

  /** Adds what a response has, by its key. */
  <T> void read(
      BatchGetItemResponse response,
      Function<Map<String, AttributeValue>, T> read,
      Map<Map<String, AttributeValue>, T> found) {
    response.responses().values().stream()
        .flatMap(List::stream)
        .filter(isWanted)
        .forEach(item -> found.put(comparable(keyOf(item)), read.apply(item)));
  }

  /** A key as another one is compared with it: DynamoDB returns 10.00 as 10. */
  private static Map<String, AttributeValue> comparable(Map<String, AttributeValue> key) {
    Map<String, AttributeValue> comparable = new HashMap<>(key);
    comparable.replaceAll(
        (name, value) ->
            value.n() == null
                ? value
                : AttributeValue.fromN(new BigDecimal(value.n()).stripTrailingZeros().toString()));
    return comparable;
  }

  /** What was found, in the order of the keys. */
  static <K, T> Map<K, T> inOrder(
      Collection<K> keys,
      Function<K, Map<String, AttributeValue>> write,
      Map<Map<String, AttributeValue>, T> found) {
    Map<K, T> inOrder = new LinkedHashMap<>();
    for (K key : keys) {
      T item = found.get(comparable(write.apply(key)));
      if (item != null) {
        inOrder.put(key, item);
      }
    }
    return inOrder;
  }
}
