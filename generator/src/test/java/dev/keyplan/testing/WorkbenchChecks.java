package dev.keyplan.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What holds in every data model that NoSQL Workbench has written: the shape, by a JSON schema, and
 * what refers to what, in code.
 */
public final class WorkbenchChecks {
  private final List<String> problems = new ArrayList<>();
  private final Set<String> facetNames = new HashSet<>();

  private WorkbenchChecks() {}

  /** A sentence for each thing that is wrong. */
  public static List<String> problems(String json) {
    WorkbenchChecks checks = new WorkbenchChecks();
    try (InputStream schema = WorkbenchChecks.class.getResourceAsStream("/workbench/schema.json")) {
      JsonNode model = JsonMapper.builder().build().readTree(json);
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(schema)
          .validate(model)
          .stream()
          .map(ValidationMessage::getMessage)
          .forEach(checks.problems::add);
      checks.model(model);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return checks.problems;
  }

  private void model(JsonNode model) {
    Set<String> tables = new HashSet<>();
    for (JsonNode table : model.path("DataModel")) {
      String name = table.path("TableName").textValue();
      demand(tables.add(name), "two tables " + name);
      table(name, table);
    }
    Set<String> patterns = new HashSet<>();
    for (JsonNode pattern : model.path("AccessPatterns")) {
      String name = pattern.path("Name").textValue();
      demand(patterns.add(name), "two access patterns " + name);
      demand(
          tables.contains(pattern.path("TableName").textValue()),
          "access pattern " + name + " of no table");
    }
  }

  private void table(String table, JsonNode node) {
    Map<String, String> keys = attributes(node.path("KeyAttributes"));
    Map<String, String> declared = new LinkedHashMap<>(keys);
    for (JsonNode attribute : node.path("NonKeyAttributes")) {
      String name = attribute.path("AttributeName").textValue();
      String type = attribute.path("AttributeType").textValue();
      demand(declared.put(name, type) == null, table + " declares " + name + " twice");
    }
    Set<String> indexes = new HashSet<>();
    for (JsonNode index : node.path("GlobalSecondaryIndexes")) {
      String name = table + "/" + index.path("IndexName").textValue();
      demand(indexes.add(name), "two indexes " + name);
      Map<String, String> indexKeys = attributes(index.path("KeyAttributes"));
      indexKeys.forEach(
          (key, type) ->
              demand(type.equals(declared.get(key)), name + ": key " + key + " is not declared"));
      for (JsonNode projected : index.path("Projection").path("NonKeyAttributes")) {
        String attribute = projected.textValue();
        demand(declared.containsKey(attribute), name + " projects undeclared " + attribute);
        demand(
            !keys.containsKey(attribute) && !indexKeys.containsKey(attribute),
            name + " projects the key " + attribute);
      }
    }
    Map<String, String> primaryKeys = new HashMap<>();
    for (JsonNode facet : node.path("TableFacets")) {
      facet(facet, keys, declared, primaryKeys);
    }
  }

  private void facet(
      JsonNode facet,
      Map<String, String> keys,
      Map<String, String> declared,
      Map<String, String> primaryKeys) {
    String name = facet.path("FacetName").textValue();
    demand(facetNames.add(name), "two facets " + name);
    demand(
        facet.path("KeyAttributeAlias").has("SortKeyAlias") == (keys.size() == 2),
        name + " needs an alias for each key attribute and no other");
    Set<String> allowed = new HashSet<>(keys.keySet());
    for (JsonNode attribute : facet.path("NonKeyAttributes")) {
      demand(declared.containsKey(attribute.textValue()), name + " has undeclared " + attribute);
      demand(allowed.add(attribute.textValue()), name + " lists " + attribute + " again");
    }
    for (JsonNode item : facet.path("TableData")) {
      StringBuilder primaryKey = new StringBuilder();
      for (String key : keys.keySet()) {
        demand(!item.path(key).path(declared.get(key)).asText().isEmpty(), name + " lacks " + key);
        primaryKey.append(item.path(key));
      }
      demand(
          primaryKeys.put(primaryKey.toString(), name) == null,
          name + " has another item " + primaryKey);
      for (Map.Entry<String, JsonNode> attribute : item.properties()) {
        demand(allowed.contains(attribute.getKey()), name + " does not list " + attribute);
        demand(
            attribute.getValue().has(String.valueOf(declared.get(attribute.getKey()))),
            name + " has another type of " + attribute);
      }
    }
  }

  /** Partition key first. */
  private static Map<String, String> attributes(JsonNode keyAttributes) {
    Map<String, String> types = new LinkedHashMap<>();
    for (String member : List.of("PartitionKey", "SortKey")) {
      if (keyAttributes.has(member)) {
        types.put(
            keyAttributes.path(member).path("AttributeName").textValue(),
            keyAttributes.path(member).path("AttributeType").textValue());
      }
    }
    return types;
  }

  private void demand(boolean holds, String problem) {
    if (!holds) {
      problems.add(problem);
    }
  }
}
