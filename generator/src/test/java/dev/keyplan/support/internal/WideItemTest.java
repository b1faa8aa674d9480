package dev.keyplan.support.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.testing.LocalDynamoDb;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Items of more attributes than an expression of readable names takes: 4 KB, 300 operators. */
class WideItemTest {
  private static final int MOST_COMPARED = 149;

  private static DynamoDbClient client;

  @BeforeAll
  static void createTable() {
    client = LocalDynamoDb.start();
    client.createTable(
        t ->
            t.tableName("wide")
                .keySchema(
                    KeySchemaElement.builder().attributeName("pk").keyType(KeyType.HASH).build())
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName("pk")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .billingMode(BillingMode.PAY_PER_REQUEST));
  }

  @AfterAll
  static void close() {
    client.close();
  }

  @Test
  void changeAllTheirAttributesAtOnce() {
    Map<String, AttributeValue> before = item(250, "before");
    Map<String, AttributeValue> after = item(250, "after");
    put(before);

    client.updateItem(
        request(
            new UpdateExpression("pk")
                .change(before, after)
                .demandAsRead(before, names(MOST_COMPARED))));

    assertThat(stored()).isEqualTo(after);
  }

  @Test
  void areComparedWithWhatWasRead() {
    put(item(MOST_COMPARED, "now"));
    AsRead same = AsRead.of(item(MOST_COMPARED, "now"), names(MOST_COMPARED));
    AsRead other = AsRead.of(item(MOST_COMPARED, "then"), names(MOST_COMPARED));

    assertThatThrownBy(() -> delete(other)).hasMessageContaining("conditional request failed");
    delete(same);

    assertThat(stored()).isEmpty();
  }

  /** So a rule refuses such entities, unless they have a version. */
  @Test
  void areNotComparedWhereTheyAreTooWide() {
    Map<String, AttributeValue> item = item(200, "now");
    put(item);

    assertThatThrownBy(() -> delete(AsRead.of(item, names(200))))
        .isInstanceOf(DynamoDbException.class)
        .hasMessageContaining("operators");
  }

  private static void delete(AsRead asRead) {
    client.deleteItem(
        d ->
            d.tableName("wide")
                .key(Map.of("pk", AttributeValue.fromS("1")))
                .conditionExpression(asRead.expression())
                .expressionAttributeNames(asRead.names())
                .expressionAttributeValues(asRead.values()));
  }

  private static UpdateItemRequest request(UpdateExpression update) {
    return update
        .applyTo(UpdateItemRequest.builder())
        .tableName("wide")
        .key(Map.of("pk", AttributeValue.fromS("1")))
        .build();
  }

  private static void put(Map<String, AttributeValue> item) {
    client.putItem(p -> p.tableName("wide").item(item));
  }

  private static Map<String, AttributeValue> stored() {
    return client
        .getItem(g -> g.tableName("wide").key(Map.of("pk", AttributeValue.fromS("1"))))
        .item();
  }

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "anAttributeWithALongName" + i).toList();
  }

  private static Map<String, AttributeValue> item(int attributes, String value) {
    Map<String, AttributeValue> item = new HashMap<>();
    names(attributes).forEach(name -> item.put(name, AttributeValue.fromS(value)));
    item.put("pk", AttributeValue.fromS("1"));
    return item;
  }
}
