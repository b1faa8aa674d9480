package dev.keyplan.emit.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.data.SampleData;
import dev.keyplan.data.SampleDataReader;
import dev.keyplan.diagnostic.Outcome;
import dev.keyplan.emit.EmitInput;
import dev.keyplan.model.Model;
import dev.keyplan.plan.Planner;
import dev.keyplan.source.SourceFile;
import dev.keyplan.testing.Goldens;
import dev.keyplan.testing.Inputs;
import dev.keyplan.testing.WorkbenchChecks;
import dev.keyplan.testing.WorkbenchModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkbenchEmitterTest {
  private static final String DATA =
      """
      Customer:
        - id: 11111111-1111-4111-8111-111111111111
          name: Ann
          email: ann@example.com
          state: true
        - { id: 22222222-2222-4222-8222-222222222222, name: Bob, state: false }
      com.acme.shop.Order:
        - customerId: 11111111-1111-4111-8111-111111111111
          number: 7
          tenant: t1
          region: eu
          state: open
          total: 1250
      com.acme.stock.Order:
        - id: 33333333-3333-4333-8333-333333333333
      """;

  @Test
  void writesTheWholeDesignAsOneModel() {
    Map<String, String> files = emitted(Inputs.cruddur());

    assertThat(files.keySet()).containsExactly("messages.json");
    assertThat(WorkbenchChecks.problems(files.get("messages.json"))).isEmpty();
    Goldens.assertMatches("workbench/cruddur", files);
  }

  @Test
  void leavesOutWhatTheFormatCannotSay() {
    Model model = WorkbenchModel.model();
    Outcome<SampleData> samples =
        SampleDataReader.read(List.of(new SourceFile("shop.data.yaml", DATA)), model);
    assertThat(samples.diagnostics()).isEmpty();

    Map<String, String> files = emitted(Inputs.of(model, Planner.plan(model), samples.value()));

    assertThat(files.keySet()).containsExactly("acme.json");
    assertThat(WorkbenchChecks.problems(files.get("acme.json"))).isEmpty();
    Goldens.assertMatches("workbench/limits", files);
  }

  @Test
  void writesTheAttributesAsTheyAreStored() {
    Map<String, String> files = emitted(Inputs.ofFile("market.keyplan"));

    assertThat(WorkbenchChecks.problems(files.get("market.json"))).isEmpty();
    Goldens.assertMatches("workbench/market", files);
  }

  @Test
  void writesAllKindsOfReads() {
    String model = emitted(Inputs.ofFile("fleet.keyplan")).get("fleet.json");

    assertThat(WorkbenchChecks.problems(model)).isEmpty();
    assertThat(model)
        .contains(
            "\"Name\": \"everyTrip\",\n      \"Type\": \"Scan\"",
            "\"Name\": \"tripsOf\",\n      \"Type\": \"Query\"",
            "\"Name\": \"startedAt\",\n      \"Type\": \"GetItem\"",
            "\"Name\": \"journey (last)\",\n      \"Type\": \"GetItem\"",
            "Query COUNT on the index driver-index");
  }

  @Test
  void writesReadsOfSeveralEntities() {
    String model = emitted(Inputs.ofFile("freight.keyplan")).get("freight.json");

    assertThat(WorkbenchChecks.problems(model)).isEmpty();
    assertThat(model)
        .contains(
            "\"Name\": \"sealed\",\n      \"Type\": \"Query\"",
            "sk between \\\"Q#\\\" and \\\"SH$\\\", finds Shipment and Seal",
            "\"Name\": \"size\",\n      \"Type\": \"Query\"",
            "finds Shipment and ShipmentLine, with BatchGetItem on the table for what was found",
            "\"Name\": \"everything\",\n      \"Type\": \"Scan\"",
            "_type in (Shipment, ShipmentLine, Seal, Driver)",
            "\"Name\": \"weigh (line)\",\n      \"Type\": \"UpdateItem\"");
  }

  @Test
  void writesReadsOfSeveralQueries() {
    String model = emitted(Inputs.ofFile("meters.keyplan")).get("meters.json");

    assertThat(WorkbenchChecks.problems(model)).isEmpty();
    assertThat(model)
        .contains(
            "one query for each month between {from} and {to}",
            "16 queries, merged in the order of the sort key",
            "3 queries for each day between {from} and {to}, merged in the order of the sort key");
  }

  @Test
  void writesNothingWithoutTables() {
    assertThat(emitted(Inputs.of(new Model(List.of())))).isEmpty();
  }

  @Test
  void theChecksFindWhatIsWrong() {
    String model = emitted(Inputs.cruddur()).get("messages.json");

    assertThat(WorkbenchChecks.problems(model.replace("\"S\": \"GRP#", "\"N\": \"GRP#")))
        .anyMatch(problem -> problem.contains("has another type of pk"));
    assertThat(
            WorkbenchChecks.problems(model.replace("\"Version\": \"3.0\"", "\"Version\": \"2\"")))
        .isNotEmpty();
    assertThat(
            WorkbenchChecks.problems(
                model.replace("\"FacetName\": \"Message\"", "\"FacetName\": \"Conversation\"")))
        .contains("two facets Conversation");
  }

  private static Map<String, String> emitted(EmitInput input) {
    return Inputs.emitted(new WorkbenchEmitter(), "workbench", input);
  }
}
