package dev.keyplan.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.testing.CompiledClasses;
import dev.keyplan.testing.JavaValues;
import dev.keyplan.testing.LocalDynamoDb;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/**
 * What is selected from several entities is read from where each of them has it: as an attribute,
 * or in the text of one key or another. Found by seeds 71000103 and 71000147 of random models.
 */
class SelectedFromKeysTest {
  private static final String MODEL =
      """
      namespace org.example.keys

      table T "keys-table" { key pk / sk  index byName name / sk  copies none%s }

      entity A in T {
        key "K#{group}" / "A#{id}"
        group : string(1..9)
        id    : string(1..9)
      }
      entity B in T {
        key "K#{group}" / "B#{name}"
        index byName
        group : string(1..9)
        name  : string(1..9)
      }
      entity C in T {
        key "K#{group}" / "C#{number}#{id}"
        group  : string(1..9)
        number : int(0..9)
        id     : string(1..9)
      }

      pattern all   { query A, B, C where group select group, id, name, number }
      pattern every { scan A, B, C select id as Ids }
      """;

  @ParameterizedTest
  @ValueSource(strings = {"", "  type none"})
  void eachEntityHasItsOwnPlace(String type) {
    CompiledClasses classes = CompiledClasses.ofModel(MODEL.formatted(type));
    boolean hasType = type.isEmpty();
    try (DynamoDbClient client = LocalDynamoDb.start()) {
      Object table = JavaValues.call(() -> type(classes, "TTable").getField("DEFAULT").get(null));
      client.createTable(
          (CreateTableRequest) GeneratedModel.invoke(table, "createTableRequest", List.of()));
      put(client, hasType, "A", "A#1", Map.of());
      put(client, hasType, "B", "B#x", Map.of("name", AttributeValue.fromS("x")));
      put(client, hasType, "C", "C#7#2", Map.of());
      Object repository =
          JavaValues.call(
              () ->
                  type(classes, "ARepository")
                      .getConstructor(DynamoDbClient.class, table.getClass())
                      .newInstance(client, table));

      assertThat(rows(GeneratedModel.invoke(repository, "all", List.of("g"))))
          .containsExactly(
              Map.of("group", "g", "id", "1"),
              Map.of("group", "g", "name", "x"),
              Map.of("group", "g", "id", "2", "number", 7));
      assertThat(rows(GeneratedModel.invoke(repository, "every", List.of())))
          .containsExactlyInAnyOrder(Map.of("id", "1"), Map.of(), Map.of("id", "2"));
    }
  }

  private static void put(
      DynamoDbClient client,
      boolean hasType,
      String type,
      String sk,
      Map<String, AttributeValue> more) {
    Map<String, AttributeValue> item =
        Stream.of(
                Map.of("pk", AttributeValue.fromS("K#g"), "sk", AttributeValue.fromS(sk)),
                hasType
                    ? Map.of("_type", AttributeValue.fromS(type))
                    : Map.<String, AttributeValue>of(),
                more)
            .flatMap(map -> map.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    client.putItem(p -> p.tableName("keys-table").item(item));
  }

  private static List<Map<String, Object>> rows(Object query) {
    return PageComparison.rows(PageComparison.stream(query));
  }

  private static Class<?> type(CompiledClasses classes, String name) {
    return JavaValues.call(() -> classes.loadClass("org.example.keys." + name));
  }
}
