package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyplan.support.Transaction;
import dev.keyplan.support.TransactionFailedException;
import dev.keyplan.support.UniqueValueTakenException;
import dev.keyplan.testing.LocalDynamoDb;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.example.kennel.Address;
import org.example.kennel.Cat;
import org.example.kennel.CatConditionFailedException;
import org.example.kennel.CatRepository;
import org.example.kennel.KennelTable;
import org.example.kennel.Tag;
import org.example.kennel.TagConditionFailedException;
import org.example.kennel.TagRepository;
import org.example.kennel.Walk;
import org.example.kennel.WalkAsyncRepository;
import org.example.kennel.WalkConditionFailedException;
import org.example.kennel.WalkRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** Moves, of which one that keeps its key is a put; and what writes return of what is known. */
class KennelMovesTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

  private final AmazonDynamoDBLocal local = LocalDynamoDb.startWithStreams();
  private final List<String> calls = new ArrayList<>();
  private final DynamoDbClient client = recording(DynamoDbClient.class, local.dynamoDbClient());
  private final DynamoDbAsyncClient asyncClient =
      recording(DynamoDbAsyncClient.class, local.dynamoDbAsyncClient());
  private final WalkRepository walks = new WalkRepository(client);
  private final WalkAsyncRepository asyncWalks = new WalkAsyncRepository(asyncClient);
  private final TagRepository tags = new TagRepository(client);
  private final CatRepository cats = new CatRepository(client);
  private final Walk walk = new Walk(new UUID(0, 1), MONDAY, "Ann");

  /** A client that notes which of its methods are called. */
  private <T> T recording(Class<T> type, T delegate) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              calls.add(method.getName());
              try {
                return method.invoke(delegate, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  @BeforeEach
  void createTable() {
    client.createTable(KennelTable.DEFAULT.createTableRequest());
    walks.create(walk);
    calls.clear();
  }

  @AfterEach
  void stop() {
    local.shutdownNow();
  }

  @Test
  void aMoveThatKeepsItsKeyIsOnePut() {
    Walk changed = walks.shift(walk, MONDAY, "Bob", "Ann");

    assertThat(calls).containsExactly("putItem");
    assertThat(changed).isEqualTo(new Walk(walk.dog(), MONDAY, "Bob"));
    assertThat(walks.get(walk.key())).contains(changed);
    assertThat(walks.walks("Bob").stream()).containsExactly(changed);
    assertThat(walks.walks("Ann").stream()).isEmpty();
  }

  @Test
  void aMoveToAnotherKeyIsATransaction() {
    Walk moved = walks.shift(walk, TUESDAY, "Ann", "Ann");

    assertThat(calls).containsExactly("transactWriteItems");
    assertThat(walks.get(walk.key())).isEmpty();
    assertThat(walks.walks("Ann").stream()).containsExactly(moved);
  }

  @Test
  void bothFailAlike() {
    walks.put(new Walk(walk.dog(), MONDAY, "Cid"));
    for (LocalDate day : List.of(MONDAY, TUESDAY)) {
      WalkConditionFailedException failure =
          catchThrowableOfType(
              WalkConditionFailedException.class, () -> walks.shift(walk, day, "Bob", "Ann"));
      assertThat(failure)
          .hasMessage(
              "Walk.shift demands that the item is as it was read, and the condition holds;"
                  + " it found an item");
      assertThat(failure.found()).contains(new Walk(walk.dog(), MONDAY, "Cid"));
      assertThat(failure.isRepeated()).isFalse();
    }
    walks.create(new Walk(walk.dog(), TUESDAY, "Dan"));
    assertThat(
            catchThrowableOfType(
                WalkConditionFailedException.class,
                () -> walks.shift(new Walk(walk.dog(), MONDAY, "Cid"), TUESDAY, "Cid", "Cid")))
        .hasMessage("Walk.shift demands that no item has the new key; it found an item");
  }

  @Test
  void soDoFutures() {
    assertThat(asyncWalks.shift(walk, MONDAY, "Bob", "Ann").join().walker()).isEqualTo("Bob");
    assertThat(calls).containsExactly("putItem");
    for (LocalDate day : List.of(MONDAY, TUESDAY)) {
      CompletionException failure =
          catchThrowableOfType(
              CompletionException.class, () -> asyncWalks.shift(walk, day, "Bob", "Ann").join());
      assertThat(failure.getCause())
          .isInstanceOf(WalkConditionFailedException.class)
          .hasMessageEndingWith("the condition holds; it found an item");
    }
    assertThat(calls).containsExactly("putItem", "putItem", "transactWriteItems");
  }

  @Test
  void soAreTheRequestsWithoutAClient() {
    assertThat(walks.requests().shift(walk, MONDAY, "Bob", "Ann"))
        .isInstanceOfSatisfying(
            PutItemRequest.class,
            put ->
                assertThat(put.conditionExpression())
                    .contains("#_walker = :_read_walker AND (walker = :if_walker)"));
    assertThat(walks.requests().shift(walk, TUESDAY, "Bob", "Ann"))
        .isInstanceOfSatisfying(
            TransactWriteItemsRequest.class,
            several -> assertThat(several.transactItems()).hasSize(2));
  }

  @Test
  void inATransactionItIsOneMember() {
    Transaction transaction =
        new Transaction()
            .addAll("walk", walks.requests(), r -> r.shiftActions(walk, MONDAY, "Bob", "Ann"));
    assertThat(transaction.request().transactItems())
        .singleElement()
        .satisfies(action -> assertThat(action.put()).isNotNull());

    transaction.send(client);

    assertThat(walks.walks("Bob").stream()).hasSize(1);
    TransactionFailedException failure =
        catchThrowableOfType(
            TransactionFailedException.class, () -> transaction.token("x").send(client));
    assertThat(failure.failed().get(0).found().orElseThrow())
        .isEqualTo(new Walk(walk.dog(), MONDAY, "Bob"));
  }

  @Test
  void moveWritesAllGuardsAnew() {
    Tag tag = tags.create(Tag.builder().id(new UUID(0, 7)).chip("c").reads(1).build());
    calls.clear();

    Tag counted = tags.carry(tag, tag.id(), 2);
    Tag moved = tags.carry(counted, new UUID(0, 8), 3);
    assertThat(calls).containsExactly("transactWriteItems", "transactWriteItems");

    assertThat(tags.get(moved.key())).contains(moved);
    assertThat(
            catchThrowableOfType(
                TagConditionFailedException.class, () -> tags.carry(counted, tag.id(), 4)))
        .hasMessage("Tag.carry demands that the item is as it was read; it found none");
    assertThat(
            catchThrowableOfType(
                UniqueValueTakenException.class,
                () -> tags.create(Tag.builder().chip("c").reads(0).build())))
        .isNotNull();
  }

  @Test
  void aNewItemWithoutAUniqueValueIsOnePut() {
    Tag tag = tags.create(Tag.builder().reads(0).build());
    assertThat(calls).containsExactly("putItem");
    calls.clear();
    tags.delete(tag);

    assertThat(calls).containsExactly("deleteItem");
    assertThat(tags.get(tag.key())).isEmpty();
    assertThat(catchThrowableOfType(TagConditionFailedException.class, () -> tags.delete(tag)))
        .hasMessage("Tag.delete demands that the item is as it was read; it found none");
  }

  @Test
  void writesReturnWhatWasThereBefore() {
    Tag tag = tags.create(Tag.builder().chip("c").reads(1).build());

    assertThat(tags.retag(tag, "d")).isEqualTo(tag);
    Tag now = tags.get(tag.key()).orElseThrow();
    assertThat(now.chip()).contains("d");
    assertThat(tags.read(tag.key())).isEqualTo(now);
    Tag read = tags.get(tag.key()).orElseThrow();
    assertThat(read.reads()).isEqualTo(2);
    tags.untag(read);
    Tag without = tags.get(tag.key()).orElseThrow();
    assertThat(without.chip()).isEmpty();
    assertThat(tags.lose(without)).isEqualTo(without);
    assertThat(tags.get(tag.key())).isEmpty();
    assertThat(tags.requests().lose(without)).isInstanceOf(DeleteItemRequest.class);
    assertThat(tags.requests().update(tag, u -> u.reads(9))).isInstanceOf(UpdateItemRequest.class);
  }

  @Test
  void soDoThoseOfAnEntityWithAVersion() {
    Cat cat =
        cats.create(
            Cat.builder()
                .owner("Ann")
                .lives(9)
                .visits(List.of())
                .toys(Set.of())
                .home(new Address("Lane 1", "Bern", opt(), opt(), 1, opt()))
                .weight(new BigDecimal("4.20"))
                .build());

    assertThat(cats.count(cat, 8)).isEqualTo(cat);
    Cat now = cats.get(cat.key()).orElseThrow();
    assertThat(now.lives()).isEqualTo(8);
    assertThat(now.version()).isEqualTo(2);
    assertThat(
            catchThrowableOfType(CatConditionFailedException.class, () -> cats.leave(cat)).found())
        .contains(now);
    assertThat(cats.leave(now)).isEqualTo(now);
    assertThat(cats.get(cat.key())).isEmpty();
  }

  private static <T> Optional<T> opt() {
    return Optional.empty();
  }
}
