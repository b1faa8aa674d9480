package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyplan.support.UniqueValueTakenException;
import dev.keyplan.testing.LocalDynamoDb;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.example.kennel.Address;
import org.example.kennel.Cat;
import org.example.kennel.CatAsyncRepository;
import org.example.kennel.CatConditionFailedException;
import org.example.kennel.CatRepository;
import org.example.kennel.CatUpdate;
import org.example.kennel.KennelTable;
import org.example.kennel.Tag;
import org.example.kennel.TagConditionFailedException;
import org.example.kennel.TagRepository;
import org.example.kennel.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** Updates of what is given as it was read: what DynamoDB would calculate is known. */
class KennelKnownUpdatesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

  private final AmazonDynamoDBLocal local = LocalDynamoDb.startWithStreams();
  private final DynamoDbClient client = local.dynamoDbClient();
  private final CatRepository cats = new CatRepository(client);
  private final CatAsyncRepository asyncCats = new CatAsyncRepository(local.dynamoDbAsyncClient());
  private final TagRepository tags = new TagRepository(client);
  private final Address lane =
      new Address("Lane 1", "Bern", Optional.of("3000"), none(), 2, none());
  private final Visit visit = new Visit(DAY, none(), List.of("ok"), Set.of("a"), Map.of("a", 1));
  private Cat cat;

  private static <T> Optional<T> none() {
    return Optional.empty();
  }

  @BeforeEach
  void createCat() {
    client.createTable(KennelTable.DEFAULT.createTableRequest());
    cat =
        cats.create(
            Cat.builder()
                .id(new UUID(0, 1))
                .owner("Ann")
                .lives(5)
                .home(lane)
                .visits(List.of(visit, visit))
                .toys(Set.of("ball"))
                .weight(new BigDecimal("4.20"))
                .build());
    cats.create(cat.toBuilder().id(new UUID(0, 2)).lives(6).build());
  }

  @AfterEach
  void stop() {
    local.shutdownNow();
  }

  private Cat update(Consumer<CatUpdate> changes) {
    long before = cat.version();
    cat = cats.update(cat, changes);
    assertThat(cat.version()).isEqualTo(before + 1);
    assertThat(cats.get(cat.key())).contains(cat);
    return cat;
  }

  private void isRefused(String message, Consumer<CatUpdate> changes) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cats.update(cat, changes))
        .withMessage(message);
    assertThat(cats.get(cat.key())).contains(cat);
  }

  /** The index is ordered by what is added to. */
  @Test
  void addsToWhatAnIndexKeyIsMadeOf() {
    assertThat(cats.cats("Ann").stream()).extracting(Cat::lives).containsExactly(5, 6);

    assertThat(update(u -> u.addLives(2)).lives()).isEqualTo(7);

    assertThat(cats.cats("Ann").stream()).extracting(Cat::lives).containsExactly(6, 7);
    isRefused("lives would leave its range", u -> u.addLives(3));
    isRefused("lives would leave its range", u -> u.addLives(Integer.MIN_VALUE));
  }

  /** As docs/generated-code.md has it. */
  @Test
  void changesWhatIsKnown() {
    Cat older = cats.update(cat, u -> u.addLives(-1).holiday(lane).holiday(a -> a.city("Rome")));

    assertThat(older.lives()).isEqualTo(4);
    assertThat(older.holiday().orElseThrow().city()).isEqualTo("Rome");
  }

  @Test
  void calculates() {
    update(
        u ->
            u.addWeight(new BigDecimal("0.3"))
                .addToys(Set.of("mouse", "ball"))
                .appendWords(List.of("b"))
                .prependWords(List.of("a"))
                .seenIfAbsent(DAY)
                .appendVisits(List.of(visit)));

    assertThat(cat.weight()).isEqualTo(new BigDecimal("4.50"));
    assertThat(cat.toys()).containsExactlyInAnyOrder("ball", "mouse");
    assertThat(cat.words()).contains(List.of("a", "b"));
    assertThat(cat.seen()).contains(DAY);
    assertThat(cat.visits()).hasSize(3);

    assertThat(update(u -> u.removeToys(Set.of("ball", "mouse", "x"))).toys()).isEmpty();
    assertThat(update(u -> u.removeToys(Set.of("x"))).toys()).isEmpty();
    assertThat(update(u -> u.seenIfAbsent(DAY.plusDays(1))).seen()).contains(DAY);
  }

  @Test
  void reachesInside() {
    update(
        u ->
            u.home(a -> a.city("Basel").removeZip().addFloor(3).addDoors(1))
                .visits(1, v -> v.notes(0, "bad").doses("b", 2).addDoses("a", 1).drugs(Set.of()))
                .removeVisits(0)
                .scores(Map.of())
                .scores("math", 3)
                .addScores("math", 4)
                .addScores("art", 1));

    assertThat(cat.home())
        .isEqualTo(new Address("Lane 1", "Basel", none(), Optional.of(3), 3, none()));
    assertThat(cat.visits())
        .containsExactly(new Visit(DAY, none(), List.of("bad"), Set.of(), Map.of("a", 2, "b", 2)));
    assertThat(cat.scores()).contains(Map.of("math", 7, "art", 1));
    assertThat(update(u -> u.removeScores("art").removeScores("x").removeVisits(9)).scores())
        .contains(Map.of("math", 7));
  }

  /** One change after the other, each of what the one before it has left. */
  @Test
  void makesOneChangeAfterTheOther() {
    update(u -> u.holiday(lane).holiday(a -> a.city("Rome")).lives(1).addLives(2).addLives(-1));

    assertThat(cat.holiday().orElseThrow().city()).isEqualTo("Rome");
    assertThat(cat.lives()).isEqualTo(2);
  }

  @Test
  void refusesWhatDynamoDbWould() {
    isRefused(
        "holiday is not there, and nothing inside of it can be changed",
        u -> u.holiday(a -> a.city("Rome")));
    isRefused(
        "home.at is not there, and nothing inside of it can be changed",
        u -> u.home(a -> a.at(p -> p.x(1))));
    isRefused(
        "scores is not there, and nothing inside of it can be changed", u -> u.scores("math", 1));
    isRefused("visits[2] is not there, and cannot be set", u -> u.visits(2, visit));
    isRefused(
        "visits[2] is not there, and nothing inside of it can be changed",
        u -> u.visits(2, v -> v.day(DAY)));
    isRefused("home.doors would leave its range", u -> u.home(a -> a.addDoors(8)));
    isRefused("doors is not 1 to 9", u -> u.home(a -> a.doors(10)));
    isRefused(
        "home.floor is not there, and nothing can be added to it",
        u -> u.home(a -> a.addFloor(-1)));
  }

  @Test
  void failsIfAnotherWriteWasFaster() {
    Cat read = cat;
    update(u -> u.addLives(1));

    CatConditionFailedException failure =
        catchThrowableOfType(
            CatConditionFailedException.class, () -> cats.update(read, u -> u.addLives(1)));
    assertThat(failure.found()).contains(cat);
    assertThat(cats.get(cat.key())).contains(cat);
    CompletionException later =
        catchThrowableOfType(
            CompletionException.class,
            () -> asyncCats.update(read, u -> u.home(a -> a.city("Rome"))).join());
    assertThat(later.getCause()).isInstanceOf(CatConditionFailedException.class);
    assertThat(asyncCats.update(cat, u -> u.home(a -> a.city("Rome"))).join().home().city())
        .isEqualTo("Rome");
  }

  @Test
  void leavesWhatIsUniqueAlone() {
    Tag tag = tags.create(new Tag(new UUID(0, 7), Optional.of("c"), 1, Optional.of(lane)));

    Tag read = tags.update(tag, u -> u.addReads(2).place(a -> a.city("Rome")));

    assertThat(read.reads()).isEqualTo(3);
    assertThat(read.place().orElseThrow().city()).isEqualTo("Rome");
    assertThat(tags.get(tag.key())).contains(read);
    assertThat(
            catchThrowableOfType(
                TagConditionFailedException.class, () -> tags.update(tag, u -> u.addReads(1))))
        .isNotNull();
    assertThat(
            catchThrowableOfType(
                UniqueValueTakenException.class,
                () -> tags.create(new Tag(new UUID(0, 8), Optional.of("c"), 1, none()))))
        .isNotNull();
    Tag set = tags.update(read, u -> u.removeChip().chipIfAbsent("d").addReads(1));
    assertThat(set.chip()).contains("d");
    assertThat(tags.create(new Tag(new UUID(0, 8), Optional.of("c"), 1, none()))).isNotNull();
    assertThat(
            catchThrowableOfType(
                UniqueValueTakenException.class,
                () -> tags.create(new Tag(new UUID(0, 9), Optional.of("d"), 1, none()))))
        .isNotNull();
  }
}
