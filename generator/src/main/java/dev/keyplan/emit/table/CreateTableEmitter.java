package dev.keyplan.emit.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyplan.emit.EmitInput;
import dev.keyplan.emit.Emitter;
import dev.keyplan.emit.OutputFile;
import dev.keyplan.emit.json.JsonText;
import dev.keyplan.model.Billing;
import dev.keyplan.model.Encryption;
import dev.keyplan.model.Index;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.KeySchema;
import dev.keyplan.model.Projection;
import dev.keyplan.model.RequestMaximum;
import dev.keyplan.model.Table;
import dev.keyplan.model.TableClass;
import dev.keyplan.model.TableSettings;
import dev.keyplan.model.Throughput;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * For each table {@code create-table/<table>.json}: what {@code aws dynamodb create-table
 * --cli-input-json file://…} and boto3's {@code create_table(**json)} accept as it is.
 */
public final class CreateTableEmitter implements Emitter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public String name() {
    return "create-table";
  }

  @Override
  public List<OutputFile> emit(EmitInput input) {
    return input.model().tables().stream().map(CreateTableEmitter::file).toList();
  }

  private static OutputFile file(Table table) {
    return new OutputFile(
        OutputFile.Kind.RESOURCE,
        "create-table/" + table.tableName() + ".json",
        JsonText.of(request(table)));
  }

  private static ObjectNode request(Table table) {
    ObjectNode request = JSON.objectNode();
    request.put("TableName", table.tableName());
    request.set("AttributeDefinitions", attributeDefinitions(table));
    request.set("KeySchema", keySchema(table.key()));
    putIndexes(request, "LocalSecondaryIndexes", table, Index.Kind.LOCAL);
    putIndexes(request, "GlobalSecondaryIndexes", table, Index.Kind.GLOBAL);
    if (table.billing() instanceof Billing.Provisioned provisioned) {
      request.put("BillingMode", "PROVISIONED");
      request.set("ProvisionedThroughput", throughput(provisioned.throughput()));
    } else {
      request.put("BillingMode", "PAY_PER_REQUEST");
      ((Billing.OnDemand) table.billing())
          .maximum()
          .ifPresent(m -> request.set("OnDemandThroughput", maximum(m)));
    }
    putSettings(request, table.settings());
    return request;
  }

  /** The key attributes of the table and its indexes and no others, each once, as they come. */
  private static ArrayNode attributeDefinitions(Table table) {
    ArrayNode definitions = JSON.arrayNode();
    Stream.concat(Stream.of(table.key()), table.indexes().stream().map(Index::key))
        .flatMap(key -> key.attributes().stream())
        .map(key -> Map.entry(key.name(), key.type().code()))
        .distinct()
        .forEach(
            definition ->
                definitions
                    .addObject()
                    .put("AttributeName", definition.getKey())
                    .put("AttributeType", definition.getValue()));
    return definitions;
  }

  /** HASH elements first, then RANGE elements; several of a kind are a multi-attribute key. */
  private static ArrayNode keySchema(KeySchema key) {
    ArrayNode schema = JSON.arrayNode();
    key.partition().forEach(attribute -> schema.add(keyElement(attribute, "HASH")));
    key.sort().forEach(attribute -> schema.add(keyElement(attribute, "RANGE")));
    return schema;
  }

  private static ObjectNode keyElement(KeyAttribute attribute, String keyType) {
    return JSON.objectNode().put("AttributeName", attribute.name()).put("KeyType", keyType);
  }

  private static void putIndexes(ObjectNode request, String member, Table table, Index.Kind kind) {
    List<Index> indexes = table.indexes(kind);
    if (!indexes.isEmpty()) {
      ArrayNode array = request.putArray(member);
      indexes.forEach(index -> array.add(index(index)));
    }
  }

  private static ObjectNode index(Index index) {
    ObjectNode object = JSON.objectNode();
    object.put("IndexName", index.indexName());
    object.set("KeySchema", keySchema(index.key()));
    object.set("Projection", projection(index.projection()));
    index.throughput().ifPresent(t -> object.set("ProvisionedThroughput", throughput(t)));
    index.maximum().ifPresent(m -> object.set("OnDemandThroughput", maximum(m)));
    return object;
  }

  private static ObjectNode projection(Projection projection) {
    ObjectNode object = JSON.objectNode().put("ProjectionType", projection.type().name());
    if (projection.type() == Projection.Type.INCLUDE) {
      ArrayNode names = object.putArray("NonKeyAttributes");
      projection.attributes().forEach(names::add);
    }
    return object;
  }

  private static ObjectNode throughput(Throughput throughput) {
    return JSON.objectNode()
        .put("ReadCapacityUnits", throughput.readUnits())
        .put("WriteCapacityUnits", throughput.writeUnits());
  }

  private static ObjectNode maximum(RequestMaximum maximum) {
    ObjectNode object = JSON.objectNode();
    maximum.readUnits().ifPresent(units -> object.put("MaxReadRequestUnits", units));
    maximum.writeUnits().ifPresent(units -> object.put("MaxWriteRequestUnits", units));
    return object;
  }

  /** Only what differs from what DynamoDB does unasked. */
  private static void putSettings(ObjectNode request, TableSettings settings) {
    settings.stream()
        .ifPresent(
            view ->
                request
                    .putObject("StreamSpecification")
                    .put("StreamEnabled", true)
                    .put("StreamViewType", view.name()));
    if (settings.encryption() instanceof Encryption.AwsManaged) {
      putEncryption(request);
    } else if (settings.encryption() instanceof Encryption.CustomerManaged own) {
      putEncryption(request).put("KMSMasterKeyId", own.key());
    }
    if (!settings.tags().isEmpty()) {
      ArrayNode tags = request.putArray("Tags");
      settings.tags().forEach(t -> tags.addObject().put("Key", t.key()).put("Value", t.value()));
    }
    if (settings.tableClass() != TableClass.STANDARD) {
      request.put("TableClass", settings.tableClass().name());
    }
    if (settings.isProtected()) {
      request.put("DeletionProtectionEnabled", true);
    }
  }

  private static ObjectNode putEncryption(ObjectNode request) {
    return request.putObject("SSESpecification").put("Enabled", true).put("SSEType", "KMS");
  }
}
