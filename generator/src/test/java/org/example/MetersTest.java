package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.testing.LocalDynamoDb;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.example.meters.MetersTable;
import org.example.meters.Offer;
import org.example.meters.OfferRepository;
import org.example.meters.Reading;
import org.example.meters.ReadingRepository;
import org.example.meters.Score;
import org.example.meters.ScoreRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class MetersTest {
  private final DynamoDbClient client = LocalDynamoDb.start();
  private final MetersTable table = MetersTable.DEFAULT;
  private final ReadingRepository readings = new ReadingRepository(client, table);
  private final ScoreRepository scores = new ScoreRepository(client, table);
  private final OfferRepository offers = new OfferRepository(client, table);

  @BeforeEach
  void createTable() {
    client.createTable(table.createTableRequest());
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private Reading reading(String at, int level) {
    Reading reading =
        Reading.builder().meter("m").at(Instant.parse(at)).id(id(level)).level(level).build();
    readings.create(reading);
    return reading;
  }

  private static UUID id(int number) {
    return new UUID(0, number + 1000);
  }

  private static Offer offer(String price, String day, int number) {
    return Offer.builder()
        .isOpen(true)
        .price(new BigDecimal(price))
        .day(LocalDate.parse(day))
        .number(number)
        .expires(Instant.parse("2026-11-23T10:15:30Z"))
        .build();
  }

  @Test
  void keepsItemsInTheirBucket() {
    Reading last = reading("2026-11-30T23:59:59.999Z", 5);
    Reading first = reading("2026-12-01T00:00:00Z", 7);

    assertThat(readings.get(last.key())).contains(last);
    assertThat(readings.reading("m", first.at(), first.id())).contains(first);
    assertThat(readings.requests().get(first.key()).key())
        .containsEntry("pk", AttributeValue.fromS("METER#m#2026-12"));
  }

  @Test
  void ordersNegativeNumbers() {
    for (int level : List.of(-50, -1, 0, 9, 10, 150)) {
      reading("2026-11-01T00:00:00Z", level);
    }

    assertThat(readings.levelsOf("m", -50, 150).stream().map(Reading::level))
        .containsExactly(-50, -1, 0, 9, 10, 150);
    assertThat(readings.levelsOf("m", -1, 9).stream().map(Reading::level))
        .containsExactly(-1, 0, 9);
    assertThatThrownBy(() -> readings.levelsOf("m", -51, 9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("from is -51, not -50 to 150");
  }

  @Test
  void findsASpreadItemByWhatItIsSpreadBy() {
    for (int i = 0; i < 40; i++) {
      scores.create(Score.builder().game("go").player(id(i)).points(i - 20).build());
    }

    for (int i = 0; i < 40; i++) {
      assertThat(scores.score("go", id(i), i - 20)).map(Score::player).contains(id(i));
    }
    assertThat(partitions()).hasSizeBetween(8, 16);
  }

  private List<String> partitions() {
    return client.scan(s -> s.tableName(table.name())).items().stream()
        .map(item -> item.get("pk").s())
        .distinct()
        .toList();
  }

  @Test
  void comparesDecimalsInTexts() {
    for (String price : List.of("-0.01", "0.00", "9.99", "10.00", "9999.99")) {
      offers.create(offer(price, "2026-11-23", 1));
    }

    assertThat(offers.cheap(true, new BigDecimal("10")).stream().map(Offer::price))
        .extracting(BigDecimal::toPlainString)
        .containsExactly("-0.01", "0.00", "9.99", "10.00");
    assertThat(offers.cheap(false, new BigDecimal("10")).first()).isEmpty();
  }

  @Test
  void readsBackwardsWithoutReadingBackwards() {
    for (int day = 1; day <= 9; day++) {
      offers.create(offer("1.00", "2026-11-0" + day, day));
    }
    LocalDate since = LocalDate.parse("2026-11-07");

    assertThat(offers.offersSince(true, BigDecimal.ONE, since).stream().map(Offer::number))
        .containsExactly(9, 8, 7);
    assertThat(offers.requests().offersSince(true, BigDecimal.ONE, since).scanIndexForward())
        .isNull();
  }

  @Test
  void writesTimesOfNumbersAsTimes() {
    Offer offer = offers.create(offer("1.00", "2026-11-23", 1));

    assertThat(offers.expiring(offer.expires()).stream()).containsExactly(offer);
    Map<String, AttributeValue> item = client.scan(s -> s.tableName(table.name())).items().get(0);
    assertThat(item)
        .containsEntry("expirypk", AttributeValue.fromS("EXPIRY#2026-11-23T10"))
        .containsEntry("expirysk", AttributeValue.fromS("7973-88-76T89:84:69Z"))
        .containsEntry("sk", AttributeValue.fromS("1000100#7973-88-76#3#001"));
  }
}
