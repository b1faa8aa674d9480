// Copied by Keyplan. Do not edit.
package com.cruddur.support.internal;

import com.cruddur.support.BatchIncompleteException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Batches of any size: cut to what DynamoDB takes at once; what it leaves undone is tried again,
 * with pauses that grow and vary. No 25 items of at most 400 KB reach the 16 MB of a batch; a read
 * that does is answered in part, like one that is throttled.
 */
public final class Batch {
  private static final int WRITES = 25;
  private static final int ATTEMPTS_WITHOUT_PROGRESS = 10;
  private static final long FIRST_PAUSE_MILLIS = 25;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;

  private final DynamoDbClient client;
  private final String table;
  private final Set<String> keyNames;
  private final Pause pause;

  /**
   * @param keyNames the names of the table's key attributes
   */
  public Batch(DynamoDbClient client, String table, Set<String> keyNames) {
    this(client, table, keyNames, Batch::pause);
  }

  Batch(DynamoDbClient client, String table, Set<String> keyNames, Pause pause) {
    this.client = client;
    this.table = table;
    this.keyNames = keyNames;
    this.pause = pause;
  }

  /** Waits before the next attempt. */
  interface Pause {
    void before(int attempt) throws InterruptedException;
  }

  /**
   * The items that exist, in the order of the keys; a key that has none is not in the map, and a
   * key given twice is there once.
   *
   * @throws BatchIncompleteException if some were not read, so that nobody knows whether they exist
   */
  public <K, T> Map<K, T> get(
      Collection<K> keys,
      Function<K, Map<String, AttributeValue>> write,
      Function<Map<String, AttributeValue>, T> read) {
    List<Map<String, AttributeValue>> written = keys.stream().map(write).toList();
    KeysAndAttributes all = KeysAndAttributes.builder().build();
    return get(BatchRequests.of(table, all, written), keys, write, read);
  }

  /**
   * The same with requests that say more than the keys.
   *
   * @param requests those of {@link BatchRequests} for these keys
   */
  public <K, T> Map<K, T> get(
      List<BatchGetItemRequest> requests,
      Collection<K> keys,
      Function<K, Map<String, AttributeValue>> write,
      Function<Map<String, AttributeValue>, T> read) {
    Map<Map<String, AttributeValue>, T> found = new HashMap<>();
    inChunks(
        requests.stream().map(request -> request.requestItems().get(table).keys()).toList(),
        chunk -> {
          // Requests differ in their keys alone.
          KeysAndAttributes what = requests.get(0).requestItems().get(table);
          BatchGetItemResponse response =
              client.batchGetItem(BatchRequests.request(table, what, chunk));
          for (Map<String, AttributeValue> item :
              response.responses().getOrDefault(table, List.of())) {
            found.put(keyOf(item), read.apply(item));
          }
          KeysAndAttributes left = response.unprocessedKeys().get(table);
          return left == null ? List.of() : left.keys();
        },
        key -> key);
    Map<K, T> inOrder = new LinkedHashMap<>();
    for (K key : keys) {
      T item = found.get(write.apply(key));
      if (item != null) {
        inOrder.put(key, item);
      }
    }
    return inOrder;
  }

  /**
   * The items that index entries are of, in their order, without those that are gone.
   *
   * @param entries what holds at least the keys
   * @throws BatchIncompleteException if some were not read
   */
  public List<Map<String, AttributeValue>> items(List<Map<String, AttributeValue>> entries) {
    return List.copyOf(get(entries, this::keyOf, item -> item).values());
  }

  /**
   * Puts items, in no order.
   *
   * @throws IllegalArgumentException if two have the same key, since either could win
   * @throws BatchIncompleteException if some were not written
   */
  public void put(List<Map<String, AttributeValue>> items) {
    if (items.stream().map(this::keyOf).distinct().count() < items.size()) {
      throw new IllegalArgumentException("Two items of the batch have the same key");
    }
    write(
        items.stream()
            .map(item -> PutRequest.builder().item(item).build())
            .map(put -> WriteRequest.builder().putRequest(put).build())
            .toList());
  }

  /**
   * Deletes items, in no order; a key given twice counts once.
   *
   * @throws BatchIncompleteException if some were not deleted
   */
  public void delete(List<Map<String, AttributeValue>> keys) {
    write(
        keys.stream()
            .distinct()
            .map(key -> DeleteRequest.builder().key(key).build())
            .map(delete -> WriteRequest.builder().deleteRequest(delete).build())
            .toList());
  }

  private void write(List<WriteRequest> writes) {
    inChunks(
        BatchRequests.chunks(writes, WRITES),
        chunk ->
            client
                .batchWriteItem(b -> b.requestItems(Map.of(table, chunk)))
                .unprocessedItems()
                .getOrDefault(table, List.of()),
        write ->
            write.putRequest() == null
                ? write.deleteRequest().key()
                : keyOf(write.putRequest().item()));
  }

  /**
   * Sends all elements, and again what {@code send} leaves, until nothing is left.
   *
   * @param send sends one chunk and returns what was not done
   */
  private <E> void inChunks(
      List<List<E>> chunks,
      Function<List<E>, List<E>> send,
      Function<E, Map<String, AttributeValue>> key) {
    for (int i = 0; i < chunks.size(); i++) {
      List<E> left = chunks.get(i);
      List<List<E>> later = chunks.subList(i + 1, chunks.size());
      int attempts = 0;
      while (!left.isEmpty()) {
        try {
          pause.before(attempts);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw incomplete(chunks, left, later, key, e);
        }
        List<E> undone = send.apply(left);
        attempts = undone.size() < left.size() ? 1 : attempts + 1;
        left = undone;
        if (!left.isEmpty() && attempts == ATTEMPTS_WITHOUT_PROGRESS) {
          throw incomplete(chunks, left, later, key, null);
        }
      }
    }
  }

  private static <E> BatchIncompleteException incomplete(
      List<List<E>> all,
      List<E> left,
      List<List<E>> later,
      Function<E, Map<String, AttributeValue>> key,
      Throwable cause) {
    List<E> undone = new ArrayList<>(left);
    later.forEach(undone::addAll);
    int total = all.stream().mapToInt(List::size).sum();
    return new BatchIncompleteException(total, undone.stream().map(key).toList(), cause);
  }

  private Map<String, AttributeValue> keyOf(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> key = new HashMap<>();
    keyNames.forEach(name -> key.put(name, item.get(name)));
    return key;
  }

  /** None before the first attempt, then up to 25 ms, 50 ms, 100 ms and so on. */
  private static void pause(int attempt) throws InterruptedException {
    if (attempt > 0) {
      long most = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << (attempt - 1));
      Thread.sleep(ThreadLocalRandom.current().nextLong(most) + 1);
    }
  }
}
