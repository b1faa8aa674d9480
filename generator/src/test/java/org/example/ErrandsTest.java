package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyplan.support.Part;
import dev.keyplan.testing.LocalDynamoDb;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.example.errands.Errand;
import org.example.errands.ErrandConditionFailedException;
import org.example.errands.ErrandRepository;
import org.example.errands.ErrandsTable;
import org.example.errands.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items come into sparse indexes and leave them, with all of their keys. */
class ErrandsTest {
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
  private static final List<String> INDEX_KEYS = List.of("ownerpk", "ownersk", "pairsk");

  private final DynamoDbClient client = LocalDynamoDb.start();
  private final ErrandsTable table = ErrandsTable.DEFAULT;
  private final ErrandRepository errands = new ErrandRepository(client, table);

  @BeforeEach
  void createTable() {
    client.createTable(table.createTableRequest());
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private Errand add(String title, UnaryOperator<Errand.Builder> more) {
    return errands.add(
        more.apply(
                Errand.builder()
                    .queueName("q")
                    .queue("shop")
                    .rank(5)
                    .title(title)
                    .state(State.OPEN))
            .build());
  }

  private Map<String, AttributeValue> stored(Errand errand) {
    return client
        .getItem(g -> g.tableName(table.name()).key(errands.requests().get(errand.key()).key()))
        .item();
  }

  @Test
  void isInAnIndexOnlyWithAllThatTheKeyIsMadeOf() {
    Errand bare = add("bare", b -> b);
    Errand owned = add("owned", b -> b.owner("ann"));
    Errand half = add("half", b -> b.region("west"));
    Errand pair = add("pair", b -> b.region("west").courier("bob").dueAt(NOON).label("red"));

    assertThat(stored(bare)).doesNotContainKeys("ownerpk", "ownersk", "pairsk", "dueAt");
    assertThat(stored(half)).containsKey("region").doesNotContainKey("pairsk");
    assertThat(errands.get(half.key())).contains(half);
    assertThat(errands.ofOwner("ann").stream()).containsExactly(owned);
    assertThat(errands.ofPair("west", "bob").stream()).containsExactly(pair);
    assertThat(errands.dueBefore("shop", NOON.plusSeconds(1)).stream()).containsExactly(pair);
    assertThat(errands.withTime("shop").stream()).containsExactly(pair);
    assertThat(errands.labelled("red").stream()).containsExactly(pair);
    assertThat(client.scan(s -> s.tableName(table.name()).indexName("byOwner")).count()).isOne();
  }

  @Test
  void updatesWriteAllKeysOfAnIndexOrRemoveThem() {
    Errand errand = add("a", b -> b);

    Errand taken = errands.take(errand.key(), "ann", 3, "b");
    assertThat(stored(errand).get("ownersk").s()).isEqualTo("03#b");
    assertThat(errands.ofOwner("ann").stream()).containsExactly(taken);
    assertThatThrownBy(() -> errands.take(errand.key(), "bob", 3, "b"))
        .isInstanceOf(ErrandConditionFailedException.class);

    Errand raised = errands.rank(errand.key(), 9, "b");
    assertThat(stored(errand).get("ownersk").s()).isEqualTo("09#b");
    assertThatThrownBy(() -> errands.rank(errand.key(), 9, "other"))
        .isInstanceOf(ErrandConditionFailedException.class);

    Errand dropped = errands.drop(errand.key());
    assertThat(dropped).isEqualTo(raised.toBuilder().removeOwner().state(State.OPEN).build());
    assertThat(stored(errand)).doesNotContainKeys("owner", "ownerpk", "ownersk");
    assertThat(errands.ofOwner("ann").stream()).isEmpty();
  }

  @Test
  void builtInUpdatesAreGivenAllPartsOrDemandThem() {
    Errand errand = add("a", b -> b.region("west"));

    errands.update(
        errand.key(),
        u -> u.ownerAndRankAndTitle(Part.set("ann"), Part.unchanged(5), Part.set("b")));
    assertThat(stored(errand).get("ownerpk").s()).isEqualTo("OWNER#ann");
    assertThat(stored(errand).get("ownersk").s()).isEqualTo("05#b");

    // Somebody takes it in between: what was read is not so any more.
    ErrandConditionFailedException stale =
        catchThrowableOfType(
            ErrandConditionFailedException.class,
            () ->
                errands.update(
                    errand.key(),
                    u ->
                        u.ownerAndRankAndTitle(
                            Part.unchanged(errand.owner()), Part.set(1), Part.unchanged("b"))));
    assertThat(stale.found().flatMap(Errand::owner)).contains("ann");
    assertThat(stored(errand).get("ownersk").s()).isEqualTo("05#b");

    errands.update(
        errand.key(),
        u -> u.ownerAndRankAndTitle(Part.removed(), Part.unchanged(5), Part.unchanged("b")));
    assertThat(stored(errand)).doesNotContainKeys("owner", "ownerpk", "ownersk");

    errands.update(
        errand.key(),
        u ->
            u.ownerAndRankAndTitle(
                Part.unchanged(Optional.empty()), Part.set(1), Part.unchanged("b")));
    assertThat(errands.get(errand.key()).map(Errand::rank)).contains(1);
    assertThat(stored(errand)).doesNotContainKey("ownersk");

    errands.update(errand.key(), u -> u.regionAndCourier(Part.unchanged("west"), Part.set("bob")));
    assertThat(stored(errand)).containsKey("pairsk");
    errands.update(errand.key(), u -> u.regionAndCourier(Part.removed(), Part.unchanged("bob")));
    assertThat(stored(errand)).containsKey("courier").doesNotContainKeys("region", "pairsk");
  }

  @Test
  void storedAttributesComeAndGo() {
    Errand errand = add("a", b -> b);

    errands.hurry(errand.key(), NOON);
    assertThat(errands.dueBefore("shop", NOON.plusSeconds(9)).stream()).hasSize(1);
    errands.update(errand.key(), u -> u.removeDueAt().label("red"));
    assertThat(errands.dueBefore("shop", NOON.plusSeconds(9)).stream()).isEmpty();
    assertThat(errands.labelled("red").stream()).hasSize(1);
  }

  @Test
  void emptyTextsAreNoKeys() {
    Errand errand = add("a", b -> b);

    assertThatThrownBy(() -> errands.name(errand.key(), ""))
        .hasMessage("label is empty, and part of a key");
    assertThatThrownBy(() -> errands.update(errand.key(), u -> u.label("")))
        .hasMessage("label is empty, and part of a key");
    assertThatThrownBy(() -> errands.take(errand.key(), "", 1, "a"))
        .hasMessage("owner is empty, and part of a key");
    assertThatThrownBy(() -> add("b", b -> b.label("")))
        .hasMessage("label is empty, and part of a key");
    assertThat(stored(errand)).doesNotContainKeys(INDEX_KEYS.toArray(String[]::new));
  }
}
