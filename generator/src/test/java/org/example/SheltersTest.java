package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyplan.support.Page;
import dev.keyplan.support.Part;
import dev.keyplan.support.Query;
import dev.keyplan.support.TransactionFailedException;
import dev.keyplan.support.TransactionFailedException.Member;
import dev.keyplan.testing.LocalDynamoDb;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.example.shelters.AuditTable;
import org.example.shelters.Night;
import org.example.shelters.NightRepository;
import org.example.shelters.Notes;
import org.example.shelters.Shelter;
import org.example.shelters.ShelterConditionFailedException;
import org.example.shelters.ShelterRepository;
import org.example.shelters.SheltersTable;
import org.example.shelters.Status;
import org.example.shelters.Visit;
import org.example.shelters.VisitRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class SheltersTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123456789Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final DynamoDbClient client = LocalDynamoDb.start();
  private final SheltersTable table = SheltersTable.DEFAULT.withClock(CLOCK);
  private final AuditTable audit = AuditTable.DEFAULT.withClock(CLOCK);
  private final ShelterRepository shelters = new ShelterRepository(client, table);
  private final NightRepository nights = new NightRepository(client, table);
  private final VisitRepository visits = new VisitRepository(client, audit, table);

  @BeforeEach
  void createTables() {
    client.createTable(table.createTableRequest());
    client.createTable(audit.createTableRequest());
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private static Shelter.Builder shelter(String name, int level) {
    return Shelter.builder().city("Bern").name(name).kind("night").level(level).bedCount(20);
  }

  private Map<String, AttributeValue> stored(Shelter shelter) {
    return client
        .getItem(g -> g.tableName(table.name()).key(shelters.requests().get(shelter.key()).key()))
        .item();
  }

  @Test
  void storesAndReadsEveryKindOfAttribute() {
    Shelter full =
        shelters.open(
            shelter("A", 7)
                .class_("first")
                .key_("under the mat")
                .notes(
                    new Notes(
                        "x", Optional.of(Instant.parse("2026-01-01T00:00:00Z")), Optional.of(5)))
                .pets(true)
                .serial(Long.MIN_VALUE)
                .checkedAt(Instant.parse("2026-01-01T00:00:00.000001Z")));
    Shelter bare = shelters.open(shelter("B", 7));

    assertThat(shelters.shelter("Bern", "A")).contains(full);
    assertThat(shelters.get(bare.key())).contains(bare);
    assertThat(bare.status()).isEqualTo(Status.OPEN);
    assertThat(bare.opened()).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
    assertThat(stored(bare)).doesNotContainKeys("class", "key", "no-tes", "serial", "checkedAt");
    assertThat(stored(full).get("GSI1-SK").s()).isEqualTo("07#2026-11-23T10:00:00Z");
    assertThat(stored(full).get("no-tes").m().get("rating").n()).isEqualTo("5");
    assertThat(full.toBuilder().removeNotes().removeClass_().build().notes()).isEmpty();
    assertThatThrownBy(() -> shelter("C", 1).class_(null)).hasMessage("class_ is missing");
    assertThatThrownBy(() -> Shelter.builder().city("Bern").build(NOW))
        .hasMessage("level is missing");
  }

  @Test
  void ranksByPaddedNumbersUpToTheLimitOfTheModel() {
    for (int level : new int[] {9, 10, 2, 33, 4}) {
      shelters.open(shelter("S" + level, level));
    }
    Query<Shelter> best = shelters.bestShelters("night", "Bern", 4);

    Page<Shelter> first = best.page();
    Page<Shelter> second = best.page(first.next().orElseThrow());

    assertThat(first.items()).extracting(Shelter::level).containsExactly(33, 10);
    assertThat(second.items()).extracting(Shelter::level).containsExactly(9);
    assertThat(second.next()).isEmpty();
    assertThatThrownBy(() -> shelters.bestShelters("night", "Bern", 100))
        .hasMessage("least is not 1 to 99");
  }

  @Test
  void findsByPrefixAndByNativeKeys() {
    shelters.open(shelter("North", 1).bedCount(5));
    shelters.open(shelter("Nord", 1).bedCount(50));
    shelters.open(shelter("South", 1).bedCount(500).status(Status.FULL));

    assertThat(shelters.named("Bern", "No").stream().map(Shelter::name))
        .containsExactly("Nord", "North");
    assertThat(shelters.openWith(5, 500).stream().map(Shelter::bedCount)).containsExactly(5, 50);
    assertThatThrownBy(() -> shelters.named("Bern", ""))
        .hasMessage("prefix is empty, and part of a key");
  }

  @Test
  void refusesValuesThatWouldBreakAKey() {
    assertThatThrownBy(() -> shelters.open(shelter("X", 1).kind("a#b")))
        .hasMessage("kind contains '#', which ends it in a key");
    assertThatThrownBy(() -> shelters.open(shelter("\u20AC".repeat(600), 1)))
        .hasMessage("The key sk has 1808 bytes, more than 1024");
    assertThatThrownBy(() -> shelter("X", 1).bedCount(501).build(NOW))
        .hasMessage("bedCount is not 0 to 500");
  }

  @Test
  void rewritesIndexKeysWithTheirParts() {
    Shelter shelter = shelters.open(shelter("A", 7));

    shelters.update(shelter.key(), u -> u.kind("day").class_("x"));
    assertThat(stored(shelter).get("GSI1-PK").s()).isEqualTo("KIND#day#Bern");

    Shelter raised =
        shelters.update(
            shelter.key(),
            u -> u.levelAndOpened(Part.set(9), Part.unchanged(shelter.opened())).removeClass_());
    assertThat(raised).isEqualTo(shelter.toBuilder().kind("day").level(9).build());
    assertThat(stored(shelter).get("GSI1-SK").s()).isEqualTo("09#2026-11-23T10:00:00Z");

    ShelterConditionFailedException stale =
        catchThrowableOfType(
            ShelterConditionFailedException.class,
            () ->
                shelters.update(
                    shelter.key(),
                    u ->
                        u.levelAndOpened(
                            Part.unchanged(7), Part.set(Instant.parse("2027-01-01T00:00:00Z")))));
    assertThat(stale.found()).contains(raised);
    assertThat(shelters.get(shelter.key())).contains(raised);
  }

  @Test
  void updatesIfThePatternsConditionHolds() {
    Shelter shelter =
        shelters.open(shelter("A", 7).notes(new Notes("x", Optional.empty(), Optional.empty())));

    Shelter closed = shelters.close(shelter.key(), 0);

    assertThat(closed)
        .isEqualTo(shelter.toBuilder().status(Status.CLOSED).bedCount(0).removeNotes().build());
    ShelterConditionFailedException again =
        catchThrowableOfType(
            ShelterConditionFailedException.class, () -> shelters.close(shelter.key(), 0));
    assertThat(again.found()).contains(closed);
    Shelter withPets = shelters.open(shelter("B", 7).pets(true));
    assertThatThrownBy(() -> shelters.close(withPets.key(), 0))
        .isInstanceOf(ShelterConditionFailedException.class);
    assertThatThrownBy(() -> shelters.dropClosed(withPets.key()))
        .isInstanceOf(ShelterConditionFailedException.class);
    assertThat(shelters.dropClosed(closed.key())).contains(closed);
  }

  @Test
  void movesWithOptionalAttributesAndACondition() {
    Shelter bare = shelters.open(shelter("A", 7));

    Shelter renamed = shelters.rename(bare, "B");
    assertThat(shelters.get(bare.key())).isEmpty();
    assertThat(shelters.get(renamed.key())).contains(renamed);

    shelters.update(renamed.key(), u -> u.class_("unnoticed"));
    assertThatThrownBy(() -> shelters.rename(renamed, "C"))
        .isInstanceOf(ShelterConditionFailedException.class);
    Shelter full = shelters.update(renamed.key(), u -> u.status(Status.FULL));
    assertThatThrownBy(() -> shelters.rename(full, "C"))
        .isInstanceOf(ShelterConditionFailedException.class);
  }

  @Test
  void writesSeveralTablesAtOnce() {
    Visit visit = Visit.builder().build(NOW);
    Shelter shelter = shelters.open(shelter("A", 1));
    Shelter other = shelters.open(shelter("B", 2));
    Shelter moved = shelters.open(shelter("C", 3));
    Night night = Night.builder().city("Bern").night(UUID.randomUUID()).number(3).build();
    nights.create(night);

    visits.visited(visit, shelter.key(), other.key(), moved, night.key(), "D");

    assertThat(visits.get(visit.key())).contains(visit);
    assertThat(visit.at()).isEqualTo(Instant.parse("2026-11-23T10:00:00.123456Z"));
    assertThat(shelters.get(shelter.key()).map(Shelter::status)).contains(Status.FULL);
    assertThat(shelters.shelter("Bern", "D")).contains(moved.toBuilder().name("D").build());
    assertThat(nights.get(night.key())).isEmpty();

    TransactionFailedException failure =
        catchThrowableOfType(
            TransactionFailedException.class,
            () ->
                visits.visited(
                    visit,
                    shelter.key(),
                    new Shelter.Key("Bern", "none"),
                    moved,
                    night.key(),
                    "E"));
    assertThat(failure.failed())
        .extracting(Member::name)
        .containsExactly("visit", "other", "moved");
  }

  @Test
  void isInAnIndexOfKeysOnlyByItsStoredAttributes() {
    Night night = Night.builder().city("Bern").night(UUID.randomUUID()).number(3).build();
    nights.putAll(List.of(night));

    assertThat(nights.requests().put(night).item().get("number").n()).isEqualTo("3");
    assertThat(nights.requests().put(night).item().get("sk").s()).endsWith("#03");
    assertThat(nights.get(night.key())).contains(night);
  }
}
