package dev.keyplan.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.emit.EmitOptions;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a model that is accepted calls its parts, the generated code compiles. */
class GeneratedNamesTest {
  private static final EmitOptions OPTIONS = new EmitOptions("org.example.support", false);

  private static final String OF_TYPE =
      """
      namespace org.example.names

      table Shop { key pk / sk  index gsi1 gsi1pk / gsi1sk }

      entity %1$s in Shop {
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

      pattern all { query %1$s where id }
      pattern above { query %1$s where id and number > :low }
      pattern one { get %1$s where id and number }
      pattern shift { move %1$s set number }
      pattern change { update %1$s set part, due if due = :old }
      pattern both { transact { create %1$s as first  delete %1$s as second  move %1$s as third { set number } } }
      """;

  private static final String OF_ATTRIBUTE =
      """
      namespace org.example.names

      table Shop { key pk / sk  index gsi1 gsi1pk / gsi1sk }

      entity Order in Shop {
        key    "A#{%1$s}" / at
        index  gsi1 = "B#{note}" / "{number}#{at}"

        %1$s "stored" : string(1..9)
        at     : timestamp = now
        number : int(1..3)
        note   : string(1..9)
        part   : Line?
      }

      struct Line { %1$s: Size?  at: timestamp }
      enum Size { SMALL, LARGE }

      entity Note in Shop {
        key    "N#{noteId}" / "N"
        noteId : ulid = random
        %1$s "stored" : Size? = SMALL
        other  : Line?
      }

      pattern all { query Order where %1$s }
      pattern one { get Order where %1$s and at = :%1$s1 }
      pattern change { update Note set %1$s, other }
      pattern clear { update Note remove %1$s }
      pattern shift { move Order set %1$s }
      pattern both { transact { create Order as first  update Note as second { set %1$s } } }
      """;

  private static final String OF_CONSTANT =
      """
      namespace org.example.names

      table Shop { key pk / sk }

      entity Order in Shop {
        key    "A#{id}" / "S{state}"
        id     : uuid
        state  : State = %1$s
      }

      enum State { %1$s, stored_, OTHER }

      pattern all { query Order where id and state = %1$s }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Query",
        "Page",
        "Keys",
        "Actions",
        "Batch",
        "AsRead",
        "Check",
        "Cursors",
        "MoveFailure",
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
        "Generated"
      })
  void ofTypes(String name) {
    compiles(OF_TYPE.formatted(name));
    compiles(OF_TYPE.replace("Size", name).formatted("Order"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
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
        "expression"
      })
  void ofAttributesAndParameters(String name) {
    compiles(OF_ATTRIBUTE.formatted(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stored", "parse", "values", "valueOf", "name", "ordinal", "yield", "String", "State"
      })
  void ofConstants(String name) {
    compiles(OF_CONSTANT.formatted(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "table orders { key pk / sk }",
        "table Order { key pk / sk }\nentity Order in Order { key \"A\" / \"N{n}\"  n: int(1..3) }\n"
            + "pattern above { query Order where n > 1 }",
      })
  void ofTables(String model) {
    compiles("namespace org.example.names\n" + model);
  }

  private static void compiles(String model) {
    Map<String, String> files = GeneratedJava.of(model, "n.keyplan", OPTIONS);

    assertThat(JavaCompilation.problems(files)).isEmpty();
  }
}
