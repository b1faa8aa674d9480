package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keyplan.testing.LocalDynamoDb;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.example.depot.DepotTable;
import org.example.depot.Drawing;
import org.example.depot.DrawingRepository;
import org.example.depot.Movement;
import org.example.depot.MovementRepository;
import org.example.depot.MovementsTable;
import org.example.depot.Part;
import org.example.depot.PartRepository;
import org.example.depot.Place;
import org.example.depot.Stock;
import org.example.depot.StockRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Types that say more than {@code string}, against DynamoDB Local. */
class DepotTest {
  private final DynamoDbClient client = LocalDynamoDb.start();
  private final PartRepository parts = new PartRepository(client, DepotTable.DEFAULT);
  private final DrawingRepository drawings = new DrawingRepository(client, DepotTable.DEFAULT);
  private final StockRepository stocks = new StockRepository(client, DepotTable.DEFAULT);
  private final MovementRepository movements =
      new MovementRepository(client, MovementsTable.DEFAULT);

  @BeforeEach
  void createTables() {
    client.createTable(DepotTable.DEFAULT.createTableRequest());
    client.createTable(MovementsTable.DEFAULT.createTableRequest());
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private static Part.Builder part(String number) {
    return Part.builder()
        .number(number)
        .name("Bolt")
        .codes(List.of("1", "22"))
        .history(List.of("[]", "{\"at\": 1}"))
        .extra(Map.of("weight", AttributeValue.fromN("12.5"), "none", AttributeValue.fromNul(true)))
        .labels(Set.of("spare-part"));
  }

  private static Stock stock(String shelf, int count) {
    return Stock.builder()
        .site("zrh")
        .shelf(shelf)
        .part("P-000001")
        .count(count)
        .place(new Place("A", 7, Optional.of(Map.of("red", AttributeValue.fromBool(true)))))
        .build();
  }

  @Test
  void textsOfTheirFormsComeBack() {
    Part part = part("P-000001").nickname("xxy").build();
    Drawing drawing = Drawing.builder().number("D-0001").title("Bolt").build();

    parts.create(part);
    drawings.create(drawing);

    assertThat(parts.get(part.key())).contains(part);
    assertThat(drawings.get(drawing.key())).contains(drawing);
  }

  @Test
  void noKeyIsThatOfAnotherEntity() {
    drawings.create(Drawing.builder().number("D-0001").title("Bolt").build());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> parts.delete(new Part.Key("D-0001")))
        .withMessage("number is not of the form P-[0-9]{6}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parts.update(new Part.Key("D-0001"), u -> u.name("Nut")));
    assertThat(drawings.get(new Drawing.Key("D-0001"))).isPresent();
  }

  @Test
  void otherFormsAreRefusedBeforeAnythingIsSent() {
    assertThatIllegalArgumentException().isThrownBy(() -> part("P-1").build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> part("P-000001").name("<b>").build())
        .withMessage("name is not of the form [^<>]+");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> part("P-000001").codes(List.of("1", "x")).build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> part("P-000001").labels(Set.of("-x")).build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parts.rename(new Part.Key("P-000001"), "a>b"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stocks.shelves("zrh", "A", "B#").page())
        .withMessage("to is not of the form [A-Z][0-9]*");
  }

  @Test
  void aHostileTextCostsNoTime() {
    String hostile = "x".repeat(300_000);

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () ->
            assertThatIllegalArgumentException()
                .isThrownBy(() -> part("P-000001").nickname(hostile).build())
                .withMessage("nickname is not of the form (x+x+)+y"));
  }

  @Test
  void jsonAndFreeMapsComeBackAsTheyAre() {
    String sheet = " {\"size\": [1, 2.50],\n \"ok\":true} ";
    Map<String, AttributeValue> extra =
        Map.of("tags", AttributeValue.fromSs(List.of("a")), "no", AttributeValue.fromL(List.of()));
    Part part = part("P-000002").build();
    parts.create(part);

    parts.annotate(part.key(), sheet, extra);

    Part found = parts.get(part.key()).orElseThrow();
    assertThat(found.sheet()).contains(sheet);
    assertThat(found.history()).isEqualTo(part.history());
    assertThat(found.extra().get("tags").ss()).containsExactly("a");
    assertThat(found.extra().get("no").l()).isEmpty();
    assertThat(part.extra()).isUnmodifiable();
  }

  @Test
  void whatIsNoJsonIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> part("P-000002").sheet("{\"size\": 1,}").build())
        .withMessage("sheet is no JSON from character 12 on");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> part("P-000002").history(List.of("{}", "")).build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> part("P-000002").extra(Map.of("", AttributeValue.fromS("x"))).build())
        .withMessage("extra has an empty key");
  }

  @Test
  void shelvesComeInTheirOrderAndRangesAreExact() {
    List<Stock> sorted =
        List.of(stock("A", 1), stock("A1", 2), stock("A10", 3), stock("A2", 4), stock("B", 5));
    List.of(3, 0, 4, 2, 1).forEach(i -> stocks.create(sorted.get(i)));

    assertThat(stocks.stockOfSite("zrh").page().items()).containsExactlyElementsOf(sorted);
    assertThat(stocks.shelf("zrh", "A1").page().items()).containsExactly(sorted.get(1));
    assertThat(stocks.shelves("zrh", "A1", "A2").page().items())
        .containsExactlyElementsOf(sorted.subList(1, 4));
    assertThat(stocks.shelvesLike("zrh", "A1").page().items())
        .containsExactlyElementsOf(sorted.subList(1, 3));
  }

  @Test
  void aTextThatSaysWhereItEndsNeedsNoDelimiter() {
    Instant at = Instant.parse("2026-01-31T09:30:00Z");
    Movement one = Movement.builder().site("zrh").number("12").at(at).build();
    Movement other = Movement.builder().site("zrh").number("1").at(at).build();
    movements.create(one);
    movements.create(other);

    assertThat(movements.movements("zrh", "1").page().items()).containsExactly(other);
    assertThat(movements.movements("zrh", "12").page().items()).containsExactly(one);
  }
}
