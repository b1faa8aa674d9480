package dev.keyplan.benchmarks;

import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Tables of the Enhanced Client. */
final class EnhancedTables {
  private EnhancedTables() {}

  static <T> DynamoDbTable<T> of(DynamoDbClient client, TableSchema<T> schema) {
    return DynamoDbEnhancedClient.builder().dynamoDbClient(client).build().table("orders", schema);
  }

  /** The first page of a query. */
  static <T> List<T> ordersOf(DynamoDbTable<T> table, String customerId) {
    return table
        .query(QueryConditional.keyEqualTo(key -> key.partitionValue("CUSTOMER#" + customerId)))
        .iterator()
        .next()
        .items();
  }
}
