package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyplan.support.Transaction;
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
import org.example.kennel.DogAsyncRepository;
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
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** Updates of the built-in kind that reach into structs, lists and maps, which DynamoDB does. */
class KennelUpdatesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

  private final AmazonDynamoDBLocal local = LocalDynamoDb.startWithStreams();
  private final DynamoDbClient client = local.dynamoDbClient();
  private final DogRepository dogs = new DogRepository(client);
  private final DogAsyncRepository asyncDogs = new DogAsyncRepository(local.dynamoDbAsyncClient());
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

  private void fails(Consumer<DogUpdate> changes) {
    DogConditionFailedException failure =
        catchThrowableOfType(
            DogConditionFailedException.class, () -> dogs.update(dog.key(), changes));
    assertThat(failure)
        .hasMessage(
            "Dog.update demands that the item exists and can be changed so; it found an item");
    assertThat(failure.found()).contains(dog);
    assertThat(dogs.get(dog.key())).contains(dog);
  }

  private void isRefused(String message, Consumer<DogUpdate> changes) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> dogs.update(dog.key(), changes))
        .withMessage(message);
  }

  @Test
  void setsRemovesAndLeavesPartsOfAStruct() {
    Address moved = update(u -> u.home(a -> a.city("Basel").removeZip())).home();
    assertThat(moved.city()).isEqualTo("Basel");
    assertThat(moved.zip()).isEmpty();
    assertThat(moved.street()).isEqualTo("Lane 1");

    assertThat(update(u -> u.home(a -> a.zip("4000"))).home())
        .isEqualTo(new Address("Lane 1", "Basel", Optional.of("4000"), none(), 2, lane.at()));
    assertThat(update(u -> u.home(a -> {})).home().zip()).contains("4000");
    assertThat(update(u -> u.home(lane)).home()).isEqualTo(lane);
  }

  /** As docs/generated-code.md has it. */
  @Test
  void changesWhatIsInside() {
    dogs.update(dog.key(), u -> u.scores(Map.of()));
    Dog moved =
        dogs.update(
            dog.key(),
            u ->
                u.home(a -> a.city("Bern").removeZip().addDoors(1))
                    .words(0, "sit")
                    .addScores("math", 2)
                    .rooms("attic", a -> a.at(p -> p.x(1)))
                    .removeVisits(1));

    assertThat(moved.home().doors()).isEqualTo(3);
    assertThat(moved.rooms().get("attic").at().orElseThrow().x()).isEqualTo(1);
    assertThat(moved.scores()).contains(Map.of("math", 2));
    assertThat(moved.visits()).containsExactly(visit);
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }

  @Test
  void reachesThroughStructs() {
    Dog updated = update(u -> u.home(a -> a.at(p -> p.x(-1).label("door").addY(3))));

    assertThat(updated.home().at()).contains(new Point(-1, 10, Optional.of("door")));
  }

  @Test
  void calculatesInsideOfStructs() {
    Address home = update(u -> u.home(a -> a.addDoors(3).addFloor(4).zipIfAbsent("x"))).home();
    assertThat(home.doors()).isEqualTo(5);
    assertThat(home.floor()).contains(4);
    assertThat(home.zip()).contains("3000");

    assertThat(update(u -> u.home(a -> a.addFloor(1).removeZip())).home().floor()).contains(5);
    assertThat(update(u -> u.home(a -> a.zipIfAbsent("x"))).home().zip()).contains("x");
  }

  @Test
  void keepsRangesInside() {
    fails(u -> u.home(a -> a.addDoors(8)));
    fails(u -> u.home(a -> a.addDoors(-2)));
    fails(u -> u.home(a -> a.addFloor(-1)));
    fails(u -> u.addScores("math", 1));
    isRefused("doors is not 1 to 9", u -> u.home(a -> a.doors(10)));
    isRefused("city has 0 characters, not 1 to 40", u -> u.home(a -> a.city("")));
    isRefused("words has 21 characters, not 1 to 20", u -> u.words(0, "x".repeat(21)));
    isRefused("scores is not 0 to 10", u -> u.scores("math", 11));
    assertThat(dogs.get(dog.key())).contains(dog);
  }

  @Test
  void demandsWhatIsAroundAChange() {
    fails(u -> u.holiday(a -> a.city("Rome")));
    fails(u -> u.holiday(a -> a.removeZip()));
    fails(u -> u.holiday(a -> a.at(p -> p.x(1))));
    fails(u -> u.scores("math", 1));
    fails(u -> u.removeScores("math"));
    fails(u -> u.rooms("cellar", a -> a.city("Rome")));
    fails(u -> u.extras("a", AttributeValue.fromBool(true)));
    fails(u -> u.visits(2, visit));
    fails(u -> u.visits(2, v -> v.day(DAY)));
    fails(u -> u.words(3, "run"));
    fails(u -> u.grid(1, 1, 5));
    fails(u -> u.grid(2, List.of()));
    fails(u -> u.addGrid(1, 1, 1));
    fails(u -> u.appendGrid(2, List.of(1)));
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
    isRefused("scores has 0 characters, not 1 or more", u -> u.scores("", 1));
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

  @Test
  void refusesToChangeAPlaceAndSomethingInsideOfIt() {
    isRefused(
        "home and home.town are changed together, and one of them is inside of the other",
        u -> u.home(lane).home(a -> a.city("Rome")));
    isRefused(
        "home.town and home are changed together, and one of them is inside of the other",
        u -> u.home(a -> a.city("Rome")).home(lane));
    isRefused(
        "holiday.at.x and holiday.at are changed together, and one of them is inside of the other",
        u -> u.holiday(a -> a.at(p -> p.x(1)).removeAt()));
    isRefused(
        "words and words[0] are changed together, and one of them is inside of the other",
        u -> u.appendWords(List.of("a")).words(0, "b"));
    isRefused(
        "rooms[key] and rooms[key].doors are changed together, and one of them is inside of the"
            + " other",
        u -> u.removeRooms("attic").rooms("attic", a -> a.addDoors(1)));
    isRefused(
        "home.doors is changed already; an update takes one change of it",
        u -> u.home(a -> a.doors(3).addDoors(1)));
    assertThat(dogs.get(dog.key())).contains(dog);
  }

  @Test
  void takesTheLastWordOnAPlace() {
    Dog updated =
        update(
            u ->
                u.home(a -> a.city("Rome").zip("1"))
                    .home(a -> a.city("Basel").removeZip())
                    .words(0, "a")
                    .words(0, "b"));

    assertThat(updated.home().city()).isEqualTo("Basel");
    assertThat(updated.home().zip()).isEmpty();
    assertThat(updated.words().orElseThrow().get(0)).isEqualTo("b");
  }

  /** An attribute is called {@code addWalks}: what adds to the walks has another name. */
  @Test
  void givesWayToTheNamesOfAttributes() {
    Dog updated = update(u -> u.addWalks_(5).addWalks("often"));

    assertThat(updated.walks()).isEqualTo(15);
    assertThat(updated.addWalks()).contains("often");
  }

  @Test
  void keepsIndexKeys() {
    Dog updated =
        dogs.update(
            dog.key(), u -> u.owner("Bob").name("Max").home(a -> a.city("Rome")).addWalks_(1));

    assertThat(dogs.dogs("Ann").stream()).isEmpty();
    assertThat(dogs.dogs("Bob").stream()).containsExactly(updated);
  }

  @Test
  void doesTheSameWithoutWaiting() {
    Dog updated =
        asyncDogs
            .update(dog.key(), u -> u.home(a -> a.city("Rome")).rooms("attic", a -> a.doors(9)))
            .join();

    assertThat(updated.home().city()).isEqualTo("Rome");
    assertThat(updated.rooms().get("attic").doors()).isEqualTo(9);
    assertThat(dogs.get(dog.key())).contains(updated);
    asyncDogs
        .update(dog.key(), u -> u.holiday(a -> a.city("Rome")))
        .handle((done, failure) -> failure)
        .thenAccept(failure -> assertThat(failure).isInstanceOf(DogConditionFailedException.class))
        .join();
  }

  @Test
  void isAMemberOfATransaction() {
    new Transaction()
        .add(
            "dog",
            dogs.requests(),
            r -> r.updateAction(dog.key(), u -> u.home(a -> a.city("Rome"))))
        .send(client);

    assertThat(dogs.get(dog.key()).orElseThrow().home().city()).isEqualTo("Rome");
  }

  @Test
  void writesRequestsThatCanBeRead() {
    UpdateItemRequest request =
        dogs.requests()
            .update(dog.key(), u -> u.home(a -> a.city("Rome").addDoors(1)).removeRooms("attic"));

    assertThat(request.updateExpression())
        .isEqualTo(
            "SET #_home.#_town = :_new_home_town,"
                + " #_home.#_doors = #_home.#_doors + :_new_home_doors"
                + " REMOVE #_rooms.#_attic");
    assertThat(request.conditionExpression())
        .isEqualTo(
            "attribute_exists(#_pk) AND attribute_exists(#_home) AND attribute_exists(#_rooms)"
                + " AND #_home.#_doors BETWEEN :_least_home_doors AND :_most_home_doors");
  }
}
