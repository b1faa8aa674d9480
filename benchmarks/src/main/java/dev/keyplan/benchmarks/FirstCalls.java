package dev.keyplan.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The first get and the first put of a new JVM. It writes a dot when both are answered, and then
 * how many milliseconds of processor time it has taken. Each candidate is a class of its own, so
 * that nothing of the others is loaded.
 *
 * @param placedAt in milliseconds
 */
record FirstCalls(DynamoDbClient client, String customerId, long placedAt, String id) {
  /**
   * Calls.
   *
   * @param arguments the candidate, what a get is answered, and the parts of the key
   */
  public static void main(String[] arguments) {
    FirstCalls calls =
        new FirstCalls(
            StubHttpClient.holding(arguments[1]),
            arguments[2],
            Long.parseLong(arguments[3]),
            arguments[4]);
    switch (Candidate.valueOf(arguments[0])) {
      case CLIENT_ALONE -> ClientAlone.call(calls);
      case KEYPLAN -> Keyplan.call(calls);
      case STATIC -> Static.call(calls);
      case IMMUTABLE -> Immutable.call(calls);
      case BEAN -> Bean.call(calls);
    }
    System.out.print('.');
    System.out.flush();
    Duration processor = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    System.out.print(processor.toMillis());
  }

  /** Who calls. */
  enum Candidate {
    CLIENT_ALONE,
    KEYPLAN,
    STATIC,
    IMMUTABLE,
    BEAN
  }

  private String pk() {
    return "CUSTOMER#" + customerId;
  }

  private String sk() {
    return "ORDER#" + Instant.ofEpochMilli(placedAt) + "#" + id;
  }

  /** What all the others do, too: it puts what it got, as it is. */
  private static final class ClientAlone {
    static void call(FirstCalls calls) {
      Map<String, AttributeValue> key =
          Map.of("pk", AttributeValue.fromS(calls.pk()), "sk", AttributeValue.fromS(calls.sk()));
      DynamoDbClient client = calls.client();
      Map<String, AttributeValue> item =
          client.getItem(request -> request.tableName("orders").key(key)).item();
      client.putItem(request -> request.tableName("orders").item(item));
    }
  }

  private static final class Keyplan {
    static void call(FirstCalls calls) {
      OrderRepository repository = new OrderRepository(calls.client());
      Instant placedAt = Instant.ofEpochMilli(calls.placedAt());
      Order.Key key = new Order.Key(calls.customerId(), placedAt, calls.id());
      repository.put(repository.get(key).orElseThrow());
    }
  }

  private static final class Static {
    static void call(FirstCalls calls) {
      Enhanced.call(calls, StaticSchemas.ORDER);
    }
  }

  private static final class Immutable {
    static void call(FirstCalls calls) {
      Enhanced.call(calls, TableSchema.fromImmutableClass(ImmutableOrder.class));
    }
  }

  private static final class Bean {
    static void call(FirstCalls calls) {
      Enhanced.call(calls, TableSchema.fromBean(OrderBean.class));
    }
  }

  private static final class Enhanced {
    static <T> void call(FirstCalls calls, TableSchema<T> schema) {
      DynamoDbTable<T> table = EnhancedTables.of(calls.client(), schema);
      Key key = Key.builder().partitionValue(calls.pk()).sortValue(calls.sk()).build();
      table.putItem(table.getItem(key));
    }
  }
}
