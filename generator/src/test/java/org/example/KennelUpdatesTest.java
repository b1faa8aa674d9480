package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyplan.support.Transaction;
import dev.keyplan.testing.LocalDynamoDb;
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
