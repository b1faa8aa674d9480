package dev.keyplan.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.testing.JavaValues;
import dev.keyplan.testing.LocalDynamoDb;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** The database that releases of one application share. */
final class Releases implements AutoCloseable {
  private final AmazonDynamoDBLocal local = LocalDynamoDb.startWithStreams();
  private final DynamoDbClient client = local.dynamoDbClient();

  Release of(String model) {
    return Release.of(model, client);
  }

  /** A model with something else in the place of a text that it has once. */
  static String changed(String model, String before, String after) {
    assertThat(model.split(java.util.regex.Pattern.quote(before), -1)).as(before).hasSize(2);
    return model.replace(before, after);
  }

  /** Values with one more, or another one. */
  static Map<String, Object> with(Map<String, Object> values, String name, Object value) {
    Map<String, Object> all = new HashMap<>(values);
    all.put(name, value);
    return all;
  }

  /** The attributes of a stored item. */
  Map<String, AttributeValue> stored(String table, String pk, String sk) {
    return new TreeMap<>(
        client
            .getItem(
                g ->
                    g.tableName(table)
                        .key(
                            Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk))))
            .item());
  }

  DynamoDbClient client() {
    return client;
  }

  /** The methods that a release's stream calls for what has happened to a table, in order. */
  List<String> told(Release release, String stream, String table) {
    List<String> told = new ArrayList<>();
    Class<?> type = release.type(stream);
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getName().equals("accept")) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
          }
          told.add(method.getName());
          return null;
        };
    Object proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    for (Record record : LocalDynamoDb.records(local, table)) {
      JavaValues.call(() -> type.getMethod("accept", Record.class).invoke(proxy, record));
    }
    return told;
  }

  @Override
  public void close() {
    client.close();
  }
}
