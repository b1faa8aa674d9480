package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.support.ItemFormatException;
import dev.keyplan.testing.LocalDynamoDb;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.example.parcels.Handling;
import org.example.parcels.Label;
import org.example.parcels.LabelRepository;
import org.example.parcels.LabelsTable;
import org.example.parcels.Line;
import org.example.parcels.Manifest;
import org.example.parcels.ManifestConditionFailedException;
import org.example.parcels.ManifestRepository;
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
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

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
  private final LabelRepository labels = new LabelRepository(client, LabelsTable.DEFAULT);
  private final ManifestRepository manifests = new ManifestRepository(client, table);
  private final ScanRepository scans = new ScanRepository(client, scansTable);

  @BeforeEach
  void createTables() {
    client.createTable(table.createTableRequest());
    client.createTable(scansTable.createTableRequest());
    client.createTable(LabelsTable.DEFAULT.createTableRequest());
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

  private static SdkBytes bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return SdkBytes.fromByteArray(bytes);
  }

  @Test
  void storesNumbersWithAPointAndBytes() {
    Parcel full =
        parcels.create(
            parcel()
                .price(new BigDecimal("-9999.9"))
                .fee(new BigDecimal("0.12345678901234567890123456789012345678"))
                .weight(-0.0)
                .volume(Double.MIN_NORMAL * 1e200)
                .label(bytes(0, 255, 1, 2))
                .photo(bytes()));
    Parcel bare = parcels.create(parcel());

    assertThat(parcels.get(full.key())).contains(full);
    assertThat(full.price()).isEqualTo(new BigDecimal("-9999.90"));
    assertThat(Double.doubleToRawLongBits(full.weight())).isZero();
    assertThat(stored(full).get("price").n()).isEqualTo("-9999.9");
    assertThat(stored(full).get("label").b()).isEqualTo(bytes(0, 255, 1, 2));
    assertThat(parcels.get(bare.key())).contains(bare);
    assertThat(bare.price()).isEqualTo(new BigDecimal("9.50"));
    assertThat(bare.weight()).isEqualTo(0.25);
    assertThat(stored(bare)).doesNotContainKeys("fee", "volume", "label", "photo");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-130, 9.9e125, 0.1, 1.0 / 3, 1e22, 123456789.125})
  void doublesComeBackAsTheyWere(double weight) {
    for (double signed : new double[] {weight, -weight}) {
      Parcel parcel = parcels.create(parcel().weight(signed));
      assertThat(parcels.get(parcel.key()).orElseThrow().weight()).isEqualTo(signed);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY, 1e126, -1e126, 9e-131})
  void refusesDoublesThatCannotBeStored(double weight) {
    String message = "weight is a number that cannot be stored";
    assertThatThrownBy(() -> parcel().weight(weight).build(NOW)).hasMessage(message);
    Parcel parcel = parcels.create(parcel());
    assertThatThrownBy(() -> parcels.update(parcel.key(), u -> u.weight(weight)))
        .hasMessage(message);
  }

  @Test
  void refusesNumbersAndBytesThatDoNotFit() {
    assertThatThrownBy(() -> parcel().price(new BigDecimal("1.001")).build(NOW))
        .hasMessage("price is finer than the 2 digits behind the point that are stored");
    assertThatThrownBy(() -> parcel().price(new BigDecimal("-10000")).build(NOW))
        .hasMessage("price has 5 digits before the point, not 4");
    assertThatThrownBy(() -> parcel().price(new BigDecimal("1e2147483647")).build(NOW))
        .hasMessage("price has 2147483648 digits before the point, not 38");
    assertThatThrownBy(() -> parcel().fee(BigDecimal.ONE).build(NOW))
        .hasMessage("fee has 1 digits before the point, not 0");
    assertThatThrownBy(() -> parcel().label(bytes()).build(NOW))
        .hasMessage("label has 0 bytes, not 1 to 4");
    assertThatThrownBy(() -> parcel().label(bytes(1, 2, 3, 4, 5)).build(NOW))
        .hasMessage("label has 5 bytes, not 1 to 4");
    assertThatThrownBy(() -> parcel().label(null)).hasMessage("label is missing");
    assertThatThrownBy(() -> labels.get(new Label.Key(bytes(), BigDecimal.ONE)))
        .hasMessage("code is empty, and a key");
  }

  @Test
  void updatesNumbersAndBytes() {
    Parcel parcel = parcels.create(parcel().label(bytes(1)).fee(BigDecimal.ZERO).volume(1.5));

    Parcel changed =
        parcels.update(
            parcel.key(), u -> u.removeFee().removeVolume().photo(bytes(7)).price(BigDecimal.ONE));
    assertThat(changed.fee()).isEmpty();
    assertThat(changed.volume()).isEmpty();
    assertThat(changed.photo()).contains(bytes(7));
    assertThat(changed.price()).isEqualTo(new BigDecimal("1.00"));

    Parcel reweighed = parcels.reweigh(parcel.key(), 3, 0.5, new BigDecimal("1.01"), bytes(1));
    assertThat(reweighed.weight()).isEqualTo(3);
    assertThat(reweighed.volume()).contains(0.5);
    assertThat(reweighed.price()).isEqualTo(new BigDecimal("10.00"));
    assertThatThrownBy(() -> parcels.reweigh(parcel.key(), 3, 0.5, BigDecimal.TEN, bytes(1)))
        .isInstanceOf(ParcelConditionFailedException.class);
  }

  @Test
  void keysAreNativeBytesAndDecimals() {
    for (String weight : List.of("10", "9.5", "-1.125", "0")) {
      labels.create(
          Label.builder().code(bytes(1, 2)).weight(new BigDecimal(weight)).data(bytes()).build());
    }

    assertThat(
            labels.heavier(bytes(1, 2), new BigDecimal("-2"), new BigDecimal("9.5")).stream()
                .map(Label::weight))
        .containsExactly(
            new BigDecimal("-1.125"), new BigDecimal("0.000"), new BigDecimal("9.500"));
    assertThat(labels.get(new Label.Key(bytes(1, 2), BigDecimal.TEN))).isPresent();
    assertThat(labels.get(new Label.Key(bytes(1, 2, 0), BigDecimal.TEN))).isEmpty();
  }

  private static Line line(String sku, String... marks) {
    return new Line(sku, 1, new BigDecimal("1.5"), Set.of(marks));
  }

  private static Manifest.Builder manifest() {
    return Manifest.builder()
        .id(new UUID(0, 1))
        .lines(List.of(line("a"), line("b", "x", "y")))
        .stops(List.of())
        .loads(Map.of())
        .handling(List.of(Handling.COLD))
        .each_(Map.of());
  }

  private static Manifest full() {
    return manifest()
        .notes(Map.of("b", "", "a", "\uD83D\uDE9A"))
        .stops(List.of(List.of(), List.of(Instant.EPOCH, Instant.ofEpochSecond(-1))))
        .loads(Map.of("left", List.of(new BigDecimal("1")), "right", List.of()))
        .handling(List.of(Handling.COLD, Handling.FRAGILE, Handling.COLD))
        .labels(Set.of("x", "y"))
        .parcels(Set.of(ULID))
        .numbers(Set.of(Long.MIN_VALUE, 0L, 10L))
        .amounts(Set.of(new BigDecimal("1.5"), new BigDecimal("-99.99")))
        .weights(Set.of(0.1, -1e100))
        .days(Set.of(DAY, DAY.plusDays(1)))
        .times(Set.of(NOW_MILLIS))
        .kinds(Set.of(Handling.FRAGILE, Handling.HEAVY))
        .hashes(Set.of(bytes(0, 0), bytes(255, 1)))
        .each_(Map.of("outer", Map.of("inner", line("c", "m"))))
        .build();
  }

  private Map<String, AttributeValue> stored(Manifest manifest) {
    Map<String, AttributeValue> key = manifests.requests().get(manifest.key()).key();
    return client.getItem(g -> g.tableName(table.name()).key(key)).item();
  }

  @Test
  void storesListsMapsAndSets() {
    Manifest full = manifests.create(full());

    assertThat(manifests.get(full.key())).contains(full);
    assertThat(full.amounts()).contains(new BigDecimal("1.50"));
    assertThat(full.loads().get("left")).containsExactly(new BigDecimal("1.0"));
    Map<String, AttributeValue> item = stored(full);
    assertThat(item.get("lines").l().get(1).m().get("marks").ss())
        .containsExactlyInAnyOrder("x", "y");
    assertThat(item.get("lines").l().get(0).m()).doesNotContainKey("marks");
    assertThat(item.get("handling").l().get(1).s()).isEqualTo("fragile");
    assertThat(item.get("numbers").ns()).contains("-9223372036854775808");
    assertThat(item.get("kinds").ss()).containsExactlyInAnyOrder("fragile", "HEAVY");
    assertThat(item.get("hashes").bs()).containsExactlyInAnyOrder(bytes(0, 0), bytes(255, 1));
    assertThat(item.get("times").ns()).containsExactly("1795428000123");
  }

  @Test
  void anEmptySetIsAbsent() {
    Manifest bare = manifests.create(manifest().build());

    assertThat(stored(bare))
        .containsKeys("lines", "stops", "loads", "each")
        .doesNotContainKeys("notes", "labels", "parcels", "numbers", "amounts", "hashes", "days");
    assertThat(manifests.get(bare.key())).contains(bare);
    assertThat(bare.labels()).isEmpty();

    manifests.put(full());
    Manifest emptied =
        manifests.update(
            bare.key(), u -> u.labels(Set.of()).removeHashes().numbers(Set.of(7L)).removeNotes());
    assertThat(emptied.labels()).isEmpty();
    assertThat(emptied.hashes()).isEmpty();
    assertThat(emptied.numbers()).containsExactly(7L);
    assertThat(stored(bare)).doesNotContainKeys("labels", "hashes", "notes");
    assertThat(emptied.toBuilder().removeNumbers().build().numbers()).isEmpty();
  }

  @Test
  void collectionsAreCopiedAndDoNotChange() {
    List<Line> lines = new java.util.ArrayList<>(List.of(line("a")));
    Set<String> labels = new java.util.LinkedHashSet<>(List.of("z", "a"));
    Manifest manifest = manifest().lines(lines).labels(labels).build();
    lines.clear();
    labels.clear();

    assertThat(manifest.lines()).hasSize(1);
    assertThat(manifest.labels()).containsExactly("z", "a");
    assertThatThrownBy(() -> manifest.lines().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> manifest.labels().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> manifest.each_().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void refusesElementsThatTheModelDoesNotAllow() {
    assertThatThrownBy(() -> manifest().labels(Set.of("0123456789")).build())
        .hasMessage("labels has 10 characters, not 1 to 9");
    assertThatThrownBy(() -> manifest().lines(List.of(line("123456789"))).build())
        .hasMessage("sku has 9 characters, not 1 to 8");
    assertThatThrownBy(() -> manifest().parcels(Set.of("x")).build())
        .hasMessage("parcels is not a ULID of 26 upper-case characters");
    assertThatThrownBy(() -> manifest().stops(List.of(List.of(NOW))).build())
        .hasMessage("stops is finer than the 0 digits of a second that are stored");
    assertThatThrownBy(() -> manifest().loads(Map.of("x", List.of(new BigDecimal("0.11")))).build())
        .hasMessage("loads is finer than the 1 digits behind the point that are stored");
    assertThatThrownBy(() -> manifest().notes(Map.of("", "x")).build())
        .hasMessage("notes has an empty key");
    assertThatThrownBy(
            () -> manifest().handling(java.util.Arrays.asList(Handling.COLD, null)).build())
        .hasMessage("handling has an element that is missing");
    assertThatThrownBy(() -> manifest().hashes(Set.of(bytes(1))).build())
        .hasMessage("hashes has 1 bytes, not 2 to 2");
    assertThatThrownBy(() -> manifest().lines(null).build()).hasMessage("lines is missing");
    Manifest stored = manifests.create(manifest().build());
    assertThatThrownBy(() -> manifests.update(stored.key(), u -> u.labels(Set.of(""))))
        .hasMessage("labels has 0 characters, not 1 to 9");
  }

  @Test
  void patternsSetCompareAndRemoveCollections() {
    Manifest manifest = manifests.create(full());

    Manifest changed =
        manifests.relabel(manifest.key(), Set.of("new"), List.of(line("z")), manifest.handling());
    assertThat(changed.labels()).containsExactly("new");
    assertThat(changed.lines()).containsExactly(line("z"));
    assertThat(changed.days()).isEmpty();
    assertThatThrownBy(() -> manifests.relabel(manifest.key(), Set.of("x"), List.of(), List.of()))
        .isInstanceOf(ManifestConditionFailedException.class);
    assertThatThrownBy(() -> manifests.relabel(manifest.key(), Set.of(), List.of(), List.of()))
        .hasMessage("labels is empty, and no empty set can be stored");
    Manifest moved = manifests.renumber(changed, new UUID(0, 2));
    assertThat(moved.labels()).isEmpty();
    assertThat(manifests.get(moved.key())).contains(moved);
  }

  @Test
  void refusesToReadCollectionsOfAnotherKind() {
    Manifest manifest = manifests.create(full());
    Map<String, AttributeValue> item = new java.util.HashMap<>(stored(manifest));
    item.put("labels", AttributeValue.fromL(List.of()));
    client.putItem(p -> p.tableName(table.name()).item(item));
    assertThatThrownBy(() -> manifests.get(manifest.key()))
        .isInstanceOf(ItemFormatException.class)
        .hasMessageContaining("labels of a stored item is of type L, not SS");
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
