package dev.keyplan.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyplan.compile.Compilation;
import dev.keyplan.compile.ModelCompiler;
import dev.keyplan.compile.Sources;
import dev.keyplan.cost.Prices;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.plan.FanOut;
import dev.keyplan.source.SourceFile;
import dev.keyplan.support.Concurrency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
    assertThat(ExplanationText.of(report(MODEL)))
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
              in indexes   byState 4 or more, mirror 2 or more

            com.example.add
              operation    PutItem on the table: puts the item if no item has its key
              write units  2 or more
              in indexes   byState 2 or more, mirror 2 or more

            com.example.shift
              operation    TransactWriteItems on the table: deletes the item and puts it anew with \
            another placed if it is as it was read
              write units  8 or more
              in indexes   byState 4 or more, mirror 4 or more
            """);
  }

  @Test
  void saysWhatIsLeftOutSinceItHasExpired() {
    String model =
        """
        namespace com.example
        table T "leases" { key pk / sk  ttl endsAt }
        entity Lease in T {
          key "R#{room}" / "L#{id}"
          room   : uuid
          id     : uuid
          endsAt : epoch(s)?
        }
        pattern one     { get Lease where room and id }
        pattern all     { query Lease where room page 20 }
        pattern current { query Lease where room filter endsAt > now page 20 }
        pattern any     { query Lease where room page 20 with expired }
        """;
    String explained = ExplanationText.of(report(model));

    assertThat(explained.split("com.example."))
        .extracting(part -> part.lines().filter(line -> line.contains("endsAt")).toList())
        .containsExactly(
            List.of(),
            List.of("  discarded    endsAt <= now"),
            List.of("  filter       not (endsAt <= now)"),
            List.of("  filter       endsAt > now"),
            List.of());
  }

  @Test
  void knowsBothEndsWhereTheModelDoes() {
    String bounded = MODEL.replace("note     : string?", "note     : string(..500)?");
    assertThat(report(bounded).patterns().get(3).facts())
        // 10,165 bytes: 8,004 of the text, 2,004 of the note, 157 of the rest.
        .containsEntry("write units", "2 to 10")
        .containsEntry("in indexes", "byState 2 to 10, mirror 2 to 10");
  }

  private static final String WITH_NUMBERS =
      """
      namespace com.example

      table T "meters" { key pk / sk  index byRegion  region / sk  project keys }

      entity Reading in T {
        key     "M#{meter}" / "AT#{at}"
        index   byRegion
        volume  1_000_000 items
        meter  : uuid  @distinct(1_000)
        at     : timestamp(s)
        region : string(2..2)  @size(2) @distinct(50)
        note   : string  @size(1_000)
      }

      pattern add { create Reading rate 100/s }
      pattern of  { query Reading where meter page 10 rate 1_200/min expect 30 items }
      """;

  @Test
  void countsWhatRatesAndVolumesMean() {
    // An item has 1,152 bytes, an entry 73: 2 write units and 1.
    assertThat(ExplanationText.of(report(WITH_NUMBERS)))
        .isEqualTo(
            """
            com.example.add
              operation    PutItem on the table: puts the item if no item has its key
              write units  2
              in indexes   byRegion 1
              rate         100/s
              per second   300 write units
              per month    $492.75

            com.example.of
              operation    Query on the table
              key          pk = "M#{meter}" and sk begins_with "AT#"
              order        ascending
              page         10 items
              consistency  eventual
              read units   4.5 for 30 items
              rate         1200/min
              per second   90 read units
              per month    $29.57
              not used     the index `byRegion` needs `=` on `region`, its partition key

            com.example.T
              per second   90 read units, 200 write units
              per month    $358.07
              partitions   Reading: 0.09 read units, 0.2 write units for each of 1,000
              storage      1.17 GB, $0.29 a month

            com.example.T, index byRegion
              per second   100 write units
              per month    $164.25
              partitions   Reading: 2 write units for each of 50
              storage      0.16 GB, $0.04 a month

            Prices: us-east-1, 2026-01, 730 hours a month
            """);
  }

  @Test
  void comparesProvisionedTablesWithWhatTheyNeed() {
    String provisioned =
        WITH_NUMBERS.replace(
            "key pk / sk ", "key pk / sk  billing provisioned read 100 write 250 ");
    Report report = report(provisioned);
    assertThat(report.patterns().get(0).facts()).doesNotContainKey("per month");
    assertThat(report.tables().get(0).facts())
        .containsEntry("per second", "90 read units, 200 write units")
        // (100 * 0.00013 + 250 * 0.00065) * 730
        .containsEntry("provisioned", "100 read units, 250 write units, $128.12 a month");
  }

  @Test
  void tellsNumbersToToolsToo() throws Exception {
    JsonNode json = new ObjectMapper().readTree(ExplanationJson.of(report(WITH_NUMBERS)));
    assertThat(json.at("/patterns/0/perSecond").asText()).isEqualTo("300 write units");
    assertThat(json.at("/tables/1/path").asText()).isEqualTo("com.example.T, index byRegion");
    assertThat(json.at("/tables/1/perMonth").asText()).isEqualTo("$164.25");
    assertThat(json.at("/prices").asText()).startsWith("us-east-1");
  }

  @Test
  void saysWhatACollectionFinds() {
    String collected =
        MODEL.replace("customer : uuid", "customer : Person.id")
            + """
            entity Person in T {
              key  "C#{id}" / "PERSON"
              id   : uuid = random  @id
              name : string(1..100)
            }

            pattern file { query Order, Person where customer order desc page 4 }
            """;
    Report report = report(collected);

    Explanation file = report.patterns().get(5);
    assertThat(file.facts())
        .containsEntry("operation", "Query on the table")
        .containsEntry("key", "pk = \"C#{customer}\"")
        .containsEntry("finds", "Order and Person")
        .containsEntry("order", "descending")
        // Four people of 191 bytes at least, or four orders of 8,000 characters and more.
        .containsEntry("read units", "0.5 or more for 4 items");
    assertThat(file.otherPaths())
        .containsExactly(
            "the index `byState` needs `=` on `state`, its partition key, for `Order`",
            "the index `mirror` does not contain `Person`");
    assertThat(ExplanationJson.of(report)).contains("\"finds\": \"Order and Person\"");
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
    assertThat(ExplanationText.of(report(reads)))
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

  @Test
  void saysWhatIsReadOfSeveralEntities() {
    Map<String, Map<String, String>> facts = facts("freight.keyplan");

    assertThat(facts.get("org.example.freight.sealed"))
        .containsEntry("key", "pk = \"SH#{shipmentId}\" and sk between \"Q#\" and \"SH$\"")
        .containsEntry("finds", "Shipment and Seal");
    assertThat(facts.get("org.example.freight.heavy"))
        .containsEntry("operation", "Query COUNT on the table")
        .containsEntry("finds", "Shipment and ShipmentLine and Seal")
        .containsEntry("filter", "Shipment or weight > {least}")
        .doesNotContainKey("order");
    assertThat(facts.get("org.example.freight.ofOrder"))
        .containsEntry("operation", "Query on the index `byOrder`")
        .containsEntry(
            "fetch", "BatchGetItem on the table; items that are gone by then are left out");
    assertThat(facts.get("org.example.freight.booked"))
        .containsEntry("operation", "Scan of the table")
        .containsEntry("items", "sk = \"BILL\" or sk begins_with \"PAYMENT#\"");
  }

  @Test
  void saysHowManyQueriesItTakes() {
    Map<String, Map<String, String>> facts = facts("meters.keyplan");

    assertThat(facts.get("org.example.meters.history"))
        .containsEntry("queries", "one query for each month between {from} and {to}")
        .containsEntry(
            "sent",
            "one month is asked after another until the page is full; where all are read, "
                + AT_A_TIME)
        .doesNotContainKey("page costs");
    assertThat(facts.get("org.example.meters.best"))
        .containsEntry("sent", "a page asks all 16 shards, " + AT_A_TIME)
        .containsEntry("page costs", "8 read units")
        .containsEntry("queries", "16 queries, merged in the order of the sort key")
        // Each shard is asked for its part of the ten.
        .containsEntry("read units", "8 for 10 items");
    assertThat(facts.get("org.example.meters.latest"))
        .containsEntry(
            "queries",
            "3 queries for each day between {from} and {to}, merged in the order of the sort key")
        .containsEntry(
            "sent",
            "a page asks all 3 shards of one day after another until it is full, " + AT_A_TIME)
        .containsEntry("page costs", "1.5 read units");
    assertThat(facts.get("org.example.meters.above"))
        .containsEntry("page costs", "8 to 2,048 read units");
    Map<String, Map<String, String>> theatre = facts("theatre.keyplan");
    assertThat(theatre.get("org.example.theatre.visitsCount"))
        .containsEntry("sent", "all are sent, " + AT_A_TIME)
        .doesNotContainKey("page costs");
    assertThat(Concurrency.DEFAULT.requests()).isEqualTo(FanOut.AT_A_TIME);
    assertThat(Concurrency.DEFAULT.blockingRequests()).isEqualTo(1);
  }

  private static final String AT_A_TIME =
      "up to 8 at a time (the table's concurrency; 1 if a client that waits has no executor)";

  /** What is said of each pattern of a model among the test resources, by its name. */
  private static Map<String, Map<String, String>> facts(String file) {
    try {
      String model = Files.readString(Path.of("src", "test", "resources", "models", file));
      return report(model).patterns().stream()
          .collect(Collectors.toMap(Explanation::pattern, Explanation::facts));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Report report(String model) {
    SourceFile file = new SourceFile("model.keyplan", model);
    Compilation compilation = new ModelCompiler().compile(new Sources(List.of(file), List.of()));
    assertThat(compilation.diagnostics()).noneMatch(Diagnostic::isError);
    return Report.of(compilation.model(), compilation.plans(), Prices.bundled());
  }
}
