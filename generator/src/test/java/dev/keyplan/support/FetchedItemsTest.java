package dev.keyplan.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** An index is behind its table: what it leads to may belong to somebody else by now. */
class FetchedItemsTest {
  private static final QueryRequest REQUEST =
      QueryRequest.builder()
          .tableName("documents")
          .indexName("byTenant")
          .keyConditionExpression(
              "tenant = :tenant AND #level = :level AND changed BETWEEN :from AND :to")
          .projectionExpression("id")
          .expressionAttributeNames(Map.of("#level", "the level"))
          .expressionAttributeValues(
              Map.of(
                  ":tenant",
                  AttributeValue.fromS("acme"),
                  ":level",
                  AttributeValue.fromN("10.00"),
                  ":from",
                  AttributeValue.fromN("1"),
                  ":to",
                  AttributeValue.fromN("5")))
          .build();

  private static final Map<String, Map<String, AttributeValue>> ITEMS =
      Map.of(
          "same", item("acme", "10", "3"),
          "changed since", item("acme", "10", "9"),
          "of another tenant", item("other", "10", "3"),
          "of another level", item("acme", "11", "3"),
          "in no index", Map.of("id", AttributeValue.fromS("x")));

  private static Map<String, AttributeValue> item(String tenant, String level, String changed) {
    return Map.of(
        "tenant",
        AttributeValue.fromS(tenant),
        "the level",
        AttributeValue.fromN(level),
        "changed",
        AttributeValue.fromN(changed));
  }

  private static QueryResponse entries() {
    return QueryResponse.builder()
        .items(ITEMS.keySet().stream().map(id -> Map.of("id", AttributeValue.fromS(id))).toList())
        .build();
  }

  private static List<Map<String, AttributeValue>> whole(
      List<Map<String, AttributeValue>> entries) {
    return entries.stream().map(entry -> ITEMS.get(entry.get("id").s())).toList();
  }

  @Test
  void areLeftOutWhereTheyAreNotThoseOfTheQueryAnyMore() {
    Query<Map<String, AttributeValue>> query =
        new Query<>(
            new Lagging(),
            "Document.ofTenant",
            REQUEST,
            FetchedItemsTest::whole,
            item -> item,
            Cursors.withoutSecret());
    AsyncQuery.Whole asyncWhole = entries -> CompletableFuture.completedFuture(whole(entries));
    AsyncQuery<Map<String, AttributeValue>> asyncQuery =
        new AsyncQuery<>(
            new AsyncLagging(),
            "Document.ofTenant",
            REQUEST,
            asyncWhole,
            item -> item,
            Cursors.withoutSecret());

    assertThat(query.stream()).containsExactly(ITEMS.get("same"));
    assertThat(asyncQuery.toList().join()).containsExactly(ITEMS.get("same"));
  }

  /** Gives entries as they were. */
  private record Lagging() implements DynamoDbClient {
    @Override
    public QueryResponse query(QueryRequest request) {
      return entries();
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }

  /** The same. */
  private record AsyncLagging() implements DynamoDbAsyncClient {
    @Override
    public CompletableFuture<QueryResponse> query(QueryRequest request) {
      return CompletableFuture.completedFuture(entries());
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }
}
