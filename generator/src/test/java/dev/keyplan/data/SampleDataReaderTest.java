package dev.keyplan.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.compile.Compilation;
import dev.keyplan.compile.ModelCompiler;
import dev.keyplan.compile.Sources;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Outcome;
import dev.keyplan.diagnostic.TextRenderer;
import dev.keyplan.emit.json.ItemJson;
import dev.keyplan.model.Model;
import dev.keyplan.source.SourceFile;
import dev.keyplan.testing.Goldens;
import dev.keyplan.testing.Inputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SampleDataReaderTest {
  private static final Path DATA = Path.of("src", "test", "resources", "data");
  private static final Model MODEL = model();

  @Test
  void saysWhatIsWrong() throws IOException {
    Map<String, String> reports = new TreeMap<>();
    Set<String> ids = new HashSet<>(Set.of("DATA_TOO_LARGE", "DATA_ITEM_TOO_LARGE"));
    try (Stream<Path> files = Files.list(DATA.resolve("invalid"))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        Outcome<SampleData> outcome = read(new SourceFile(name, Files.readString(file)));
        assertThat(outcome.hasErrors()).as(name).isTrue();
        outcome.diagnostics().forEach(diagnostic -> ids.add(diagnostic.id()));
        reports.put(
            name.replace(".data.yaml", ".txt"), TextRenderer.plain().render(outcome.diagnostics()));
      }
    }
    Goldens.assertMatches("data", reports);
    assertThat(ids)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(DataError.values()).map(DataError::name).toList());
  }

  @Test
  void leavesItemsOutOfSparseIndexes() {
    SourceFile model =
        Inputs.source(Path.of("src", "test", "resources", "models", "orders.keyplan"));
    SourceFile data =
        new SourceFile(
            "orders.data.yaml",
            """
            Order:
              - { shop: s, id: 01ARZ3NDEKTSV4RRFFQ69G5FAV, weight: 1000, total: 500.00,
                  placedAt: 2026-01-31T09:30Z, express: true, day: 2026-01-31 }
              - { shop: s, id: 01ARZ3NDEKTSV4RRFFQ69G5FAW, weight: 999, total: 500.01,
                  placedAt: 2026-01-31T09:30Z, express: true, day: 2026-01-31,
                  status: SHIPPED, note: fast }
            """);
    Compilation compilation =
        new ModelCompiler().compile(new Sources(List.of(model), List.of(data)));

    assertThat(compilation.diagnostics()).isEmpty();
    assertThat(compilation.samples().items().get(0).item())
        .containsKeys("openpk", "opensk", "urgentpk", "quietpk", "quietsk")
        .doesNotContainKey("bigpk");
    assertThat(compilation.samples().items().get(1).item())
        .containsKey("bigpk")
        .doesNotContainKeys("openpk", "opensk", "urgentpk", "quietpk", "quietsk");
  }

  @Test
  void writesTimesInTheFormOfTheModel() {
    SourceFile model =
        Inputs.source(Path.of("src", "test", "resources", "models", "clinic.keyplan"));
    String line = "  - { day: 2026-01-31T00:00Z, at: %s, device: A, due: 2026-01-31T09:30Z,";
    String rest = " seen: [2026-01-31T10:00+01:00], changed: 2026-01-31T09:30:00.001Z }\n";
    SourceFile good =
        new SourceFile(
            "a.data.yaml", "Reading:\n" + line.formatted("2026-01-31T10:30:59+01:00") + rest);
    SourceFile bad =
        new SourceFile(
            "b.data.yaml",
            "Reading:\n"
                + line.formatted("2026-01-31T10:30:59.5Z")
                + rest
                + line.formatted("31.01.2026")
                + rest);
    Compilation compilation =
        new ModelCompiler().compile(new Sources(List.of(model), List.of(good)));

    assertThat(compilation.diagnostics()).isEmpty();
    assertThat(ItemJson.of(compilation.samples().items().get(0).item()).toString())
        .contains("AT#2026-01-31 09:30:59#A", "READINGS#31.01.2026", "09h00 on 31.01.2026")
        .contains("01/31/2026 09:30", "2026-01-31 09:30:00.001", "1970-01-01");
    assertThat(
            TextRenderer.plain()
                .render(
                    new ModelCompiler()
                        .compile(new Sources(List.of(model), List.of(bad)))
                        .diagnostics()))
        .contains("`at` is finer than `timestamp(\"uuuu-MM-dd HH:mm:ss\")` can store")
        .contains("write `at: 2026-01-31T10:30:59Z`")
        .contains("`31.01.2026` is not a timestamp");
  }

  @Test
  void takesTheTypeFromTheModelAndNotFromTheNotation() {
    assertThat(
            read(
                """
                # The list may be empty, and keys of any form may be quoted.
                Project: []
                "Task":
                  - list: 6B0A3C52-91F4-4D0E-8A77-2F5C1BE0D934
                    at: "2026-01-31T10:30:00+01:00"
                    number: 7
                    title: no
                  - { list: 6b0a3c52-91f4-4d0e-8a77-2f5c1be0d934, at: 2026-01-31T09:30Z, number: 8,
                      score: 4, title: 0123, done: true, state: OPEN,
                      author: { name: 'Ann "A"', home: { city: 🙂 } } }
                  - list: 6b0a3c52-91f4-4d0e-8a77-2f5c1be0d934
                    at: 2026-01-31T09:30:00.120Z
                    number: 999
                    title: |
                      2026-01-31
                      ~
                """))
        .containsExactly(
            item(
                """
                {"pk":{"S":"LIST#6b0a3c52-91f4-4d0e-8a77-2f5c1be0d934"},
                "sk":{"S":"2026-01-31T09:30:00.000Z#007#2"},
                "_type":{"S":"Task"},
                "list":{"S":"6b0a3c52-91f4-4d0e-8a77-2f5c1be0d934"},
                "at":{"S":"2026-01-31T09:30:00.000Z"},"number":{"N":"7"},"score":{"N":"2"},
                "title":{"S":"no"},"done":{"BOOL":false},"task_state":{"S":"done-and-dusted"}}
                """),
            item(
                """
                {"pk":{"S":"LIST#6b0a3c52-91f4-4d0e-8a77-2f5c1be0d934"},
                "sk":{"S":"2026-01-31T09:30:00.000Z#008#4"},
                "_type":{"S":"Task"},
                "list":{"S":"6b0a3c52-91f4-4d0e-8a77-2f5c1be0d934"},
                "at":{"S":"2026-01-31T09:30:00.000Z"},"number":{"N":"8"},"score":{"N":"4"},
                "title":{"S":"0123"},"done":{"BOOL":true},"task_state":{"S":"OPEN"},
                "author":{"M":{"full_name":{"S":"Ann \\"A\\""},"home":{"M":{"city":{"S":"🙂"}}}}}}
                """),
            item(
                """
                {"pk":{"S":"LIST#6b0a3c52-91f4-4d0e-8a77-2f5c1be0d934"},
                "sk":{"S":"2026-01-31T09:30:00.120Z#999#2"},
                "_type":{"S":"Task"},
                "list":{"S":"6b0a3c52-91f4-4d0e-8a77-2f5c1be0d934"},
                "at":{"S":"2026-01-31T09:30:00.120Z"},"number":{"N":"999"},"score":{"N":"2"},
                "title":{"S":"2026-01-31\\n~\\n"},"done":{"BOOL":false},
                "task_state":{"S":"done-and-dusted"}}
                """));
  }

  @Test
  void rendersKeyPartsByType() {
    assertThat(
            read(
                """
                State: [{ id: a, state: DONE }]
                Moment:
                  - { id: a, seconds: 0001-01-01T00:00:00Z, micros: 9999-12-31T23:59:59.999999Z }
                """))
        .extracting(json -> json.substring(0, json.indexOf("\"_type\"")))
        .containsExactly(
            "{\"pk\":{\"S\":\"S#a\"},\"sk\":{\"S\":\"STATE#done-and-dusted\"},",
            "{\"pk\":{\"S\":\"MOMENT#a\"},"
                + "\"sk\":{\"S\":\"0001-01-01T00:00:00Z#9999-12-31T23:59:59.999999Z\"},");
  }

  @Test
  void readsNothingFromAnEmptyFile() {
    assertThat(read("")).isEmpty();
    assertThat(read("# nothing yet\n")).isEmpty();
  }

  @Test
  void keepsTheItemsThatAreRight() {
    Outcome<SampleData> outcome =
        read(new SourceFile("a", "Flag: [{ id: a, isOn: 1 }, { id: b, isOn: true }]"));

    assertThat(outcome.diagnostics()).hasSize(1);
    assertThat(outcome.value().items()).hasSize(1);
  }

  @Test
  void findsTheSameKeyInAnotherFile() {
    SourceFile first = new SourceFile("a.data.yaml", "Flag: [{ id: a, isOn: true }]");
    SourceFile second = new SourceFile("b.data.yaml", "Flag: [{ id: a, isOn: true }]");

    List<Diagnostic> diagnostics =
        SampleDataReader.read(List.of(second, first), MODEL).diagnostics();

    assertThat(diagnostics)
        .singleElement()
        .extracting(Diagnostic::id)
        .isEqualTo("DATA_ITEM_DUPLICATE");
    assertThat(diagnostics.get(0).span()).hasToString("b.data.yaml:1:8");
    assertThat(diagnostics.get(0).related().get(0).span()).hasToString("a.data.yaml:1:8");
  }

  @Test
  void survivesAModelWithAnOptionalAttributeInItsKey() {
    String text =
        """
        namespace com.example
        table T "table" { key pk / sk }
        entity E in T { key "E#{id}" / "{at}#E"   id : uuid   at : timestamp? }
        """;
    Compilation compilation =
        new ModelCompiler()
            .compile(
                new Sources(
                    List.of(new SourceFile("m.keyplan", text)),
                    List.of(
                        new SourceFile(
                            "m.data.yaml", "E: [{ id: 6b0a3c52-91f4-4d0e-8a77-2f5c1be0d934 }]"))));

    assertThat(compilation.diagnostics())
        .extracting(Diagnostic::id)
        .contains("DATA_ATTRIBUTE_MISSING");
    assertThat(compilation.samples().items()).isEmpty();
  }

  @Test
  void refusesKeysThatAreTooLong() {
    assertThat(ids("Page: [{ site: a, path: " + "x".repeat(2041) + " }]")).isEmpty();
    assertThat(ids("Page: [{ site: a, path: " + "x".repeat(2042) + " }]"))
        .containsExactly("DATA_KEY_TEXT");
    assertThat(ids("Page: [{ site: a, path: " + "é".repeat(1021) + " }]"))
        .containsExactly("DATA_KEY_TEXT");
  }

  @Test
  void refusesItemsThatAreTooLarge() {
    String note = "Nothing: [{ id: a, count: 1, note: " + "x".repeat(400 * 1024) + " }]";

    assertThat(ids(note)).containsExactly("DATA_ITEM_TOO_LARGE");
  }

  @Test
  void refusesFilesThatAreTooLongOrTooDeep() {
    assertThat(ids("#" + " ".repeat(YamlReader.LONGEST))).containsExactly("DATA_TOO_LARGE");
    assertThat(ids("Task: " + "[".repeat(60) + "]".repeat(60))).containsExactly("DATA_TOO_LARGE");
    assertThat(ids("Task: " + "[".repeat(100_000))).containsExactly("DATA_TOO_LARGE");
    assertThat(ids("Task: " + "{a: ".repeat(100_000))).containsExactly("DATA_TOO_LARGE");
  }

  @Test
  void readsDaysUlidsAndEpochs() {
    assertThat(
            read(
                "Day: [{ day: 2026-01-31, id: 01arz3ndektsv4rrffq69g5fav,"
                    + " from: 2026-01-31T09:30:00Z, to: 1969-12-31T23:59:59.999Z }]"))
        .containsExactly(
            item(
                """
                {"pk":{"S":"DAY#2026-01-31"},"sk":{"S":"ID#01ARZ3NDEKTSV4RRFFQ69G5FAV"},
                "_type":{"S":"Day"},"day":{"S":"2026-01-31"},
                "id":{"S":"01ARZ3NDEKTSV4RRFFQ69G5FAV"},"from":{"N":"1769851800"},
                "to":{"N":"-1"}}"""));
  }

  @Test
  void readsNumbersWithAPointAndBytes() {
    assertThat(
            read(
                "Price: [{ id: a, price: -99.9, weight: 1.50E+3, photo: AQID },"
                    + " { id: b, price: 0, weight: -0 }]"))
        .containsExactly(
            item(
                """
                {"pk":{"S":"PRICE#a"},"sk":{"S":"PRICE"},"_type":{"S":"Price"},"id":{"S":"a"},
                "price":{"N":"-99.90"},"weight":{"N":"1500"},"photo":{"B":"AQID"}}"""),
            item(
                """
                {"pk":{"S":"PRICE#b"},"sk":{"S":"PRICE"},"_type":{"S":"Price"},"id":{"S":"b"},
                "price":{"N":"0.00"},"weight":{"N":"0"}}"""));
  }

  @Test
  void readsListsMapsAndSets() {
    assertThat(
            read(
                """
                Parts:
                  - id: a
                    list: [{ name: x, home: { city: y } }, { name: z }]
                    map: { b: [], a: [1, 2] }
                    set: [1, -0.5]
                    states: [DONE]
                    hashes: [AQ==]
                  - { id: b, set: [] }
                """))
        .containsExactly(
            item(
                """
                {"pk":{"S":"PARTS#a"},"sk":{"S":"PARTS"},"_type":{"S":"Parts"},"id":{"S":"a"},
                "list":{"L":[{"M":{"full_name":{"S":"x"},"home":{"M":{"city":{"S":"y"}}}}},
                {"M":{"full_name":{"S":"z"}}}]},
                "map":{"M":{"b":{"L":[]},"a":{"L":[{"N":"1"},{"N":"2"}]}}},
                "set":{"NS":["1.0","-0.5"]},"states":{"SS":["done-and-dusted"]},
                "hashes":{"BS":["AQ=="]}}"""),
            item(
                """
                {"pk":{"S":"PARTS#b"},"sk":{"S":"PARTS"},"_type":{"S":"Parts"},
                "id":{"S":"b"}}"""));
  }

  @Test
  void showsNoMoreThanAHundredMistakesOfAFile() {
    List<String> ids = ids("Flag:\n" + "  - { id: a, isOn: 1 }\n".repeat(500));

    assertThat(ids).hasSize(100).endsWith("TOO_MANY_ERRORS");
  }

  private static Model model() {
    List<SourceFile> models =
        List.of(
            Inputs.source(DATA.resolve("blog.keyplan")),
            Inputs.source(DATA.resolve("todo.keyplan")));
    Compilation compilation = new ModelCompiler().compile(new Sources(models, List.of()));
    assertThat(compilation.diagnostics()).isEmpty();
    return compilation.model();
  }

  private static List<String> ids(String text) {
    return read(new SourceFile("a.data.yaml", text)).diagnostics().stream()
        .map(Diagnostic::id)
        .toList();
  }

  private static List<String> read(String text) {
    Outcome<SampleData> outcome = read(new SourceFile("a.data.yaml", text));
    assertThat(outcome.diagnostics()).isEmpty();
    return outcome.value().items().stream()
        .map(item -> ItemJson.of(item.item()).toString())
        .toList();
  }

  private static String item(String json) {
    return json.replace("\n", "");
  }

  private static Outcome<SampleData> read(SourceFile file) {
    return SampleDataReader.read(List.of(file), MODEL);
  }
}
