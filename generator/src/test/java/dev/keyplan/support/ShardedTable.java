package dev.keyplan.support;

import dev.keyplan.support.internal.FanOut;
import dev.keyplan.support.internal.Merge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Partitions in memory, which answer queries as DynamoDB does: page by page. */
final class ShardedTable {
  /** As many items as DynamoDB would find in 1 MB. */
  private static final int ITEMS_OF_A_QUERY = 5;

  private static final List<String> KEY = List.of("pk", "sk");

  final List<QueryRequest> asked = new CopyOnWriteArrayList<>();
  private final Map<String, NavigableMap<String, Map<String, AttributeValue>>> partitions =
      new ConcurrentHashMap<>();

  void put(int bucket, int shard, String sk) {
    partitions
        .computeIfAbsent(partition(bucket, shard), pk -> new TreeMap<>())
        .put(
            sk,
            Map.of(
                "pk", AttributeValue.fromS(partition(bucket, shard)),
                "sk", AttributeValue.fromS(sk)));
  }

  void clear() {
    partitions.clear();
  }

  static String partition(int bucket, int shard) {
    return "B" + bucket + "#" + shard;
  }

  static String partition(QueryRequest request) {
    return request.expressionAttributeValues().get(":pk").s();
  }

  QueryResponse query(QueryRequest request) {
    asked.add(request);
    NavigableMap<String, Map<String, AttributeValue>> all =
        partitions.getOrDefault(partition(request), new TreeMap<>());
    if (request.hasExclusiveStartKey()) {
      all = all.tailMap(request.exclusiveStartKey().get("sk").s(), false);
    }
    int most =
        request.limit() == null ? ITEMS_OF_A_QUERY : Math.min(request.limit(), ITEMS_OF_A_QUERY);
    List<Map<String, AttributeValue>> items = all.values().stream().limit(most).toList();
    QueryResponse.Builder response = QueryResponse.builder().items(items).count(items.size());
    // Like DynamoDB, it does not look whether there is more.
    return items.size() < most
        ? response.build()
        : response.lastEvaluatedKey(items.get(items.size() - 1)).build();
  }

  static List<QueryRequest> requests(int buckets, int shards) {
    return FanOut.each(
        texts(buckets),
        texts(shards),
        (bucket, shard) ->
            QueryRequest.builder()
                .tableName("table")
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(
                    Map.of(
                        ":pk",
                        AttributeValue.fromS(
                            partition(Integer.parseInt(bucket), Integer.parseInt(shard)))))
                .build());
  }

  private static List<String> texts(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }

  static Merge merge(int shards) {
    return new Merge(shards, shards == 1 ? List.of() : List.of("sk"), KEY);
  }

  static Function<Map<String, AttributeValue>, String> read() {
    return item -> item.get("sk").s();
  }

  /** All items in their order. */
  List<String> all(int buckets, int shards) {
    List<String> all = new ArrayList<>();
    for (int bucket = 0; bucket < buckets; bucket++) {
      List<String> merged = new ArrayList<>();
      for (int shard = 0; shard < shards; shard++) {
        merged.addAll(partitions.getOrDefault(partition(bucket, shard), new TreeMap<>()).keySet());
      }
      merged.sort(String::compareTo);
      all.addAll(merged);
    }
    return all;
  }
}
