package dev.keyplan.support.internal;

import dev.keyplan.support.BatchIncompleteException;
import dev.keyplan.support.Concurrency;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Batches of any size: cut to what DynamoDB takes at once, of which a few are sent at a time; what
 * it leaves undone is tried again, with pauses that grow and vary, and hold no thread.
 *
 * <p>What fails because some were not done has {@link BatchIncompleteException}.
 */
public final class AsyncBatch {
  private final DynamoDbAsyncClient client;
  private final String table;
  private final BatchItems items;
  private final Concurrency concurrency;
  private final Chunks.Pause pause;

  /**
   * @param keyNames the names of the table's key attributes
   */
  public AsyncBatch(
      DynamoDbAsyncClient client, String table, Set<String> keyNames, Concurrency concurrency) {
    this(client, table, keyNames, concurrency, Chunks::pause);
  }

  AsyncBatch(
      DynamoDbAsyncClient client,
      String table,
      Set<String> keyNames,
      Concurrency concurrency,
      Chunks.Pause pause) {
    this(client, table, new BatchItems(table, keyNames), concurrency, pause);
  }

  private AsyncBatch(
      DynamoDbAsyncClient client,
      String table,
      BatchItems items,
      Concurrency concurrency,
      Chunks.Pause pause) {
    this.client = client;
    this.table = table;
    this.items = items;
    this.concurrency = concurrency;
    this.pause = pause;
  }

  /** The same, where items that are read and not wanted are as good as not there. */
  public AsyncBatch only(Predicate<Map<String, AttributeValue>> isWanted) {
    return new AsyncBatch(client, table, items.only(isWanted), concurrency, pause);
  }

  /**
   * The items that exist, in the order of the keys; a key that has none is not in the map, and a
   * key given twice is there once.
   */
  public <K, T> CompletableFuture<Map<K, T>> get(
      Collection<K> keys,
      Function<K, Map<String, AttributeValue>> write,
      Function<Map<String, AttributeValue>, T> read) {
    List<K> all = List.copyOf(keys);
    List<Map<String, AttributeValue>> written = all.stream().map(write).toList();
    KeysAndAttributes what = KeysAndAttributes.builder().build();
    return get(BatchRequests.of(table, what, written), all, write, read);
  }

  /**
   * The same with requests that say more than the keys.
   *
   * @param requests those of {@link BatchRequests} for these keys
   */
  public <K, T> CompletableFuture<Map<K, T>> get(
      List<BatchGetItemRequest> requests,
      Collection<K> keys,
      Function<K, Map<String, AttributeValue>> write,
      Function<Map<String, AttributeValue>, T> read) {
    // The caller may change the collection before the answers are there.
    List<K> all = List.copyOf(keys);
    Map<Map<String, AttributeValue>, T> found = new ConcurrentHashMap<>();
    Chunks<Map<String, AttributeValue>> chunks =
        new Chunks<>(
            new ChunkQueue<>(
                requests.stream().map(request -> BatchRequests.of(request, table).keys()).toList(),
                key -> key),
            chunk -> read(requests.get(0), chunk, read, found),
            pause);
    return Answer.to(chunks.send(concurrency)).then(done -> BatchItems.inOrder(all, write, found));
  }

  /** Requests differ in their keys alone. */
  private <T> CompletableFuture<List<Map<String, AttributeValue>>> read(
      BatchGetItemRequest like,
      List<Map<String, AttributeValue>> keys,
      Function<Map<String, AttributeValue>, T> read,
      Map<Map<String, AttributeValue>, T> found) {
    KeysAndAttributes what = BatchRequests.of(like, table);
    return Answer.to(client.batchGetItem(BatchRequests.request(table, what, keys)))
        .then(
            response -> {
              items.read(response, read, found);
              return items.left(response);
            });
  }

  /**
   * The items that index entries are of, in their order, without those that are gone.
   *
   * @param entries what holds at least the keys
   */
  public CompletableFuture<List<Map<String, AttributeValue>>> items(
      List<Map<String, AttributeValue>> entries) {
    return Answer.to(get(entries, items::keyOf, item -> item))
        .then(found -> List.copyOf(found.values()));
  }

  /**
   * Puts items, in no order.
   *
   * @throws IllegalArgumentException if two have the same key, since either could win
   */
  public CompletableFuture</*@Nullable*/ Void> put(List<Map<String, AttributeValue>> items) {
    return write(this.items.puts(items));
  }

  /** Deletes items, in no order; a key given twice counts once. */
  public CompletableFuture</*@Nullable*/ Void> delete(List<Map<String, AttributeValue>> keys) {
    return write(items.deletes(keys));
  }

  private CompletableFuture</*@Nullable*/ Void> write(List<List<WriteRequest>> chunks) {
    return new Chunks<>(
            new ChunkQueue<>(chunks, items::keyOf),
            chunk -> Answer.to(client.batchWriteItem(items.request(chunk))).then(items::left),
            pause)
        .send(concurrency);
  }
}
