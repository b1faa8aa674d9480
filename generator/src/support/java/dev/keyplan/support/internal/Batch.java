package dev.keyplan.support.internal;

import dev.keyplan.support.BatchIncompleteException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Batches of any size: cut to what DynamoDB takes at once; what it leaves undone is tried again,
 * with pauses that grow and vary. No 25 items of at most 400 KB reach the 16 MB of a batch; a read
 * that does is answered in part, like one that is throttled.
 */
public final class Batch {
  private final DynamoDbClient client;
  private final String table;
  private final BatchItems items;
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
    this.items = new BatchItems(table, keyNames);
    this.pause = pause;
  }

  /** Waits before the next attempt. */
  interface Pause {
    void before(int attempt) throws InterruptedException;
  }

  private static void pause(int attempt) throws InterruptedException {
    if (attempt > 0) {
      Thread.sleep(Retries.pauseMillis(attempt));
    }
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
          items.read(response, read, found);
          return items.left(response);
        },
        key -> key);
    return BatchItems.inOrder(keys, write, found);
  }

  /**
   * The items that index entries are of, in their order, without those that are gone.
   *
   * @param entries what holds at least the keys
   * @throws BatchIncompleteException if some were not read
   */
  public List<Map<String, AttributeValue>> items(List<Map<String, AttributeValue>> entries) {
    return List.copyOf(get(entries, items::keyOf, item -> item).values());
  }

  /**
   * Puts items, in no order.
   *
   * @throws IllegalArgumentException if two have the same key, since either could win
   * @throws BatchIncompleteException if some were not written
   */
  public void put(List<Map<String, AttributeValue>> items) {
    write(this.items.puts(items));
  }

  /**
   * Deletes items, in no order; a key given twice counts once.
   *
   * @throws BatchIncompleteException if some were not deleted
   */
  public void delete(List<Map<String, AttributeValue>> keys) {
    write(items.deletes(keys));
  }

  private void write(List<List<WriteRequest>> chunks) {
    inChunks(
        chunks, chunk -> items.left(client.batchWriteItem(items.request(chunk))), items::keyOf);
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
      Retries<E> chunk = new Retries<>(chunks.get(i));
      List<List<E>> later = chunks.subList(i + 1, chunks.size());
      while (!chunk.isDone()) {
        try {
          pause.before(chunk.attempts());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw incomplete(chunks, chunk, later, key, e);
        }
        chunk.sent(send.apply(chunk.left()));
        if (chunk.isHopeless()) {
          throw incomplete(chunks, chunk, later, key, null);
        }
      }
    }
  }

  private static <E> BatchIncompleteException incomplete(
      List<List<E>> all,
      Retries<E> chunk,
      List<List<E>> later,
      Function<E, Map<String, AttributeValue>> key,
      /*@Nullable*/ Throwable cause) {
    List<E> undone = new ArrayList<>(chunk.left());
    later.forEach(undone::addAll);
    return BatchItems.incomplete(all, undone, key, cause);
  }
}
