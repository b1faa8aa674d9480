package dev.keyplan.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.utils.builder.Buildable;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** DynamoDB Local in this process, and requests for it from JSON as the AWS CLI takes it. */
public final class LocalDynamoDb {
  private LocalDynamoDb() {}

  /** A new, empty database. */
  public static DynamoDbClient start() {
    return DynamoDBEmbedded.create(true).dynamoDbClient();
  }

  /** A new, empty database, as its asynchronous client. */
  public static DynamoDbAsyncClient startAsync() {
    return DynamoDBEmbedded.create(true).dynamoDbAsyncClient();
  }

  /** The same with a client for its streams. */
  public static AmazonDynamoDBLocal startWithStreams() {
    return DynamoDBEmbedded.create(true);
  }

  /** What the stream of a table has told so far, in order. */
  public static List<Record> records(AmazonDynamoDBLocal local, String table) {
    String arn =
        local.dynamoDbClient().describeTable(d -> d.tableName(table)).table().latestStreamArn();
    DynamoDbStreamsClient streams = local.dynamoDbStreamsClient();
    List<Record> records = new ArrayList<>();
    for (Shard shard : streams.describeStream(d -> d.streamArn(arn)).streamDescription().shards()) {
      String iterator =
          streams
              .getShardIterator(
                  g ->
                      g.streamArn(arn)
                          .shardId(shard.shardId())
                          .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
              .shardIterator();
      records.addAll(records(streams, iterator));
    }
    return records;
  }

  /** DynamoDB Local leaves empty maps out of the images of items; DynamoDB does not. */
  private static Record whole(Record record) {
    return record.toBuilder()
        .dynamodb(
            record.dynamodb().toBuilder()
                .oldImage(whole(record.dynamodb().oldImage()))
                .newImage(whole(record.dynamodb().newImage()))
                .build())
        .build();
  }

  private static Map<String, AttributeValue> whole(Map<String, AttributeValue> image) {
    Map<String, AttributeValue> whole = new HashMap<>();
    image.forEach((name, value) -> whole.put(name, whole(value)));
    return image.isEmpty() ? image : whole;
  }

  private static AttributeValue whole(AttributeValue value) {
    return switch (value.type()) {
      case UNKNOWN_TO_SDK_VERSION -> AttributeValue.fromM(Map.of());
      case M -> AttributeValue.fromM(whole(value.m()));
      case L -> AttributeValue.fromL(value.l().stream().map(LocalDynamoDb::whole).toList());
      default -> value;
    };
  }

  private static List<Record> records(DynamoDbStreamsClient streams, String start) {
    List<Record> records = new ArrayList<>();
    String iterator = start;
    while (iterator != null) {
      String next = iterator;
      GetRecordsResponse response = streams.getRecords(g -> g.shardIterator(next));
      response.records().forEach(record -> records.add(whole(record)));
      iterator = !response.records().isEmpty() ? response.nextShardIterator() : null;
    }
    return records;
  }

  /**
   * Fills a request from JSON, by the SDK's own description of its members. Like the CLI, it
   * refuses a member that the operation does not have and a value of the wrong type.
   */
  public static <T extends SdkPojo> T fill(T builder, String json) {
    try {
      fill(builder, JsonMapper.builder().build().readTree(json));
      return builder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fill(SdkPojo builder, JsonNode object) {
    Map<String, SdkField<?>> fields = new LinkedHashMap<>();
    builder.sdkFields().forEach(field -> fields.put(field.locationName(), field));
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      SdkField<?> field = fields.get(member.getKey());
      if (field == null) {
        throw new IllegalArgumentException("No such member: " + member.getKey());
      }
      field.set(builder, value(field, member.getValue()));
    }
  }

  private static Object value(SdkField<?> field, JsonNode node) {
    MarshallingType<?> type = field.marshallingType();
    if (type == MarshallingType.STRING && node.isTextual()) {
      return node.textValue();
    }
    if (type == MarshallingType.LONG && node.isIntegralNumber()) {
      return node.longValue();
    }
    if (type == MarshallingType.BOOLEAN && node.isBoolean()) {
      return node.booleanValue();
    }
    if (type == MarshallingType.LIST && node.isArray()) {
      SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
      List<Object> list = new ArrayList<>();
      node.forEach(child -> list.add(value(element, child)));
      return list;
    }
    if (type == MarshallingType.MAP && node.isObject()) {
      SdkField<?> entry = field.getTrait(MapTrait.class).valueFieldInfo();
      Map<String, Object> map = new LinkedHashMap<>();
      node.properties().forEach(child -> map.put(child.getKey(), value(entry, child.getValue())));
      return map;
    }
    if (type == MarshallingType.SDK_POJO && node.isObject()) {
      SdkPojo nested = field.constructor().get();
      fill(nested, node);
      return ((Buildable) nested).build();
    }
    throw new IllegalArgumentException("Not a value of " + field.memberName() + ": " + node);
  }
}
