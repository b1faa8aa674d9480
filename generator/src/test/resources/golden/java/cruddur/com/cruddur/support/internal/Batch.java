// Copied by Keyplan. Do not edit.
package com.cruddur.support.internal;

import com.cruddur.support.BatchIncompleteException;
import com.cruddur.support.Concurrency;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Batches of any size: cut to what DynamoDB takes at once, of which a few are sent at a time as far
 * as {@link Concurrency} allows; what it leaves undone is tried again, with pauses that grow and
 * vary.
 */
public final class Batch {
  private final DynamoDbClient client;
  private final String table;
  private final BatchItems items;
  private final Concurrency concurrency;
  private final Pause pause;

  /**
   * @param keyNames the names of the table's key attributes
   */
  public Batch(DynamoDbClient client, String table, Set<String> keyNames, Concurrency concurrency) {
    this(client, table, keyNames, concurrency, Batch::pause);
  }

  Batch(
      DynamoDbClient client,
      String table,
      Set<String> keyNames,
      Concurrency concurrency,
      Pause pause) {
    this(client, table, new BatchItems(table, keyNames), concurrency, pause);
  }

  private Batch(
      DynamoDbClient client, String table, BatchItems items, Concurrency concurrency, Pause pause) {
    this.client = client;
    this.table = table;
    this.items = items;
    this.concurrency = concurrency;
    this.pause = pause;
  }

  /** The same, where items that are read and not wanted are as good as not there. */
  public Batch only(Predicate<Map<String, AttributeValue>> isWanted) {
    return new Batch(client, table, items.only(isWanted), concurrency, pause);
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
    Map<Map<String, AttributeValue>, T> found = new ConcurrentHashMap<>();
    send(
        new ChunkQueue<>(
            requests.stream().map(request -> BatchRequests.of(request, table).keys()).toList(),
            key -> key),
        chunk -> {
          // Requests differ in their keys alone.
          KeysAndAttributes what = BatchRequests.of(requests.get(0), table);
          BatchGetItemResponse response =
              client.batchGetItem(BatchRequests.request(table, what, chunk));
          items.read(response, read, found);
          return items.left(response);
        });
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
    send(
        new ChunkQueue<>(chunks, items::keyOf),
        chunk -> items.left(client.batchWriteItem(items.request(chunk))));
  }

  /**
   * Sends all elements, and again what {@code send} leaves, until nothing is left.
   *
   * @param send sends one chunk and returns what was not done
   */
  private <E> void send(ChunkQueue<E> queue, Function<List<E>, List<E>> send) {
    Senders.run(
        concurrency,
        queue.size(),
        senders -> {
          Optional<Retries<E>> next = queue.next();
          while (next.isPresent() && !senders.isStopped()) {
            send(next.get(), queue, send, senders);
            next = queue.next();
          }
        });
    queue.throwIfIncomplete();
  }

  private <E> void send(
      Retries<E> chunk, ChunkQueue<E> queue, Function<List<E>, List<E>> send, Senders senders) {
    while (!chunk.isDone() && !senders.isStopped()) {
      try {
        pause.before(chunk.attempts());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        queue.giveUp(chunk.left(), e);
        return;
      }
      chunk.sent(send.apply(chunk.left()));
      if (chunk.isHopeless()) {
        queue.giveUp(chunk.left(), null);
        return;
      }
    }
  }
}
