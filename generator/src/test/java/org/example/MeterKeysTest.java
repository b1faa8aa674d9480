package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.testing.LocalDynamoDb;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.example.meters.Label;
import org.example.meters.LabelRepository;
import org.example.meters.MetersTable;
import org.example.meters.Offer;
import org.example.meters.OfferRepository;
import org.example.meters.Reading;
import org.example.meters.ReadingRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Numbers, times and texts in keys sort as their values do. */
class MeterKeysTest {
  private final DynamoDbClient client = LocalDynamoDb.start();
  private final MetersTable table = MetersTable.DEFAULT;
  private final ReadingRepository readings = new ReadingRepository(client, table);
  private final LabelRepository labels = new LabelRepository(client, table);
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
        .hasMessage("from is not -50 to 150");
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

  /** Texts with the delimiter and what sorts below it, with what escapes, and above all planes. */
  private static final List<String> NAMES =
      List.of(
          "a",
          "a#",
          "a!",
          "a#b",
          "ab",
          "a\u0001",
          "a\u0002",
          "a\u0002\u0001",
          "a\u0001b",
          "\u0001",
          "\u0002",
          "b",
          "\uFF5E",
          "\uD83D\uDE00",
          "a\uD83D\uDE00",
          "a ",
          "A");

  @Test
  void sortsTextsThatHoldAnything() {
    List<Label> all = new ArrayList<>();
    for (String name : NAMES) {
      for (int number : List.of(0, 99)) {
        Label label = Label.builder().shelf("s").name(name).number(number).build();
        labels.create(label);
        all.add(label);
      }
    }
    all.sort(Comparator.comparing(Label::name, MeterKeysTest::utf8).thenComparing(Label::number));

    assertThat(labels.labels("s").stream()).containsExactlyElementsOf(all);
    for (Label label : all) {
      assertThat(labels.get(label.key())).contains(label);
    }
    for (String name : NAMES) {
      assertThat(labels.labelsNamed("s", name).stream())
          .containsExactlyElementsOf(matching(all, name, order -> order == 0));
      assertThat(labels.labelsFrom("s", name).stream())
          .containsExactlyElementsOf(matching(all, name, order -> order >= 0));
      assertThat(labels.labelsAfter("s", name).stream())
          .containsExactlyElementsOf(matching(all, name, order -> order > 0));
      assertThat(labels.labelsUpTo("s", name).stream())
          .containsExactlyElementsOf(matching(all, name, order -> order <= 0));
      assertThat(labels.labelsBefore("s", name).stream())
          .containsExactlyElementsOf(matching(all, name, order -> order < 0));
      assertThat(labels.labelsLike("s", name).stream())
          .containsExactlyElementsOf(all.stream().filter(l -> l.name().startsWith(name)).toList());
    }
    assertThat(labels.labelsBetween("s", "a", "ab").stream())
        .containsExactlyElementsOf(
            matching(matching(all, "a", order -> order >= 0), "ab", order -> order <= 0));
  }

  private static List<Label> matching(List<Label> all, String name, IntPredicate order) {
    return all.stream().filter(label -> order.test(utf8(label.name(), name))).toList();
  }

  private static int utf8(String left, String right) {
    return Arrays.compareUnsigned(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }
}
