package dev.keyplan.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.support.internal.AsyncCount;
import dev.keyplan.support.internal.Count;
import dev.keyplan.support.internal.Yield;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** How many requests a limit takes, and how many items they read, whatever a filter discards. */
class LimitedReadsTest {
  private static final int ITEMS = 10_000;
  private static final int ITEMS_OF_A_PAGE = 5_000;
  private static final int SHARDS = 4;
  private static final int SEGMENTS = 8;
  private static final int LIMIT = 10;

  private final Partition partition = new Partition();
  private int limit = LIMIT;

  /** The ways to read. */
  enum Way {
    QUERY(1),
    ASYNC_QUERY(1),
    QUERIES(SHARDS),
    ASYNC_QUERIES(SHARDS),
    SCAN(1),
    ASYNC_SCAN(1),
    SEGMENTS(1),
    ASYNC_SEGMENTS(LimitedReadsTest.SEGMENTS);

    /** How many requests are sent at the same time, each for its part. */
    private final int atOnce;

    Way(int atOnce) {
      this.atOnce = atOnce;
    }

    /** What is read if each of them has its part. */
    int parts() {
      return atOnce * ((LIMIT + atOnce - 1) / atOnce);
    }
  }

  private List<Integer> read(Way way, boolean isFiltered, boolean isSelective) {
    String filter = isFiltered ? "size = :size" : null;
    Cursors cursors = Cursors.withoutSecret();
    Concurrency many = Concurrency.of(SEGMENTS);
    QueryRequest query =
        ShardedTable.requests(1, 1).get(0).toBuilder().filterExpression(filter).build();
    List<QueryRequest> queries =
        ShardedTable.requests(1, SHARDS).stream()
            .map(request -> request.toBuilder().filterExpression(filter).build())
            .toList();
    ScanRequest scan = ScanRequest.builder().tableName("table").filterExpression(filter).build();
    Async async = new Async(partition);
    Function<Map<String, AttributeValue>, Integer> read = Partition::number;
    String name = "Thing.things";
    switch (way) {
      case QUERY -> {
        Query<Integer> all = new Query<>(partition, name, query, read, cursors);
        return (isSelective ? all : all.unselective()).limit(limit).stream().toList();
      }
      case ASYNC_QUERY -> {
        AsyncQuery<Integer> all = new AsyncQuery<>(async, name, query, read, cursors);
        return (isSelective ? all : all.unselective()).limit(limit).toList().join();
      }
      case QUERIES -> {
        Queries<Integer> all =
            new Queries<>(
                partition, name, queries, ShardedTable.merge(SHARDS), read, cursors, many);
        return (isSelective ? all : all.unselective()).limit(limit).stream().toList();
      }
      case ASYNC_QUERIES -> {
        AsyncQueries<Integer> all =
            new AsyncQueries<>(
                async, name, queries, ShardedTable.merge(SHARDS), read, cursors, many);
        return (isSelective ? all : all.unselective()).limit(limit).toList().join();
      }
      case SCAN, SEGMENTS -> {
        Scan<Integer> all = new Scan<>(partition, name, scan, read, cursors, many);
        Scan<Integer> few = (isSelective ? all : all.unselective()).limit(limit);
        return (way == Way.SCAN ? few.stream() : few.stream(SEGMENTS)).toList();
      }
      default -> {
        AsyncScan<Integer> all = new AsyncScan<>(async, name, scan, read, cursors, many);
        AsyncScan<Integer> few = (isSelective ? all : all.unselective()).limit(limit);
        return (way == Way.ASYNC_SCAN ? few.toList() : few.toList(SEGMENTS)).join();
      }
    }
  }

  /** Reads as many as there may be results. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void withoutAFilter(Way way) {
    assertThat(read(way, false, true)).hasSize(LIMIT);
    assertThat(partition.read).isLessThanOrEqualTo(way.parts() + SHARDS);
    assertThat(partition.requests).isLessThanOrEqualTo(2 * way.atOnce);
  }

  /** Hardly reads more than there may be results. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void withAFilterOfWhatHasExpired(Way way) {
    partition.isKept = number -> number % 10 > 0;

    assertThat(read(way, true, false)).hasSize(LIMIT);
    assertThat(partition.read).isLessThanOrEqualTo(2 * way.parts());
    assertThat(partition.requests).isLessThanOrEqualTo(3 * way.atOnce);
  }

  /** More each time, so that it takes few requests, and twice what has to be read at most. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void whereNearlyAllHasExpired(Way way) {
    partition.isKept = number -> number % 1_000 >= 900;

    assertThat(read(way, true, false)).hasSize(LIMIT);
    assertThat(partition.read).isLessThanOrEqualTo(2 * way.atOnce * (900 + LIMIT));
    assertThat(partition.requests).isLessThanOrEqualTo(10 * way.atOnce);
  }

  /** It may keep anything: that takes few requests, and neither all that there is. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void withAFilterThatKeepsLittle(Way way) {
    partition.isKept = number -> number % 100 == 99;

    assertThat(read(way, true, true)).hasSize(LIMIT);
    assertThat(partition.read).isLessThanOrEqualTo(3 * 100 * way.parts());
    assertThat(partition.requests).isLessThanOrEqualTo(8 * way.atOnce);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void withAFilterThatKeepsAll(Way way) {
    assertThat(read(way, true, true)).hasSize(LIMIT);
    assertThat(partition.read).isLessThanOrEqualTo(Math.max(2 * LIMIT, 16 * way.atOnce));
    assertThat(partition.requests).isLessThanOrEqualTo(way.atOnce);
  }

  /** What is read for many results is twice as much, not sixteen times. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void manyWithAFilterThatKeepsAll(Way way) {
    limit = 1_000;

    assertThat(read(way, true, true)).hasSize(limit);
    assertThat(partition.read).isLessThanOrEqualTo(2 * limit);
    assertThat(partition.requests).isLessThanOrEqualTo(way.atOnce);
  }

  /** Reads less again for one result where more were found than were wanted. */
  @Test
  void halvesWhatWasTooMuch() {
    Yield yield = Yield.FULL.after(0, 10).after(4, 10);

    assertThat(yield.items(10)).isEqualTo(40);
    assertThat(yield.after(11, 10).items(10)).isEqualTo(20);
    assertThat(yield.after(10, 10)).isEqualTo(yield);
    assertThat(Yield.FULL.after(11, 10)).isEqualTo(Yield.FULL);
    assertThat(Yield.unknown(1).items(1)).isEqualTo(16);
    assertThat(Yield.unknown(3).items(3)).isEqualTo(12);
    assertThat(Yield.unknown(1_000).items(1_000)).isEqualTo(2_000);
  }

  /** A count knows as well as a query that hardly anything is discarded. */
  @Test
  void countsWithAFilterOfWhatHasExpired() {
    partition.isKept = number -> number % 10 > 0;
    QueryRequest query =
        ShardedTable.requests(1, 1).get(0).toBuilder().filterExpression("size = :size").build();

    assertThat(Count.ofUnselective(partition, query, LIMIT)).isEqualTo(LIMIT);
    assertThat(partition.read).isLessThanOrEqualTo(LIMIT + 3);
    partition.read = 0;
    assertThat(AsyncCount.ofUnselective(new Async(partition), query, LIMIT).join())
        .isEqualTo(LIMIT);
    assertThat(partition.read).isLessThanOrEqualTo(LIMIT + 3);
    partition.read = 0;
    assertThat(Count.of(partition, query, LIMIT)).isEqualTo(LIMIT);
    assertThat(partition.read).isEqualTo(2 * LIMIT);
  }

  /** Whoever wants one does not read a whole page of DynamoDB's, nor one item at a time. */
  @Test
  void firstOfAFilter() {
    partition.isKept = number -> number >= 1_000;
    ScanRequest scan = ScanRequest.builder().tableName("table").filterExpression("f").build();
    Scan<Integer> all =
        new Scan<>(
            partition,
            "Thing.things",
            scan,
            Partition::number,
            Cursors.withoutSecret(),
            Concurrency.DEFAULT);

    assertThat(all.first()).contains(1_000);
    assertThat(partition.requests).isLessThanOrEqualTo(7);
    assertThat(partition.read).isLessThanOrEqualTo(2_100);
  }

  /** Answers as DynamoDB does; each shard, and each segment, has a part of the items. */
  private static final class Partition implements DynamoDbClient {
    private IntPredicate isKept = number -> true;
    private int requests;
    private int read;

    private static Integer number(Map<String, AttributeValue> item) {
      return Integer.valueOf(item.get("sk").n());
    }

    private static Map<String, AttributeValue> item(int number) {
      return Map.of(
          "pk", AttributeValue.fromS("p"), "sk", AttributeValue.fromN(Integer.toString(number)));
    }

    /** What is read of a range from one item to another. */
    private IntStream page(int from, Map<String, AttributeValue> startKey, int to, Integer limit) {
      int start = startKey.isEmpty() ? from : number(startKey) + 1;
      int end = Math.min(to, start + (limit == null ? ITEMS_OF_A_PAGE : limit));
      requests++;
      read += end - start;
      return IntStream.range(start, end);
    }

    private List<Map<String, AttributeValue>> kept(IntStream page) {
      return page.filter(isKept).mapToObj(Partition::item).toList();
    }

    @Override
    public synchronized QueryResponse query(QueryRequest request) {
      int[] page = page(0, request.exclusiveStartKey(), ITEMS, request.limit()).toArray();
      List<Map<String, AttributeValue>> kept = kept(IntStream.of(page));
      QueryResponse.Builder response = QueryResponse.builder().items(kept).count(kept.size());
      int last = page.length == 0 ? ITEMS : page[page.length - 1] + 1;
      return (last < ITEMS ? response.lastEvaluatedKey(item(last - 1)) : response).build();
    }

    @Override
    public synchronized ScanResponse scan(ScanRequest request) {
      int segments = request.totalSegments() == null ? 1 : request.totalSegments();
      int from = (request.segment() == null ? 0 : request.segment()) * (ITEMS / segments);
      int to = from + ITEMS / segments;
      int[] page = page(from, request.exclusiveStartKey(), to, request.limit()).toArray();
      ScanResponse.Builder response = ScanResponse.builder().items(kept(IntStream.of(page)));
      int last = page.length == 0 ? to : page[page.length - 1] + 1;
      return (last < to ? response.lastEvaluatedKey(item(last - 1)) : response).build();
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }

  private record Async(Partition partition) implements DynamoDbAsyncClient {
    @Override
    public CompletableFuture<QueryResponse> query(QueryRequest request) {
      return CompletableFuture.completedFuture(partition.query(request));
    }

    @Override
    public CompletableFuture<ScanResponse> scan(ScanRequest request) {
      return CompletableFuture.completedFuture(partition.scan(request));
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }
}
