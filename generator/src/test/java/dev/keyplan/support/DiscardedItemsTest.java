package dev.keyplan.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Few results are wanted, and a filter discards much before there is one. */
class DiscardedItemsTest {
  private static final int ITEMS = 10_000;
  private static final int DISCARDED = 9_990;

  private final Filtering client = new Filtering();

  private static QueryRequest request() {
    return ShardedTable.requests(1, 1).get(0).toBuilder()
        .filterExpression("NOT (expires <= :_now)")
        .build();
  }

  private Query<Integer> query() {
    return new Query<>(client, "Thing.things", request(), Filtering::read, Cursors.withoutSecret())
        .unselective();
  }

  private AsyncQuery<Integer> asyncQuery() {
    return new AsyncQuery<>(
            new AsyncFiltering(client),
            "Thing.things",
            request(),
            Filtering::read,
            Cursors.withoutSecret())
        .unselective();
  }

  private Queries<Integer> queries(int shards) {
    return new Queries<>(
        client,
        "Thing.things",
        ShardedTable.requests(1, shards).stream()
            .map(request -> request.toBuilder().filterExpression("size = :size").build())
            .toList(),
        ShardedTable.merge(shards),
        Filtering::read,
        Cursors.withoutSecret(),
        Concurrency.DEFAULT);
  }

  @Test
  void readsMoreOfEachShardWhileThereIsNoResult() {
    assertThat(queries(4).limit(5).stream())
        .containsExactly(DISCARDED, DISCARDED, DISCARDED, DISCARDED, DISCARDED + 1);
    assertThat(client.limits).hasSizeLessThan(100);
    assertThat(client.limits.subList(0, 12))
        .containsExactly(16, 16, 16, 16, 32, 32, 32, 32, 64, 64, 64, 64);

    client.limits.clear();
    assertThat(queries(4).first()).contains(DISCARDED);
    assertThat(client.limits).hasSizeLessThan(100);
  }

  @Test
  void readsMoreEachTimeWhileAllHasExpired() {
    assertThat(query().first()).contains(DISCARDED);
    assertThat(client.limits).hasSizeLessThan(20).startsWith(1, 2, 4, 8);
    assertThat(asyncQuery().first().join()).contains(DISCARDED);
    assertThat(client.limits).hasSizeLessThan(40);
    client.limits.clear();

    assertThat(query().limit(3).stream()).containsExactly(9_990, 9_991, 9_992);
    assertThat(client.limits).hasSizeLessThan(20).startsWith(3, 6, 12);
    assertThat(asyncQuery().limit(3).toList().join()).containsExactly(9_990, 9_991, 9_992);
    assertThat(client.limits).hasSizeLessThan(40);
    assertThatThrownBy(() -> query().single()).isInstanceOf(NotUniqueResultException.class);
    assertThatThrownBy(asyncQuery().single()::join)
        .hasCauseInstanceOf(NotUniqueResultException.class);
  }

  @Test
  void readsNoMoreAtOnceThanThePageSize() {
    assertThat(query().pageSize(1_000).first()).contains(DISCARDED);
    assertThat(client.limits.stream().mapToInt(n -> n).max()).hasValue(1_000);
  }

  /** What was read and is more than is wanted takes the place of what has no item. */
  @Test
  void skipsNoEntryWhenOthersHaveNoItem() {
    for (int wanted = 1; wanted <= 8; wanted++) {
      Query<Integer> entries =
          new Query<>(
                  client,
                  "Thing.things",
                  request(),
                  DiscardedItemsTest::even,
                  Filtering::read,
                  Cursors.withoutSecret())
              .limit(wanted);
      AsyncQuery<Integer> asyncEntries =
          new AsyncQuery<>(
                  new AsyncFiltering(client),
                  "Thing.things",
                  request(),
                  items -> CompletableFuture.completedFuture(even(items)),
                  Filtering::read,
                  Cursors.withoutSecret())
              .limit(wanted);
      List<Integer> expected = Stream.of(9_990, 9_992, 9_994, 9_996, 9_998).limit(wanted).toList();

      assertThat(entries.stream()).isEqualTo(expected);
      assertThat(asyncEntries.toList().join()).isEqualTo(expected);
    }
  }

  private static List<Map<String, AttributeValue>> even(List<Map<String, AttributeValue>> items) {
    return items.stream().filter(item -> Filtering.read(item) % 2 == 0).toList();
  }

  @Test
  void pagesGoOnWhereTheyEndedHoweverMuchWasRead() {
    Queries<Integer> queries = queries(3).pageSize(4);
    List<Integer> all = new ArrayList<>();
    Page<Integer> page = queries.page();
    all.addAll(page.items());
    while (page.next().isPresent()) {
      page = queries.page(page.next().get());
      all.addAll(page.items());
    }

    assertThat(all)
        .isEqualTo(
            IntStream.range(DISCARDED, ITEMS)
                .boxed()
                .flatMap(n -> List.of(n, n, n).stream())
                .toList());
    assertThat(client.limits).hasSizeLessThan(200);
  }

  private record AsyncFiltering(Filtering client) implements DynamoDbAsyncClient {
    @Override
    public CompletableFuture<QueryResponse> query(QueryRequest request) {
      return CompletableFuture.completedFuture(client.query(request));
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }

  /** Finds the last items of each partition only. */
  private static final class Filtering implements DynamoDbClient {
    private final List<Integer> limits = new ArrayList<>();

    private static Integer read(Map<String, AttributeValue> item) {
      return Integer.valueOf(item.get("sk").n());
    }

    private static Map<String, AttributeValue> item(QueryRequest request, int number) {
      return Map.of(
          "pk", AttributeValue.fromS(ShardedTable.partition(request)),
          "sk", AttributeValue.fromN(Integer.toString(number)));
    }

    @Override
    public QueryResponse query(QueryRequest request) {
      limits.add(request.limit());
      int start = request.hasExclusiveStartKey() ? read(request.exclusiveStartKey()) + 1 : 0;
      int end = Math.min(ITEMS, start + request.limit());
      QueryResponse.Builder response =
          QueryResponse.builder()
              .items(
                  IntStream.range(Math.max(start, DISCARDED), end)
                      .mapToObj(number -> item(request, number))
                      .toList());
      return end < ITEMS
          ? response.lastEvaluatedKey(item(request, end - 1)).build()
          : response.build();
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }
}
