package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.support.ItemFormatException;
import dev.keyplan.testing.LocalDynamoDb;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.example.clinic.ClinicTable;
import org.example.clinic.Reading;
import org.example.clinic.ReadingConditionFailedException;
import org.example.clinic.ReadingRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Times as another program writes them. */
class ClinicTimesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:59.123456789Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final DynamoDbClient client = LocalDynamoDb.start();
  private final ClinicTable table = ClinicTable.DEFAULT.withClock(CLOCK);
  private final ReadingRepository readings = new ReadingRepository(client, table);

  @BeforeEach
  void createTable() {
    client.createTable(table.createTableRequest());
  }

  @AfterEach
  void stop() {
    client.close();
  }

  @Test
  void nowIsCutToTheForm() {
    Reading stored = readings.create(reading("10:15:30", "A"));
    assertThat(readings.stamp(stored.key()).checked_()).contains(stored.due());
    assertThat(readings.stamp(stored.key()).checked_()).contains(stored.due());
    readings.update(stored.key(), u -> u.due(Instant.EPOCH));
    assertThatThrownBy(() -> readings.stamp(stored.key()))
        .isInstanceOf(ReadingConditionFailedException.class);
  }

  private static Instant at(String time) {
    return Instant.parse("2026-01-31T" + time + "Z");
  }

  private Reading.Builder reading(String time, String device) {
    return Reading.builder()
        .day(at("00:00:00"))
        .at(at(time))
        .device(device)
        .seen(List.of(at("12:05:00")));
  }

  @Test
  void timesAreStoredInTheFormsOfTheOtherProgram() {
    Reading stored = readings.create(reading("10:15:30", "A").checked_(at("10:16:00")));
    Map<String, AttributeValue> item =
        client
            .getItem(
                g -> g.tableName(table.name()).key(readings.requests().get(stored.key()).key()))
            .item();
    assertThat(item)
        .containsEntry("pk", AttributeValue.fromS("READINGS#31.01.2026"))
        .containsEntry("sk", AttributeValue.fromS("AT#2026-01-31 10:15:30#A"))
        .containsEntry("day", AttributeValue.fromS("31.01.2026"))
        .containsEntry("at", AttributeValue.fromS("2026-01-31 10:15:30"))
        .containsEntry("checked", AttributeValue.fromS("20260131T1016"))
        .containsEntry("due", AttributeValue.fromS("11/23/2026 10:00"))
        .containsEntry("epoch", AttributeValue.fromS("1970-01-01"))
        .containsEntry(
            "seen", AttributeValue.fromL(List.of(AttributeValue.fromS("12h05 on 31.01.2026"))))
        .containsEntry("changed", AttributeValue.fromS("2026-11-23 10:00:59.123"));
    assertThat(readings.get(stored.key())).contains(stored);
    assertThat(stored.due()).isEqualTo("2026-11-23T10:00:00Z");
    assertThat(stored.changed()).isEqualTo("2026-11-23T10:00:59.123Z");
  }

  @Test
  void rangesOfTimesAreThoseOfTheirTexts() {
    Reading first = readings.create(reading("09:59:59", "A").checked_(at("10:00:00")));
    Reading second = readings.create(reading("10:00:00", "B").checked_(at("10:01:00")));
    Reading third = readings.create(reading("10:00:00", "C").checked_(at("10:02:00")));
    readings.create(reading("10:00:01", "D"));
    Instant day = at("00:00:00");
    Instant never = Instant.parse("2000-01-01T00:00:00Z");
    assertThat(readings.during(day, at("09:59:59"), at("10:00:00"), day, never).stream().toList())
        .containsExactly(third, second, first);
    assertThat(
            readings.during(day, at("10:00:00"), at("10:00:00"), at("10:02:00"), never).stream()
                .toList())
        .containsExactly(third);
    assertThat(readings.during(day, at("10:00:01"), at("10:00:01"), day, first.due()).stream())
        .hasSize(1);
  }

  @Test
  void comparesTimesByTheirTexts() {
    Reading stored = readings.create(reading("10:15:30", "A"));
    assertThat(readings.check(stored.key(), at("10:16:00"), List.of(Instant.EPOCH)).checked_())
        .contains(at("10:16:00"));
    assertThatThrownBy(() -> readings.check(stored.key(), at("10:17:00"), List.of(at("00:00:00"))))
        .isInstanceOf(ReadingConditionFailedException.class);
  }

  @Test
  void refusesWhatTheFormDoesNotHold() {
    assertThatThrownBy(() -> reading("10:15:30.5", "A").build(CLOCK.instant()))
        .hasMessage("at is finer than uuuu-MM-dd HH:mm:ss, as it is stored");
    assertThatThrownBy(
            () -> readings.during(at("00:00:00"), at("10:15:30"), at("10:15:30.001"), NOW, NOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Reading.Key(at("00:00:01"), NOW, "A"))
        .hasMessage("day is finer than dd.MM.uuuu, as it is stored");
    assertThatThrownBy(() -> new Reading.Key(Instant.parse("+10000-01-01T00:00:00Z"), NOW, "A"))
        .hasMessage("day is not in the years 0000 to 9999");
    Reading stored = readings.create(reading("10:15:30", "A"));
    client.updateItem(
        u ->
            u.tableName(table.name())
                .key(readings.requests().get(stored.key()).key())
                .updateExpression("SET due = :d")
                .expressionAttributeValues(Map.of(":d", AttributeValue.fromS("02/30/2026 10:00"))));
    assertThatThrownBy(() -> readings.get(stored.key()))
        .isInstanceOf(ItemFormatException.class)
        .hasMessage("The attribute due of a stored item cannot be read as the model says");
  }
}
