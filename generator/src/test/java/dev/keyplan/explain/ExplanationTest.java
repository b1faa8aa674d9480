package dev.keyplan.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.compile.Compilation;
import dev.keyplan.compile.ModelCompiler;
import dev.keyplan.compile.Sources;
import dev.keyplan.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final String MODEL =
      """
      namespace com.example

      table T "orders" {
        key    pk / sk
        index  byState  state / placed
        index  mirror   pk / placed
      }

      enum State { OPEN, PAID }

      entity Order in T {
        key    "C#{customer}" / "ORDER#{placed}"
        index  byState
        index  mirror
        customer : uuid
        placed   : timestamp(s)
        state    : State = OPEN
        text     : string(1000..2000)
        note     : string?
      }

      /// The latest.
      pattern latest { query Order where customer order placed desc page 10 consistent }
      pattern one    { get Order where customer and placed }
      pattern pay    { update Order set state = PAID if state = OPEN }
      pattern add    { create Order }
      pattern shift  { move Order set placed }
      """;

  @Test
  void saysWhatIsDecided() {
    assertThat(ExplanationText.of(explanations(MODEL)))
        .isEqualTo(
            """
            com.example.latest
              The latest.
              operation    Query on the table
              key          pk = "C#{customer}" and sk begins_with "ORDER#"
              order        descending
              page         10 items
              consistency  strong
              read units   3 or more for 10 items
              not used     the index `byState` needs `=` on `state`, its partition key
                           the index `mirror` is a global index, which is eventually consistent

            com.example.one
              operation    GetItem on the table
              key          pk = "C#{customer}" and sk = "ORDER#{placed}"
              consistency  eventual
              read units   0.5 or more
              not used     the index `byState` needs `=` on `state`, its partition key
                           the index `mirror` would serve, but comes later

            com.example.pay
              operation    UpdateItem on the table: changes state if the item exists and state = OPEN
              write units  2 or more
              in indexes   6 or more

            com.example.add
              operation    PutItem on the table: puts the item if no item has its key
              write units  2 or more
              in indexes   4 or more

            com.example.shift
              operation    TransactWriteItems on the table: deletes the item and puts it anew with \
            another placed if it is as it was read
              write units  8 or more
              in indexes   8 or more
            """);
  }

  @Test
  void knowsBothEndsWhereTheModelDoes() {
    String bounded = MODEL.replace("note     : string?", "note     : string(..500)?");
    assertThat(explanations(bounded).get(3).facts())
        // 10,165 bytes: 8,004 of the text, 2,004 of the note, 157 of the rest.
        .containsEntry("write units", "2 to 10")
        .containsEntry("in indexes", "4 to 20");
  }

  @Test
  void saysWhatIsFetchedCountedAndScanned() {
    String reads =
        MODEL
                .substring(0, MODEL.indexOf("/// The latest."))
                .replace("state / placed", "state / placed  project keys")
                .replace("note     : string?", "note     : string(..500)?")
            + """
            pattern open  { query Order where state page 2 fetch }
            pattern after { query Order via mirror where customer and placed > :t page 4 }
            pattern many  { count Order via byState where state limit 100 }
            pattern all   { scan Order page 3 filter state = OPEN }
            """;
    assertThat(ExplanationText.of(explanations(reads)))
        .isEqualTo(
            """
            com.example.open
              operation    Query on the index `byState`
              key          state = {state}
              fetch        BatchGetItem on the table; items that are gone by then are left out
              order        ascending
              page         2 items
              consistency  eventual
              read units   1.5 to 3.5 for 2 items
              not used     the table needs `=` on `customer`, its partition key
                           the index `mirror` needs `=` on `customer`, its partition key

            com.example.after
              operation    Query on the index `mirror`
              key          pk = "C#{customer}" and placed > {t}
              order        ascending
              page         4 items
              consistency  eventual
              read units   1 to 5 for 4 items
              not used     the table would serve, but the pattern names another
                           the index `byState` needs `=` on `state`, its partition key

            com.example.many
              operation    Query COUNT on the index `byState`
              key          state = {state}
              limit        100 items
              consistency  eventual
              read units   1.5 for 100 items
              not used     the table needs `=` on `customer`, its partition key
                           the index `mirror` needs `=` on `customer`, its partition key

            com.example.all
              operation    Scan of the table
              items        _type = Order
              filter       state = OPEN
              page         3 items
              consistency  eventual
              read units   0.5 to 4 for 3 items
            """);
  }

  private static List<Explanation> explanations(String model) {
    SourceFile file = new SourceFile("model.keyplan", model);
    Compilation compilation = new ModelCompiler().compile(new Sources(List.of(file), List.of()));
    assertThat(compilation.diagnostics()).isEmpty();
    return Explanation.of(compilation.model(), compilation.plans());
  }
}
