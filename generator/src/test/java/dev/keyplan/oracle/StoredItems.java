package dev.keyplan.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.testing.JavaValues;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Compares what is stored with what the oracle has. */
record StoredItems(
    ModelSpec model, Oracle oracle, GeneratedModel generated, DynamoDbClient client) {

  static final String TABLE = "random-table";

  /** What is stored of one item. */
  void check(EntitySpec entity, Map<String, Object> item) {
    Optional<?> stored = (Optional<?>) generated.call(entity, "get", item, Map.of());
    assertThat(stored.map(JavaValues::components))
        .as("stored")
        .isEqualTo(oracle.found(entity, item));
  }

  /** Nothing is stored but the items and the guards that they need. */
  void checkCount() {
    int stored = client.scan(s -> s.tableName(TABLE).consistentRead(true)).count();
    assertThat(stored).as("items and guards").isEqualTo(oracle.count() + oracle.guards());
  }

  /** Gives all items of an entity the name that it had before. */
  void age(EntitySpec entity) {
    for (Map<String, AttributeValue> item : client.scan(s -> s.tableName(TABLE)).items()) {
      AttributeValue type = item.get("_type");
      if (type != null && type.s().equals(entity.name()) && entity.former().isPresent()) {
        Map<String, AttributeValue> aged = new HashMap<>(item);
        aged.put("_type", AttributeValue.fromS(entity.former().get()));
        client.putItem(p -> p.tableName(TABLE).item(aged));
      }
    }
  }

  /** Each index holds the items that the model says, and no others. */
  void checkIndexes() {
    for (ModelSpec.Line index : model.table().indexes()) {
      long members =
          model.entities().stream()
              .flatMap(
                  entity ->
                      entity.indexes().stream()
                          .filter(use -> use.index().equals(index.id()))
                          .flatMap(use -> oracle.all(entity).stream().filter(use::holds)))
              .count();
      int stored = client.scan(s -> s.tableName(TABLE).indexName(index.id())).count();
      long guards = guards(index);
      assertThat(stored).as("members of " + index.id()).isEqualTo((int) (members + guards));
    }
  }

  /** Guards have all that the table's key has, and expire with their items. */
  private int guards(ModelSpec.Line index) {
    if (index.id().equals("inv")) {
      return oracle.guards();
    }
    boolean isOfExpiry =
        model.entities().stream()
            .flatMap(entity -> entity.indexes().stream())
            .filter(use -> use.index().equals(index.id()))
            .map(use -> index.text().startsWith("local") ? use.sort().stream() : use.sides())
            .map(sides -> sides.flatMap(ModelSpec.Side::attributes).toList())
            .anyMatch(names -> names.equals(model.table().expiry().stream().toList()));
    return isOfExpiry ? oracle.expiringGuards() : 0;
  }
}
