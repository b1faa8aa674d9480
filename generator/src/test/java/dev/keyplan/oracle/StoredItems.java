package dev.keyplan.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.testing.JavaValues;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Compares what is stored with what the oracle has. */
record StoredItems(
    ModelSpec model, Oracle oracle, GeneratedModel generated, DynamoDbClient client) {

  /** What is stored of one item. */
  void check(EntitySpec entity, Map<String, Object> item) {
    Optional<?> stored = (Optional<?>) generated.call(entity, "get", null, item, Map.of());
    assertThat(stored.map(JavaValues::components))
        .as("stored")
        .isEqualTo(oracle.found(entity, item));
  }

  /** Nothing is stored but the items and the guards that they need. */
  void checkCount() {
    int stored = client.scan(s -> s.tableName("random-table").consistentRead(true)).count();
    assertThat(stored).as("items and guards").isEqualTo(oracle.count() + oracle.guards());
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
      int stored = client.scan(s -> s.tableName("random-table").indexName(index.id())).count();
      // Guards have all that the table's key has.
      long guards = index.id().equals("inv") ? oracle.guards() : 0;
      assertThat(stored).as("members of " + index.id()).isEqualTo((int) (members + guards));
    }
  }
}
