package dev.keyplan.benchmarks;

import java.util.Map;
import java.util.Optional;
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
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

/** A whole get and a whole put of one item: nearly all of it is the SDK's client. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CallBenchmark {
  private final DynamoDbClient client = StubHttpClient.finding(SampleOrders.items(1));
  private final Order order = SampleOrders.order(0);
  private final OrderBean orderBean = OrderBean.of(order);
  private final ImmutableOrder immutableOrder = ImmutableOrder.of(order);
  private final Map<String, AttributeValue> item = OrderCodec.write(order);
  private final Map<String, AttributeValue> itemKey = OrderCodec.key(order.key());
  private final Key key =
      Key.builder().partitionValue(itemKey.get("pk").s()).sortValue(itemKey.get("sk").s()).build();

  private final OrderRepository repository = new OrderRepository(client);
  private final DynamoDbTable<OrderBean> bean = EnhancedTables.of(client, EnhancedSchemas.BEAN);
  private final DynamoDbTable<OrderBean> fixed = EnhancedTables.of(client, EnhancedSchemas.STATIC);
  private final DynamoDbTable<ImmutableOrder> immutable =
      EnhancedTables.of(client, EnhancedSchemas.IMMUTABLE);

  @Benchmark
  public Optional<Order> getKeyplan() {
    return repository.get(order.key());
  }

  @Benchmark
  public OrderBean getBean() {
    return bean.getItem(key);
  }

  @Benchmark
  public OrderBean getStatic() {
    return fixed.getItem(key);
  }

  @Benchmark
  public ImmutableOrder getImmutable() {
    return immutable.getItem(key);
  }

  /** What all the others do, too: without any mapping. */
  @Benchmark
  public Map<String, AttributeValue> getClientAlone() {
    return client.getItem(request -> request.tableName("orders").key(itemKey)).item();
  }

  @Benchmark
  public Order putKeyplan() {
    return repository.put(order);
  }

  @Benchmark
  public void putBean() {
    bean.putItem(orderBean);
  }

  @Benchmark
  public void putStatic() {
    fixed.putItem(orderBean);
  }

  @Benchmark
  public void putImmutable() {
    immutable.putItem(immutableOrder);
  }

  /** What all the others do, too: without any mapping. */
  @Benchmark
  public PutItemResponse putClientAlone() {
    return client.putItem(request -> request.tableName("orders").item(item));
  }
}
