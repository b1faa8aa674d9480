package dev.keyplan.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.support.internal.AsyncCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Several requests of one call, by a client that does not wait. */
class ConcurrentAsyncQueriesTest {
  private final ShardedTable table = new ShardedTable();
  private final Held client = new Held();

  private AsyncQueries<String> queries(int buckets, int shards, Concurrency concurrency) {
    return new AsyncQueries<>(
        client,
        "Thing.things",
        ShardedTable.requests(buckets, shards),
        ShardedTable.merge(shards),
        ShardedTable.read(),
        Cursors.withoutSecret(),
        concurrency);
  }

  private void fill(int buckets, int shards, int items, Random random) {
    for (int i = 0; i < items; i++) {
      table.put(
          random.nextInt(buckets),
          random.nextInt(shards),
          String.format("%05d", random.nextInt(99_999)));
    }
  }

  @Test
  void asksAsManyShardsAtOnceAsItMay() {
    fill(1, 16, 100, new Random(1));

    CompletableFuture<Page<String>> page = queries(1, 16, Concurrency.of(5)).page();

    assertThat(client.held).hasSize(5);
    client.answer(3);
    assertThat(client.held).hasSize(5);
    client.answerAll(new Random(7));
    assertThat(page.join().items()).isNotEmpty();
    assertThat(page.join().items())
        .isEqualTo(table.all(1, 16).subList(0, page.join().items().size()));
    assertThat(table.asked).hasSize(16);
    assertThat(client.most).isEqualTo(5);
  }

  /** In whatever order answers come; and cursors are those of a client that waits. */
  @Test
  void answersTheSameHoweverItIsSent() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      table.clear();
      int buckets = 1 + random.nextInt(4);
      int shards = 1 + random.nextInt(12);
      fill(buckets, shards, random.nextInt(150), random);
      List<String> all = table.all(buckets, shards);
      Concurrency concurrency = Concurrency.of(1 + random.nextInt(9));
      AsyncQueries<String> queries = queries(buckets, shards, concurrency);

      assertThat(joined(queries.toList(), random)).as("seed %d", seed).isEqualTo(all);
      assertThat(joined(items(queries), random)).as("seed %d", seed).isEqualTo(all);
      assertThat(joined(queries.limit(7).toList(), random))
          .isEqualTo(all.stream().limit(7).toList());
      assertThat(joined(queries.first(), random)).isEqualTo(all.stream().findFirst());
      int size = 1 + random.nextInt(20);
      List<Page<String>> pages = waiting(buckets, shards, size);
      Page<String> page = joined(queries.pageSize(size).page(), random);
      assertThat(page).as("seed %d", seed).isEqualTo(pages.get(0));
      for (int i = 1; i < pages.size(); i++) {
        page = joined(queries.pageSize(size).page(page.next().orElseThrow()), random);
        assertThat(page).as("seed %d", seed).isEqualTo(pages.get(i));
      }
      assertThat(
              joined(
                  AsyncCount.of(client, ShardedTable.requests(buckets, shards), concurrency),
                  random))
          .isEqualTo(all.size());
      assertThat(client.most).isLessThanOrEqualTo(concurrency.requests());
      client.most = 0;
    }
  }

  private static CompletableFuture<List<String>> items(AsyncQueries<String> queries) {
    List<String> items = new ArrayList<>();
    return queries.items().subscribe(items::add).thenApply(done -> items);
  }

  private <T> T joined(CompletableFuture<T> future, Random random) {
    client.answerAll(random);
    assertThat(future).isDone();
    return future.join();
  }

  private List<Page<String>> waiting(int buckets, int shards, int size) {
    Queries<String> queries =
        new Queries<>(
                new Waiting(),
                "Thing.things",
                ShardedTable.requests(buckets, shards),
                ShardedTable.merge(shards),
                ShardedTable.read(),
                Cursors.withoutSecret(),
                Concurrency.DEFAULT)
            .pageSize(size);
    List<Page<String>> pages = new ArrayList<>(List.of(queries.page()));
    while (pages.get(pages.size() - 1).next().isPresent()) {
      pages.add(queries.page(pages.get(pages.size() - 1).next().get()));
    }
    return pages;
  }

  @Test
  void asksForBucketsAheadOnlyWhereAllAreRead() {
    for (int bucket = 0; bucket < 12; bucket++) {
      table.put(bucket, 0, "x" + bucket);
    }
    AsyncQueries<String> queries = queries(12, 1, Concurrency.of(6));

    joined(queries.first(), new Random(1));
    joined(queries.pageSize(1).page(), new Random(2));
    joined(queries.limit(1).toList(), new Random(3));
    assertThat(table.asked).extracting(ShardedTable::partition).containsOnly("B0#0");
    CompletableFuture<List<String>> all = queries.toList();
    assertThat(client.held).hasSize(6);
    client.answerAll(new Random(5));
    assertThat(all.join()).isEqualTo(table.all(12, 1));
  }

  @Test
  void failsWithWhatOneFailsWithAndCancelsTheOthers() {
    CompletableFuture<Page<String>> page = queries(1, 16, Concurrency.of(4)).page();
    List<CompletableFuture<QueryResponse>> sent = client.futures();
    IllegalStateException failure = new IllegalStateException();

    sent.get(2).completeExceptionally(failure);

    assertThatThrownBy(page::join).hasCause(failure);
    assertThat(client.begun).isEqualTo(4);
    for (int other : List.of(0, 1, 3)) {
      assertThat(sent.get(other)).isCancelled();
    }
  }

  @Test
  void cancelsAllThatAreOnTheirWay() {
    for (CompletableFuture<?> result :
        List.of(
            queries(1, 16, Concurrency.of(4)).page(),
            queries(1, 16, Concurrency.of(4)).toList(),
            AsyncCount.of(client, ShardedTable.requests(1, 16), Concurrency.of(4)))) {
      assertThat(result.cancel(true)).isTrue();
      assertThatThrownBy(result::join).isInstanceOf(CancellationException.class);
    }

    assertThat(client.futures()).hasSize(12).allMatch(CompletableFuture::isCancelled);
    assertThat(client.begun).isEqualTo(12);
  }

  @Test
  void beginsNoOtherAfterOneThatCannotBeSent() {
    client.isBroken = true;

    assertThatThrownBy(queries(1, 16, Concurrency.of(4)).page()::join)
        .hasCauseInstanceOf(IllegalArgumentException.class);
    assertThat(client.begun).isEqualTo(1);
  }

  /** Answers when it is told to. */
  private final class Held implements DynamoDbAsyncClient {
    private record Request(QueryRequest request, CompletableFuture<QueryResponse> answer) {}

    private final List<Request> held = new ArrayList<>();
    private int begun;
    private int most;
    private boolean isBroken;

    @Override
    public CompletableFuture<QueryResponse> query(QueryRequest request) {
      begun++;
      if (isBroken) {
        throw new IllegalArgumentException();
      }
      CompletableFuture<QueryResponse> answer = new CompletableFuture<>();
      held.add(new Request(request, answer));
      most = Math.max(most, held.size());
      return answer;
    }

    private List<CompletableFuture<QueryResponse>> futures() {
      return held.stream().map(Request::answer).toList();
    }

    private void answer(int which) {
      Request request = held.remove(which);
      request.answer().complete(table.query(request.request()));
    }

    private void answerAll(Random random) {
      while (!held.isEmpty()) {
        answer(random.nextInt(held.size()));
      }
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }

  private final class Waiting implements DynamoDbClient {
    @Override
    public QueryResponse query(QueryRequest request) {
      return table.query(request);
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }
}
