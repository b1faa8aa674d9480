package com.cruddur;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Loads the generated {@code keyplan/items/*.json}, which are what {@code aws dynamodb
 * batch-write-item --request-items file://…} takes.
 */
final class SampleItems {
  private SampleItems() {}

  /** Writes all sample items of a table under another name; returns how many there were. */
  static int load(DynamoDbClient client, String modelName, String tableName) {
    int count = 0;
    for (int file = 1; ; file++) {
      String resource = "/keyplan/items/%s-%02d.json".formatted(modelName, file);
      try (InputStream json = SampleItems.class.getResourceAsStream(resource)) {
        if (json == null) {
          return count;
        }
        List<WriteRequest> writes = new ArrayList<>();
        for (JsonNode request : new ObjectMapper().readTree(json).get(modelName)) {
          Map<String, AttributeValue> item = attributes(request.at("/PutRequest/Item"));
          writes.add(WriteRequest.builder().putRequest(put -> put.item(item)).build());
        }
        client.batchWriteItem(batch -> batch.requestItems(Map.of(tableName, writes)));
        count += writes.size();
      } catch (IOException e) {
        throw new UncheckedIOException(resource, e);
      }
    }
  }

  private static Map<String, AttributeValue> attributes(JsonNode object) {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    object.properties().forEach(field -> attributes.put(field.getKey(), value(field.getValue())));
    return attributes;
  }

  private static AttributeValue value(JsonNode typed) {
    Map.Entry<String, JsonNode> entry = typed.properties().iterator().next();
    return switch (entry.getKey()) {
      case "S" -> AttributeValue.fromS(entry.getValue().textValue());
      case "N" -> AttributeValue.fromN(entry.getValue().textValue());
      case "BOOL" -> AttributeValue.fromBool(entry.getValue().booleanValue());
      case "M" -> AttributeValue.fromM(attributes(entry.getValue()));
      default -> throw new IllegalArgumentException("No type of this model: " + entry.getKey());
    };
  }
}
