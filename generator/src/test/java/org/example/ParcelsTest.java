package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.support.ItemFormatException;
import dev.keyplan.testing.LocalDynamoDb;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.example.parcels.Parcel;
import org.example.parcels.ParcelConditionFailedException;
import org.example.parcels.ParcelRepository;
import org.example.parcels.ParcelsTable;
import org.example.parcels.Scan;
import org.example.parcels.ScanRepository;
import org.example.parcels.ScansTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Identifiers, days and points in time, stored as texts and as numbers. */
class ParcelsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123456789Z");
  private static final Instant NOW_MILLIS = Instant.parse("2026-11-23T10:00:00.123Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final String ULID = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

  private final DynamoDbClient client = LocalDynamoDb.start();
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final ParcelsTable table = ParcelsTable.DEFAULT.withClock(clock);
  private final ScansTable scansTable = ScansTable.DEFAULT.withClock(clock);
  private final ParcelRepository parcels = new ParcelRepository(client, table);
  private final ScanRepository scans = new ScanRepository(client, scansTable);

  @BeforeEach
  void createTables() {
    client.createTable(table.createTableRequest());
    client.createTable(scansTable.createTableRequest());
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private static Parcel.Builder parcel() {
    return Parcel.builder().depot("Bern").day(DAY);
  }

  private Map<String, AttributeValue> stored(Parcel parcel) {
    return client
        .getItem(g -> g.tableName(table.name()).key(parcels.requests().get(parcel.key()).key()))
        .item();
  }

  @Test
  void storesIdentifiersAndTimesAsTheModelSays() {
    Parcel parcel =
        parcels.create(
            parcel()
                .id(ULID)
                .expiresAt(Instant.parse("1969-12-31T23:59:59Z"))
                .dueOn(LocalDate.of(0, 1, 2)));

    assertThat(parcels.get(parcel.key())).contains(parcel);
    assertThat(parcel.seenAt()).isEqualTo(NOW_MILLIS);
    Map<String, AttributeValue> item = stored(parcel);
    assertThat(item.get("sk").s()).isEqualTo("2026-11-24#" + ULID);
    assertThat(item.get("seenAt").n()).isEqualTo("1795428000123");
    assertThat(item.get("expiresAt").n()).isEqualTo("-1");
    assertThat(item.get("dueOn").s()).isEqualTo("0000-01-02");
    assertThat(item).doesNotContainKey("after");
  }

  @Test
  void makesIdentifiersOfTheTablesClock() {
    List<String> ids =
        IntStream.range(0, 100).mapToObj(i -> parcels.create(parcel()).id()).toList();

    // 2026-11-23T10:00:00.123Z in Crockford's Base32.
    assertThat(ids).allMatch(id -> id.matches("01[0-9A-HJKMNP-TV-Z]{24}")).doesNotHaveDuplicates();
    assertThat(ids.stream().map(id -> id.substring(0, 10)).distinct()).hasSize(1);
    String later =
        new ParcelRepository(
                client, table.withClock(Clock.offset(clock, java.time.Duration.ofMillis(1))))
            .create(parcel())
            .id();
    assertThat(later).isGreaterThan(ids.stream().max(String::compareTo).orElseThrow());
    assertThatThrownBy(() -> parcel().build()).hasMessage("id is missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "01arz3ndektsv4rrffq69g5fav",
        "81ARZ3NDEKTSV4RRFFQ69G5FAV",
        "01ARZ3NDEKTSV4RRFFQ69G5FA",
        "01ARZ3NDEKTSV4RRFFQ69G5FAVX",
        "01ARZ3NDEKTSV4RRFFQ69G5FAI",
        "01ARZ3NDEKTSV4RRFFQ69G5FA\u0416"
      })
  void refusesWhatIsNoUlid(String id) {
    String message = "id is not a ULID of 26 upper-case characters";
    assertThatThrownBy(() -> parcel().id(id).build(NOW)).hasMessage(message);
    assertThatThrownBy(() -> parcels.get(new Parcel.Key("Bern", DAY, id))).hasMessage(message);
    assertThatThrownBy(() -> parcels.from("Bern", DAY, id)).hasMessage(message);
  }

  @Test
  void refusesTimesThatWouldNotComeBackAsTheyWere() {
    assertThatThrownBy(() -> parcel().seenAt(NOW).build(NOW))
        .hasMessage("seenAt is finer than the 3 digits of a second that are stored");
    assertThatThrownBy(() -> parcel().expiresAt(NOW_MILLIS).build(NOW))
        .hasMessage("expiresAt is finer than the 0 digits of a second that are stored");
    assertThatThrownBy(() -> parcel().seenAt(Instant.MAX.minusNanos(999_999_999)).build(NOW))
        .hasMessage("seenAt is not in the years 0000 to 9999");
    assertThatThrownBy(() -> parcel().day(LocalDate.of(10_000, 1, 1)).build(NOW))
        .hasMessage("day is not in the years 0000 to 9999");
    assertThatThrownBy(() -> parcel().dueOn(LocalDate.of(-1, 1, 1)).build(NOW))
        .hasMessage("dueOn is not in the years 0000 to 9999");
  }

  @Test
  void queriesInTheOrderOfDaysAndTimes() {
    Parcel first = parcels.create(parcel().seenAt(Instant.ofEpochMilli(9)));
    Parcel second = parcels.create(parcel().seenAt(Instant.ofEpochMilli(10)));
    Parcel next = parcels.create(parcel().day(DAY.plusDays(1)));

    assertThat(parcels.seen(DAY, Instant.ofEpochMilli(-1)).stream()).containsExactly(second, first);
    assertThat(parcels.seen(DAY, Instant.ofEpochMilli(9)).stream()).containsExactly(second);
    assertThat(parcels.arriving("Bern", DAY.plusDays(1), DAY.plusDays(9)).stream())
        .containsExactly(next);
    assertThat(parcels.arriving("Bern", DAY.minusDays(9), DAY).stream())
        .containsExactlyInAnyOrder(first, second);
    assertThat(parcels.from("Bern", DAY.plusDays(1), next.id()).stream()).containsExactly(next);
  }

  @Test
  void refusesRangesThatEndBeforeTheyBegin() {
    String reason = "The range ends before it begins: from comes after to";
    assertThatThrownBy(() -> parcels.arriving("Bern", DAY.plusDays(1), DAY))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
    assertThatThrownBy(() -> scans.scans(ULID, Instant.EPOCH, Instant.ofEpochSecond(-1)))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
    assertThat(scans.scans(ULID, Instant.ofEpochSecond(-9), Instant.ofEpochSecond(-1)).stream())
        .isEmpty();
  }

  @Test
  void updatesAndMoves() {
    Parcel parcel =
        parcels.create(parcel().expiresAt(Instant.ofEpochSecond(99)).after(ULID).dueOn(DAY));

    Parcel changed =
        parcels.update(parcel.key(), u -> u.removeAfter().removeDueOn().seenAt(Instant.EPOCH));
    assertThat(changed.after()).isEmpty();
    assertThat(changed.dueOn()).isEmpty();
    assertThat(stored(parcel).get("seenAt").n()).isEqualTo("0");
    assertThatThrownBy(() -> parcels.sight(parcel.key(), NOW_MILLIS, DAY, Instant.EPOCH))
        .isInstanceOf(ParcelConditionFailedException.class);
    Parcel sighted =
        parcels.sight(parcel.key(), NOW_MILLIS, DAY, Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(sighted.expiresAt()).isEmpty();
    assertThat(sighted.dueOn()).contains(DAY);
    assertThat(parcels.redirect(sighted, DAY.plusDays(2)).day()).isEqualTo(DAY.plusDays(2));
    assertThat(parcels.get(parcel.key())).isEmpty();
  }

  @Test
  void keysAreNativeNumbersAndTexts() {
    Scan scan = scans.create(Scan.builder().parcel(ULID));

    assertThat(scan.since()).isEqualTo(Instant.parse("2026-01-01T00:00:00.005Z"));
    assertThat(scan.season()).isEqualTo(LocalDate.of(2026, 12, 24));
    assertThat(scans.get(scan.key())).contains(scan);
    assertThat(scans.scans(ULID, Instant.EPOCH, Instant.parse("2026-11-23T10:00:00Z")).stream())
        .containsExactly(scan);
    assertThatThrownBy(() -> scans.get(new Scan.Key("x", Instant.EPOCH)))
        .hasMessage("parcel is not a ULID of 26 upper-case characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"day=+2026-11-24", "day=2026-02-30", "id=01arz3ndektsv4rrffq69g5fav"})
  void refusesToReadWhatTheModelCannotWrite(String change) {
    Parcel parcel = parcels.create(parcel());
    Map<String, AttributeValue> item = new java.util.HashMap<>(stored(parcel));
    String[] parts = change.split("=", 2);
    item.put(parts[0], AttributeValue.fromS(parts[1]));
    client.putItem(p -> p.tableName(table.name()).item(item));

    assertThatThrownBy(() -> parcels.get(parcel.key()))
        .isInstanceOf(ItemFormatException.class)
        .hasMessageContaining(parts[0]);
  }
}
