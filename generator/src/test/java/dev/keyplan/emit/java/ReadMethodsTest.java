package dev.keyplan.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.compile.Compilation;
import dev.keyplan.compile.ModelCompiler;
import dev.keyplan.compile.Sources;
import dev.keyplan.emit.EmitInput;
import dev.keyplan.emit.EmitOptions;
import dev.keyplan.emit.OutputFile;
import dev.keyplan.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Reads whose names are also those of other things. */
class ReadMethodsTest {
  private static final EmitOptions OPTIONS = new EmitOptions("org.example.support", true);

  /** Names that expressions of DynamoDB may not hold, and those of the classes of requests. */
  private static final String ODD =
      """
      namespace org.example.odd

      table Scan "odd" {
        key          "p k" / value
        index        byName  name / "order.by"  project keys
        index        byList  list: number / name  project selected
        local index  bySize / size: number  project keys
        type         "kind-of"
      }

      entity Query in Scan {
        key    "Q#{keys}" / "{items}#{get}"
        index  byName
        index  byList
        index  bySize

        keys              : string(1..9)
        items             : string(1..9)
        get               : uuid
        name              : string(1..9)
        order "order.by"  : string(1..9)
        list              : int(0..9)
        size              : long
        table             : string?
        client            : string(1..9)
      }

      entity Other in Scan {
        key  "O#{id}" / "O"
        id : uuid
      }

      pattern batch    { get each Query consistent select table, size as Table }
      pattern in       { get Query where keys and items = "a" and get in :table }
      pattern found    { query Query where name fetch select table }
      pattern counted  { count Query where list = 1 and name > :name filter client = :requests limit 2 }
      pattern longest  { query Query where keys order size desc fetch }
      pattern request  { scan Query via byList filter client in :client or size > :read select table }
      pattern others   { scan Other }
      """;

  private static final String LEASES =
      """
      namespace com.acme.lease

      table Leases {
        key  pk / sk
        ttl  endsAt
      }

      entity Lease in Leases {
        key  "R#{room}" / "L#{id}"
        room   : string(1..9)
        id     : uuid
        endsAt : epoch(s)?
        isPaid : boolean
      }

      pattern some { count Lease where room limit 2 }
      pattern paid { count Lease where room filter isPaid = true limit 2 }
      """;

  private static final String SHOP =
      """
      namespace com.acme.shop

      table Shop { key pk / sk }

      entity Customer in Shop {
        key  "C#{id}" / "C"
        id   : uuid
        name : string(1..99)
      }
      """;

  private static final String STOCK =
      """
      namespace com.acme.stock

      table Stock { key id }

      entity Part in Stock {
        key  id
        id : uuid
      }

      /// A part and who wants it, in another package and table.
      pattern wish { transact { get Part as get  get com.acme.shop.Customer as client } }
      """;

  @Test
  void giveWayToEachOther() {
    Map<String, String> files = generated(ODD);

    assertThat(JavaCompilation.problems(files)).isEmpty();
    assertThat(files.get("org/example/odd/QueryRequests.java"))
        .contains(
            // The key of the table and what is selected, none of it plain.
            ".projectionExpression(\"#p_k, #value, #table, #size\")",
            "\"#kind_of = :type AND (client IN (\"");
  }

  @Test
  void reachIntoOtherPackages() {
    Map<String, String> files = generated(SHOP, STOCK);

    assertThat(JavaCompilation.problems(files)).isEmpty();
    assertThat(files.get("com/acme/stock/Wish.java"))
        .contains("public record Wish(Optional<Part> get, Optional<Customer> client) {}");
  }

  /** What has expired is little of what is read, whatever else a filter discards. */
  @Test
  void countWhatHasNotExpiredWithoutReadingAhead() {
    Map<String, String> files = generated(LEASES);

    assertThat(JavaCompilation.problems(files)).isEmpty();
    assertThat(files.get("com/acme/lease/LeaseRepository.java"))
        .contains(
            "return Count.ofUnselective(client, requests.some(room, table.clock().instant()), 2);")
        .contains("Count.of(client, requests.paid(room, table.clock().instant()), 2);");
  }

  private static Map<String, String> generated(String... models) {
    List<SourceFile> sources = new ArrayList<>();
    for (String model : models) {
      sources.add(new SourceFile("model" + sources.size() + ".keyplan", model));
    }
    Compilation compilation = new ModelCompiler().compile(new Sources(sources, List.of()));
    assertThat(compilation.diagnostics()).noneMatch(d -> d.isError());
    Map<String, String> files = new TreeMap<>();
    for (OutputFile file :
        new JavaEmitter()
            .emit(
                new EmitInput(
                    compilation.model(), compilation.plans(), compilation.samples(), OPTIONS))) {
      files.put(file.path(), file.content());
    }
    return files;
  }
}
