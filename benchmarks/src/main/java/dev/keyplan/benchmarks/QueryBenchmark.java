package dev.keyplan.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A whole query that finds 100 items: the SDK's client, its parser, and the mapping. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class QueryBenchmark {
  private final DynamoDbClient client = StubHttpClient.finding(SampleOrders.items(100));
  private final OrderRepository repository = new OrderRepository(client);
  private final DynamoDbTable<OrderBean> bean = EnhancedTables.of(client, EnhancedSchemas.BEAN);
  private final DynamoDbTable<OrderBean> fixed = EnhancedTables.of(client, EnhancedSchemas.STATIC);
  private final DynamoDbTable<ImmutableOrder> immutable =
      EnhancedTables.of(client, EnhancedSchemas.IMMUTABLE);

  @Benchmark
  public List<Order> queryKeyplan() {
    return repository.ordersOf("customer-4711").page().items();
  }

  @Benchmark
  public List<OrderBean> queryBean() {
    return EnhancedTables.ordersOf(bean, "customer-4711");
  }

  @Benchmark
  public List<OrderBean> queryStatic() {
    return EnhancedTables.ordersOf(fixed, "customer-4711");
  }

  @Benchmark
  public List<ImmutableOrder> queryImmutable() {
    return EnhancedTables.ordersOf(immutable, "customer-4711");
  }

  /** What all the others do, too: without any mapping. */
  @Benchmark
  public List<Map<String, AttributeValue>> queryClientAlone() {
    return client
        .query(
            request ->
                request
                    .tableName("orders")
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(
                        Map.of(":pk", AttributeValue.fromS("CUSTOMER#customer-4711"))))
        .items();
  }
}
