package dev.keyplan.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** One item that is not as the model says hides no other one, whichever client reads it. */
class MalformedItemsTest {
  private static final QueryRequest REQUEST = ShardedTable.requests(1, 1).get(0);

  private final ShardedTable table = new ShardedTable();
  private final Waiting waiting = new Waiting();
  private final Answering answering = new Answering();

  /** Two pages of five, and in the second one an item that cannot be read. */
  @BeforeEach
  void fill() {
    for (int i = 0; i < 9; i++) {
      table.put(0, 0, i == 7 ? "7 is bad" : Integer.toString(i));
    }
  }

  private static String read(Map<String, AttributeValue> item) {
    String sk = item.get("sk").s();
    if (sk.endsWith("bad")) {
      throw new ItemFormatException(item, "sk", "is bad", null);
    }
    return sk;
  }

  private Query<String> query() {
    return new Query<>(
        waiting, "Thing.things", REQUEST, MalformedItemsTest::read, Cursors.withoutSecret());
  }

  private AsyncQuery<String> asyncQuery() {
    return new AsyncQuery<>(
        answering, "Thing.things", REQUEST, MalformedItemsTest::read, Cursors.withoutSecret());
  }

  private Queries<String> queries() {
    return new Queries<>(
        waiting,
        "Thing.things",
        List.of(REQUEST),
        ShardedTable.merge(1),
        MalformedItemsTest::read,
        Cursors.withoutSecret(),
        Concurrency.DEFAULT);
  }

  private AsyncQueries<String> asyncQueries() {
    return new AsyncQueries<>(
        answering,
        "Thing.things",
        List.of(REQUEST),
        ShardedTable.merge(1),
        MalformedItemsTest::read,
        Cursors.withoutSecret(),
        Concurrency.DEFAULT);
  }

  private AsyncScan<String> asyncScan() {
    return new AsyncScan<>(
        answering,
        "Thing.all",
        ScanRequest.builder().tableName("table").build(),
        MalformedItemsTest::read,
        Cursors.withoutSecret(),
        Concurrency.DEFAULT);
  }

  @Test
  void comesBehindTheItemsBeforeIt() {
    for (Stream<String> stream : List.of(query().stream(), queries().stream())) {
      List<String> items = new ArrayList<>();
      assertThatThrownBy(() -> stream.forEach(items::add)).satisfies(this::namesTheItem);
      assertThat(items).containsExactly("0", "1", "2", "3", "4", "5", "6");
    }
    for (SdkPublisher<String> publisher :
        List.of(asyncQuery().items(), asyncQueries().items(), asyncScan().items())) {
      List<String> items = new ArrayList<>();
      assertThatThrownBy(() -> publisher.subscribe(items::add).get())
          .isInstanceOf(ExecutionException.class)
          .cause()
          .satisfies(this::namesTheItem);
      assertThat(items).containsExactly("0", "1", "2", "3", "4", "5", "6");
    }
  }

  private void namesTheItem(Throwable thrown) {
    assertThat(thrown).isInstanceOf(ItemFormatException.class);
    ItemFormatException problem = (ItemFormatException) thrown;
    assertThat(problem.attribute()).isEqualTo("sk");
    assertThat(problem.item())
        .containsEntry("pk", AttributeValue.fromS("B0#0"))
        .containsEntry("sk", AttributeValue.fromS("7 is bad"));
  }

  /** Whoever does not get there does not learn of it. */
  @Test
  void failsOnlyThoseWhoReachIt() {
    assertThat(query().first()).contains("0");
    assertThat(asyncQuery().first().join()).contains("0");
    assertThat(asyncQueries().first().join()).contains("0");
    assertThat(asyncScan().first().join()).contains("0");
    for (CompletableFuture<List<String>> all :
        List.of(asyncQuery().toList(), asyncQueries().toList(), asyncScan().toList())) {
      assertThatThrownBy(all::join).cause().satisfies(this::namesTheItem);
    }
    List<Object> signals = new ArrayList<>();
    AtomicReference<Subscription> subscription = new AtomicReference<>();
    asyncQuery().items().subscribe(new Log(signals, subscription));
    subscription.get().request(7);
    assertThat(signals).hasSize(7);
    subscription.get().request(1);
    assertThat(signals.get(7)).isInstanceOf(ItemFormatException.class);
    assertThat(signals).hasSize(8);
  }

  /** A page is there as a whole, or not at all. */
  @Test
  void failsItsPage() {
    Optional<String> cursor = query().page().next();
    assertThat(asyncQuery().page().join().next()).isEqualTo(cursor);

    assertThatThrownBy(() -> query().page(cursor.orElseThrow())).satisfies(this::namesTheItem);
    assertThatThrownBy(() -> asyncQuery().page(cursor.orElseThrow()).join())
        .cause()
        .satisfies(this::namesTheItem);
  }

  private record Log(List<Object> signals, AtomicReference<Subscription> subscription)
      implements Subscriber<String> {
    @Override
    public void onSubscribe(Subscription given) {
      subscription.set(given);
    }

    @Override
    public void onNext(String element) {
      signals.add(element);
    }

    @Override
    public void onError(Throwable thrown) {
      signals.add(thrown);
    }

    @Override
    public void onComplete() {
      signals.add("complete");
    }
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

  private final class Answering implements DynamoDbAsyncClient {
    @Override
    public CompletableFuture<QueryResponse> query(QueryRequest request) {
      return CompletableFuture.completedFuture(table.query(request));
    }

    /** Of the only partition. */
    @Override
    public CompletableFuture<ScanResponse> scan(ScanRequest request) {
      QueryRequest.Builder like = REQUEST.toBuilder().limit(request.limit());
      if (request.hasExclusiveStartKey()) {
        like.exclusiveStartKey(request.exclusiveStartKey());
      }
      QueryResponse found = table.query(like.build());
      ScanResponse.Builder response = ScanResponse.builder().items(found.items());
      if (found.hasLastEvaluatedKey()) {
        response.lastEvaluatedKey(found.lastEvaluatedKey());
      }
      return CompletableFuture.completedFuture(response.build());
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }
}
