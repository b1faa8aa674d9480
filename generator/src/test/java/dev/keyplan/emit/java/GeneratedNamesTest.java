package dev.keyplan.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.emit.Clients;
import dev.keyplan.emit.EmitOptions;
import dev.keyplan.emit.Nullness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Whatever a model that is accepted calls its parts, the generated code compiles. All models of a
 * test are compiled together, each in a package of its own: the number in it tells which one.
 */
class GeneratedNamesTest {
  private static final EmitOptions OPTIONS =
      new EmitOptions("org.example.support", false, Clients.SYNC, Nullness.JSPECIFY);

  private static final String NAME = "NAME_";

  private static final String OF_TYPE =
      """
      table Shop { key pk / sk  index gsi1 gsi1pk / gsi1sk }

      entity NAME_ in Shop {
        key    "A#{id}" / "N{number}"
        index  gsi1 = "B#{at}" / "{note}#{size}"

        id     : uuid = random
        number : int(1..3)
        at     : timestamp = now
        note   : string(1..9)
        size   : Size = SMALL
        part   : Part?
        due    : date?
      }

      enum Size { SMALL, LARGE }
      struct Part { name: string?  at: timestamp? }

      pattern all { query NAME_ where id }
      pattern above { query NAME_ where id and number > :low }
      pattern one { get NAME_ where id and number }
      pattern shift { move NAME_ set number }
      pattern change { update NAME_ set part, due if due = :old }
      pattern both { transact { create NAME_ as first  delete NAME_ as second  move NAME_ as third { set number } } }
      """;

  private static final String OF_ATTRIBUTE =
      """
      table Shop { key pk / sk  index gsi1 gsi1pk / gsi1sk }

      entity Order in Shop {
        key    "A#{NAME_}" / at
        index  gsi1 = "B#{note}" / "{number}#{at}"

        NAME_ "stored" : string(1..9)
        at     : timestamp = now
        number : int(1..3)
        note   : string(1..9)
        part   : Line?
      }

      struct Line { NAME_: Size?  at: timestamp }
      enum Size { SMALL, LARGE }

      entity Note in Shop {
        key    "N#{noteId}" / "N"
        noteId : ulid = random
        NAME_ "stored" : Size? = SMALL
        other  : Line?
      }

      pattern all { query Order where NAME_ }
      pattern one { get Order where NAME_ and at = :NAME_1 }
      pattern change { update Note set NAME_, other }
      pattern clear { update Note remove NAME_ }
      pattern shift { move Order set NAME_ }
      pattern both { transact { create Order as first  update Note as second { set NAME_ } } }
      """;

  private static final String OF_CONSTANT =
      """
      table Shop { key pk / sk }

      entity Order in Shop {
        key    "A#{id}" / "S{state}"
        id     : uuid
        state  : State = NAME_
      }

      enum State { NAME_, stored_, OTHER }

      pattern all { query Order where id and state = NAME_ }
      """;

  private static final List<String> TYPES =
      List.of(
          "Query",
          "Page",
          "Keys",
          "Actions",
          "Batch",
          "AsRead",
          "Check",
          "Cursors",
          "ItemWrite",
          "Names",
          "Read",
          "Timestamps",
          "TransactionMembers",
          "Ulids",
          "UpdateExpression",
          "ConditionFailedException",
          "TransactionFailedException",
          "NotUniqueResultException",
          "Instant",
          "UUID",
          "Optional",
          "Map",
          "List",
          "Consumer",
          "AttributeValue",
          "DynamoDbClient",
          "ChronoUnit",
          "Generated",
          "Nullable",
          "NullMarked");

  private static final List<String> ATTRIBUTES =
      List.of(
          "CustomerId",
          "Name",
          "ID",
          "T",
          "Check",
          "Keys",
          "Key",
          "Read",
          "Builder",
          "Class",
          "HashCode",
          "ChronoUnit",
          "UUID",
          "AttributeValue",
          "Instant",
          "Map",
          "Size",
          "Line",
          "Order",
          "OrderCodec",
          "Timestamps",
          "key",
          "key_",
          "value",
          "present",
          "item",
          "now",
          "yield",
          "record",
          "var",
          "stored",
          "table",
          "client",
          "requests",
          "expression",
          "withOther",
          "withStored",
          "toBuilder");

  private static final List<String> CONSTANTS =
      List.of(
          "stored", "parse", "values", "valueOf", "name", "ordinal", "yield", "String", "State");

  private static final List<String> TABLES =
      List.of(
          "table orders { key pk / sk }",
          "table Order { key pk / sk }\nentity Order in Order { key \"A\" / \"N{n}\"  n: int(1..3) }\n"
              + "pattern above { query Order where n > 1 }");

  @Test
  void ofTypes() {
    List<String> models = new ArrayList<>();
    for (String name : TYPES) {
      models.add(OF_TYPE.replace(NAME, name));
      models.add(OF_TYPE.replace("Size", name).replace(NAME, "Order"));
    }
    compile(models);
  }

  @Test
  void ofAttributesAndParameters() {
    compile(ATTRIBUTES.stream().map(name -> OF_ATTRIBUTE.replace(NAME, name)).toList());
  }

  /** As many as {@code JAVA_LIMIT} allows. */
  @Test
  void ofManyAttributes() {
    String attributes =
        IntStream.rangeClosed(1, 240)
            .mapToObj(n -> "  text%d : string(..100)%s\n".formatted(n, n % 2 == 0 ? "?" : ""))
            .collect(Collectors.joining());
    compile(
        List.of(
            """
            table Shop { key pk / sk }

            entity Order in Shop {
              key "A#{id}" / "ORDER"
              id : uuid = random
              line : Line?
            %1$s}

            struct Line {
            %1$s}
            """
                .formatted(attributes)));
  }

  @Test
  void ofConstants() {
    compile(CONSTANTS.stream().map(name -> OF_CONSTANT.replace(NAME, name)).toList());
  }

  @Test
  void ofTables() {
    compile(TABLES);
  }

  private static void compile(List<String> models) {
    Map<String, String> files = new HashMap<>();
    for (int i = 0; i < models.size(); i++) {
      String model = "namespace org.example.names%d\n%s".formatted(i, models.get(i));
      files.putAll(GeneratedJava.of(model, "n.keyplan", OPTIONS));
    }

    assertThat(JavaCompilation.problems(files)).isEmpty();
  }
}
