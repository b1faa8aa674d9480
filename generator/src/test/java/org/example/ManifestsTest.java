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
import org.example.parcels.Handling;
import org.example.parcels.Line;
import org.example.parcels.Manifest;
import org.example.parcels.ManifestConditionFailedException;
import org.example.parcels.ManifestRepository;
import org.example.parcels.ParcelsTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Lists, maps and sets. */
class ManifestsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123456789Z");
  private static final Instant NOW_MILLIS = Instant.parse("2026-11-23T10:00:00.123Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final String ULID = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

  private final DynamoDbClient client = LocalDynamoDb.start();
  private final ParcelsTable table =
      ParcelsTable.DEFAULT.withClock(Clock.fixed(NOW, ZoneOffset.UTC));
  private final ManifestRepository manifests = new ManifestRepository(client, table);

  @BeforeEach
  void createTable() {
    client.createTable(table.createTableRequest());
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private static SdkBytes bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return SdkBytes.fromByteArray(bytes);
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
}
