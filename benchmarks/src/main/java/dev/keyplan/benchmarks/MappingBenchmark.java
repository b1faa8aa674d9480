package dev.keyplan.benchmarks;

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
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One item: from an object to attribute values, and back. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class MappingBenchmark {
  private final Order order = SampleOrders.order(1);
  private final OrderBean bean = OrderBean.of(order);
  private final ImmutableOrder immutable = ImmutableOrder.of(order);

  /** Such as the SDK's parser makes it. */
  private final Map<String, AttributeValue> item =
      StubHttpClient.finding(SampleOrders.items(2))
          .query(request -> request.tableName("orders"))
          .items()
          .get(1);

  @Benchmark
  public Map<String, AttributeValue> writeKeyplan() {
    return OrderCodec.write(order);
  }

  @Benchmark
  public Map<String, AttributeValue> writeBean() {
    return EnhancedSchemas.BEAN.itemToMap(bean, true);
  }

  @Benchmark
  public Map<String, AttributeValue> writeStatic() {
    return EnhancedSchemas.STATIC.itemToMap(bean, true);
  }

  @Benchmark
  public Map<String, AttributeValue> writeImmutable() {
    return EnhancedSchemas.IMMUTABLE.itemToMap(immutable, true);
  }

  @Benchmark
  public Order readKeyplan() {
    return OrderCodec.read(item);
  }

  @Benchmark
  public OrderBean readBean() {
    return EnhancedSchemas.BEAN.mapToItem(item);
  }

  @Benchmark
  public OrderBean readStatic() {
    return EnhancedSchemas.STATIC.mapToItem(item);
  }

  @Benchmark
  public ImmutableOrder readImmutable() {
    return EnhancedSchemas.IMMUTABLE.mapToItem(item);
  }
}
