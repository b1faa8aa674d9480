package dev.keyplan.emit.workbench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyplan.data.SampleItem;
import dev.keyplan.emit.EmitInput;
import dev.keyplan.emit.json.ItemJson;
import dev.keyplan.model.Billing;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Filling;
import dev.keyplan.model.Index;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.KeySchema;
import dev.keyplan.model.Projection;
import dev.keyplan.model.Table;
import dev.keyplan.model.Throughput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One table of the data model, with a facet for each entity. */
final class WorkbenchTable {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Table table;
  private final EmitInput input;
  private final List<Entity> entities;
  private final StoredAttributes attributes;

  WorkbenchTable(Table table, EmitInput input) {
    this.table = table;
    this.input = input;
    this.entities =
        input.model().entities().stream()
            .filter(entity -> entity.table().name().equals(table.name()))
            .toList();
    this.attributes = StoredAttributes.of(table, entities);
  }

  /** A sentence for each thing that the format cannot say. */
  List<String> limitations() {
    List<String> sentences = new ArrayList<>();
    for (Index index : table.indexes()) {
      if (!isExpressible(index)) {
        sentences.add(
            "Not in this model: the index %s of %s. NoSQL Workbench has no %s."
                .formatted(
                    index.indexName(),
                    table.tableName(),
                    index.kind() == Index.Kind.LOCAL ? "local indexes" : "multi-attribute keys"));
      }
    }
    List<String> settings = Settings.leftOut(table);
    if (!settings.isEmpty()) {
      sentences.add(
          "Not in this model: %s of %s. NoSQL Workbench has no such settings."
              .formatted(String.join(", ", settings), table.tableName()));
    }
    sentences.addAll(attributes.conflicts());
    return sentences;
  }

  ObjectNode json() {
    ObjectNode object = JSON.objectNode();
    object.put("TableName", table.tableName());
    object.set("KeyAttributes", keyAttributes(table.key()));
    ArrayNode others = object.putArray("NonKeyAttributes");
    attributes
        .types()
        .forEach(
            (name, type) -> {
              if (!table.key().contains(name)) {
                others.add(attribute(name, type));
              }
            });
    if (!entities.isEmpty()) {
      ArrayNode facets = object.putArray("TableFacets");
      entities.forEach(entity -> facets.add(facet(entity)));
    }
    List<Index> indexes = table.indexes().stream().filter(WorkbenchTable::isExpressible).toList();
    if (!indexes.isEmpty()) {
      ArrayNode array = object.putArray("GlobalSecondaryIndexes");
      indexes.forEach(index -> array.add(index(index)));
    }
    object.set("DataAccess", dataAccess());
    if (table.billing() instanceof Billing.Provisioned provisioned) {
      object.put("BillingMode", "PROVISIONED");
      object.set("ProvisionedCapacitySettings", capacity(provisioned.throughput()));
    } else {
      object.put("BillingMode", "PAY_PER_REQUEST");
    }
    object.put("DateLastModified", WorkbenchEmitter.DATE);
    return object;
  }

  private static boolean isExpressible(Index index) {
    return index.kind() == Index.Kind.GLOBAL
        && index.key().partition().size() == 1
        && index.key().sort().size() <= 1;
  }

  private static ObjectNode keyAttributes(KeySchema key) {
    ObjectNode object = JSON.objectNode();
    key.partition().forEach(attribute -> object.set("PartitionKey", attribute(attribute)));
    key.sort().forEach(attribute -> object.set("SortKey", attribute(attribute)));
    return object;
  }

  private static ObjectNode attribute(KeyAttribute attribute) {
    return attribute(attribute.name(), attribute.type().code());
  }

  private static ObjectNode attribute(String name, String type) {
    return JSON.objectNode().put("AttributeName", name).put("AttributeType", type);
  }

  private ObjectNode facet(Entity entity) {
    ObjectNode facet = JSON.objectNode();
    facet.put("FacetName", facetName(entity));
    ObjectNode alias = facet.putObject("KeyAttributeAlias");
    entity.key().partition().forEach(part -> alias.put("PartitionKeyAlias", alias(part.filling())));
    entity.key().sort().forEach(part -> alias.put("SortKeyAlias", alias(part.filling())));
    ArrayNode data = facet.putArray("TableData");
    input.samples().of(entity.name()).forEach(item -> data.add(item(item)));
    ArrayNode names = facet.putArray("NonKeyAttributes");
    for (Map.Entry<String, String> stored : StoredAttributes.of(entity).entrySet()) {
      if (attributes.types().get(stored.getKey()).equals(stored.getValue())) {
        names.add(stored.getKey());
      }
    }
    facet.set("DataAccess", dataAccess());
    return facet;
  }

  /** The entity's name, with its namespace where that alone tells it from another. */
  private String facetName(Entity entity) {
    long homonyms =
        input.model().entities().stream()
            .filter(other -> other.name().name().equals(entity.name().name()))
            .count();
    return homonyms == 1 ? entity.name().name() : entity.name().toString();
  }

  private static String alias(Filling filling) {
    return filling instanceof Filling.FromTemplate from ? from.template().text() : filling.text();
  }

  private ObjectNode item(SampleItem item) {
    ObjectNode object = ItemJson.of(item.item());
    attributes
        .types()
        .forEach(
            (name, type) -> {
              if (object.has(name) && !object.get(name).has(type)) {
                object.remove(name);
              }
            });
    return object;
  }

  private ObjectNode index(Index index) {
    ObjectNode object = JSON.objectNode();
    object.put("IndexName", index.indexName());
    object.set("KeyAttributes", keyAttributes(index.key()));
    object.set("Projection", projection(index));
    return object;
  }

  /** Without keys, which the format's own files leave out of a list of attributes. */
  private ObjectNode projection(Index index) {
    List<String> names =
        index.projection().attributes().stream()
            .filter(name -> !table.key().contains(name) && !index.key().contains(name))
            .filter(name -> attributes.types().containsKey(name))
            .toList();
    if (!names.isEmpty()) {
      ObjectNode object = JSON.objectNode().put("ProjectionType", "INCLUDE");
      ArrayNode array = object.putArray("NonKeyAttributes");
      names.forEach(array::add);
      return object;
    }
    boolean isAll = index.projection() instanceof Projection.All;
    return JSON.objectNode().put("ProjectionType", isAll ? "ALL" : "KEYS_ONLY");
  }

  /** Left in the format from an import that the application once had. */
  private static ObjectNode dataAccess() {
    ObjectNode object = JSON.objectNode();
    object.putObject("MySql");
    return object;
  }

  private static ObjectNode capacity(Throughput throughput) {
    ObjectNode object = JSON.objectNode();
    object
        .putObject("ProvisionedThroughput")
        .put("ReadCapacityUnits", throughput.readUnits())
        .put("WriteCapacityUnits", throughput.writeUnits());
    object.set("AutoScalingRead", fixed(throughput.readUnits()));
    object.set("AutoScalingWrite", fixed(throughput.writeUnits()));
    return object;
  }

  /**
   * Auto scaling between a number and itself: every file of the application has these members, and
   * this says what the design says.
   */
  private static ObjectNode fixed(long units) {
    ObjectNode object = JSON.objectNode();
    object
        .putObject("ScalableTargetRequest")
        .put("MinCapacity", units)
        .put("MaxCapacity", units)
        .put("ServiceRole", "AWSServiceRoleForApplicationAutoScaling_DynamoDBTable");
    object.putObject("ScalingPolicyConfiguration").put("TargetValue", 70);
    return object;
  }
}
