package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyplan.testing.LocalDynamoDb;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.example.kennel.Address;
import org.example.kennel.Dog;
import org.example.kennel.DogConditionFailedException;
import org.example.kennel.DogRepository;
import org.example.kennel.DogUpdate;
import org.example.kennel.KennelTable;
import org.example.kennel.Point;
import org.example.kennel.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** Updates of the built-in kind of entries of maps and of elements of lists. */
class KennelElementsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

  private final AmazonDynamoDBLocal local = LocalDynamoDb.startWithStreams();
  private final DynamoDbClient client = local.dynamoDbClient();
  private final DogRepository dogs = new DogRepository(client);
  private final Address lane =
      new Address(
          "Lane 1",
          "Bern",
          Optional.of("3000"),
          Optional.empty(),
          2,
          Optional.of(new Point(47, 7, Optional.empty())));
  private final Visit visit =
      new Visit(DAY, Optional.empty(), List.of("ok"), Set.of("a"), Map.of("a", 1));
  private final Dog dog =
      Dog.builder()
          .id(new UUID(0, 1))
          .owner("Ann")
          .name("Rex")
          .walks(10)
          .home(lane)
          .visits(List.of(visit, visit))
          .words(List.of("sit", "roll", "stay"))
          .rooms(Map.of("attic", lane))
          .grid(List.of(List.of(1, 2), List.of(3)))
          .build();

  @BeforeEach
  void createDog() {
    client.createTable(KennelTable.DEFAULT.createTableRequest());
    dogs.create(dog);
  }

  @AfterEach
  void stop() {
    local.shutdownNow();
  }

  private Dog update(Consumer<DogUpdate> changes) {
    Dog updated = dogs.update(dog.key(), changes);
    assertThat(dogs.get(dog.key())).contains(updated);
    assertThat(dogs.dogs("Ann").stream()).containsExactly(updated);
    return updated;
  }

  private void isRefused(String message, Consumer<DogUpdate> changes) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> dogs.update(dog.key(), changes))
        .withMessage(message);
  }

  @Test
  void changesEntriesOfMaps() {
    update(u -> u.scores(Map.of()));
    assertThat(update(u -> u.scores("math", 3).addScores("art", 2)).scores())
        .contains(Map.of("math", 3, "art", 2));
    assertThat(update(u -> u.addScores("math", 4).removeScores("art").removeScores("x")).scores())
        .contains(Map.of("math", 7));
    failsSomehow(u -> u.addScores("math", 4));

    assertThat(update(u -> u.rooms("attic", a -> a.city("Rome").addDoors(1))).rooms().get("attic"))
        .satisfies(a -> assertThat(a.city()).isEqualTo("Rome"))
        .satisfies(a -> assertThat(a.doors()).isEqualTo(3));
    assertThat(update(u -> u.rooms("cellar", lane).removeRooms("attic")).rooms())
        .isEqualTo(Map.of("cellar", lane));

    AttributeValue anything = AttributeValue.fromL(List.of(AttributeValue.fromN("1")));
    update(u -> u.extras(Map.of("a", anything)));
    assertThat(update(u -> u.extras("b", anything).removeExtras("a")).extras())
        .contains(Map.of("b", anything));
    AttributeValue half = AttributeValue.fromS("\uD83D");
    assertThatIllegalArgumentException().isThrownBy(() -> update(u -> u.extras("b", half)));
    assertThatIllegalArgumentException().isThrownBy(() -> update(u -> u.extras(Map.of("b", half))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> dog.toBuilder().extras(Map.of("b", half)).build());
  }

  private void failsSomehow(Consumer<DogUpdate> changes) {
    assertThat(
            catchThrowableOfType(
                DogConditionFailedException.class, () -> dogs.update(dog.key(), changes)))
        .isNotNull();
  }

  /** Whatever an application calls an entry, it is that entry and nothing else. */
  @Test
  void takesAnyNameOfAnEntry() {
    List<String> names =
        List.of(
            "a.b",
            "a b",
            "#a",
            ":a",
            "[0]",
            "math\"",
            "SELECT",
            "size",
            "pk",
            "é",
            "0",
            "_1",
            "town",
            "😀",
            "scores",
            "x".repeat(300),
            "a, pk = :x",
            "home.town");
    update(u -> u.scores(Map.of()));
    for (String name : names) {
      assertThat(update(u -> u.scores(Map.of()).owner("Ann")).scores()).contains(Map.of());
      assertThat(update(u -> u.scores(name, 1)).scores()).contains(Map.of(name, 1));
      assertThat(update(u -> u.addScores(name, 1)).scores()).contains(Map.of(name, 2));
      assertThat(update(u -> u.removeScores(name)).scores()).contains(Map.of());
    }
    Dog all =
        update(
            u -> {
              for (int i = 0; i < names.size(); i++) {
                u.scores(names.get(i), i % 10);
              }
              u.home(a -> a.city("Basel"));
            });
    for (int i = 0; i < names.size(); i++) {
      assertThat(all.scores().orElseThrow()).containsEntry(names.get(i), i % 10);
    }
    assertThat(all.home().city()).isEqualTo("Basel");
    isRefused("scores has an empty key", u -> u.scores("", 1));
    isRefused("scores is missing", u -> u.removeScores((String) null));
    isRefused("scores has half of a surrogate pair at 0", u -> u.addScores("\ud800", 1));
  }

  @Test
  void changesElementsOfLists() {
    Dog updated = update(u -> u.words(0, "lie").removeWords(1).removeWords(7));
    assertThat(updated.words()).contains(List.of("lie", "stay"));

    List<Visit> visits =
        update(
                u ->
                    u.visits(0, v -> v.weight(new BigDecimal("4.5")).appendNotes(List.of("fed")))
                        .visits(1, v -> v.addDoses("a", 2).doses("b", 3).drugs(Set.of())))
            .visits();
    assertThat(visits.get(0))
        .isEqualTo(
            new Visit(
                DAY,
                Optional.of(new BigDecimal("4.50")),
                List.of("ok", "fed"),
                Set.of("a"),
                Map.of("a", 1)));
    assertThat(visits.get(1))
        .isEqualTo(
            new Visit(DAY, Optional.empty(), List.of("ok"), Set.of(), Map.of("a", 3, "b", 3)));
    assertThat(update(u -> u.visits(1, visit).removeVisits(0)).visits()).containsExactly(visit);
    assertThat(update(u -> u.visits(0, v -> v.notes(0, "bad").drugs(Set.of("c")))).visits())
        .containsExactly(
            new Visit(DAY, Optional.empty(), List.of("bad"), Set.of("c"), Map.of("a", 1)));
    isRefused("words has no element before the first one", u -> u.words(-1, "x"));
  }

  @Test
  void reachesThroughListsOfLists() {
    assertThat(update(u -> u.grid(0, 1, 7).addGrid(1, 0, 4)).grid())
        .containsExactly(List.of(1, 7), List.of(7));
    assertThat(update(u -> u.removeGrid(0, 0).appendGrid(1, List.of(8))).grid())
        .containsExactly(List.of(7), List.of(7, 8));
    assertThat(update(u -> u.removeGrid(1).prependGrid(0, List.of(0))).grid())
        .containsExactly(List.of(0, 7));
    assertThat(update(u -> u.grid(0, List.of(9))).grid()).containsExactly(List.of(9));
    failsSomehow(u -> u.addGrid(0, 0, 1));
  }
}
