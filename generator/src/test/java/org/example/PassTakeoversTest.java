package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyplan.support.Transaction;
import dev.keyplan.support.TransactionFailedException;
import dev.keyplan.support.UniqueValueTakenException;
import dev.keyplan.testing.LocalDynamoDb;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.example.passes.Box;
import org.example.passes.BoxConditionFailedException;
import org.example.passes.BoxRepository;
import org.example.passes.Loan;
import org.example.passes.LoanConditionFailedException;
import org.example.passes.LoanRepository;
import org.example.passes.Pass;
import org.example.passes.PassAsyncRepository;
import org.example.passes.PassConditionFailedException;
import org.example.passes.PassRepository;
import org.example.passes.PassesTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** What takes the place of what has expired, while DynamoDB deletes it at some time, or never. */
class PassTakeoversTest {
  private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(3_600);
  private static final int CALLERS = 4;

  private final AmazonDynamoDBLocal local = LocalDynamoDb.startWithStreams();
  private final DynamoDbClient client = local.dynamoDbClient();
  private final DynamoDbAsyncClient asyncClient = local.dynamoDbAsyncClient();
  private final PassesTable table =
      PassesTable.DEFAULT.withClock(Clock.fixed(NOON.plusMillis(500), ZoneOffset.UTC));
  private final PassRepository passes = new PassRepository(client, table);
  private final PassAsyncRepository later = new PassAsyncRepository(asyncClient, table);
  private final BoxRepository boxes = new BoxRepository(client, table);
  private final LoanRepository loans = new LoanRepository(client, table);

  @BeforeEach
  void createTable() {
    client.createTable(table.createTableRequest());
  }

  @AfterEach
  void stop() {
    client.close();
    asyncClient.close();
  }

  private static Pass pass(String id, String plate, Instant end) {
    return Pass.builder()
        .id(id)
        .zone("north")
        .gate("g")
        .plate(plate)
        .holder("holder of " + id)
        .endsAt(end)
        .build();
  }

  private static Box box(int number, String label, Instant end) {
    return Box.builder().number(number).label(label).row("r").endsAt(end).build();
  }

  private static Loan loan(String holder, Instant end) {
    return Loan.builder().name("key").holder(holder).endsAt(end).build();
  }

  private static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
  }

  private static Map<String, AttributeValue> guardOf(String plate) {
    String text = "UNIQUE#Pass#plate#" + plate;
    return key(text, text);
  }

  /** As DynamoDB does when an item has expired: without its guard, or the guard without it. */
  private void expire(Map<String, AttributeValue> key) {
    client.deleteItem(d -> d.tableName(table.name()).key(key));
  }

  private String ownerOf(String plate) {
    return client
        .getItem(g -> g.tableName(table.name()).key(guardOf(plate)).consistentRead(true))
        .item()
        .get("_of")
        .m()
        .get("pk")
        .s();
  }

  @Test
  void valuesOfLiveItemsAreTaken() {
    passes.create(pass("a", "X", NOON.plusSeconds(1)));

    assertThatThrownBy(() -> passes.create(pass("b", "X", LATER)))
        .isInstanceOf(UniqueValueTakenException.class);
    assertThatThrownBy(later.create(pass("b", "X", LATER))::join)
        .hasCauseInstanceOf(UniqueValueTakenException.class);
    Pass other = passes.create(pass("b", "Y", LATER));
    assertThatThrownBy(() -> passes.transfer(other, "X"))
        .isInstanceOf(UniqueValueTakenException.class);
  }

  @Test
  void guardsThatAreLeftBehindHoldNoValue() {
    // The second one has expired for so long that DynamoDB never deletes it.
    for (Instant end : List.of(NOON, NOON.minus(Duration.ofDays(3_000)))) {
      passes.create(pass("a", "X", end));
      expire(key("PASS#a", "PASS"));
      assertThat(passes.byPlate("X")).isEmpty();

      Pass second = passes.create(pass("b", "X", LATER));
      assertThat(passes.byPlate("X")).contains(second);
      passes.delete(second);
      passes.create(pass("a", "X", end));
      expire(key("PASS#a", "PASS"));
      Pass third = later.create(pass("c", "X", LATER)).join();
      assertThat(later.byPlate("X").join()).contains(third);
      passes.delete(third);
    }
  }

  @Test
  void expiredItemsHoldNoValue() {
    Pass old = passes.create(pass("a", "X", NOON));
    Pass taker = passes.create(pass("b", "Y", LATER));
    Pass owner = passes.transfer(taker, "X");
    assertThat(passes.byPlate("X")).contains(owner);

    assertThatThrownBy(() -> passes.prolong(old, LATER))
        .isInstanceOf(UniqueValueTakenException.class);
    assertThatThrownBy(() -> passes.update(old, u -> u.endsAt(LATER)))
        .isInstanceOf(UniqueValueTakenException.class);
    // Nothing that becomes of the old one takes the value from the new one.
    Pass renamed = passes.transfer(old, "Z");
    assertThat(ownerOf("X")).isEqualTo("PASS#b");
    assertThat(ownerOf("Z")).isEqualTo("PASS#a");
    Pass back = passes.update(renamed, u -> u.plate("W"));
    passes.delete(back);
    assertThat(passes.anyPass("a")).isEmpty();
    assertThat(passes.byPlate("X")).contains(owner);
  }

  @Test
  void whatHasExpiredIsDeletedWithoutTheGuardsOfOthers() {
    Pass first = passes.create(pass("a", "X", NOON));
    Pass second = passes.create(pass("b", "X", NOON));
    Pass owner = passes.create(pass("c", "X", LATER));

    passes.delete(first);
    later.delete(second).join();
    assertThat(passes.anyPass("a")).isEmpty();
    assertThat(passes.anyPass("b")).isEmpty();
    assertThat(passes.byPlate("X")).contains(owner);
    // A member of a transaction is all or nothing.
    Pass third = passes.update(owner, u -> u.endsAt(NOON));
    passes.create(pass("d", "X", LATER));
    TransactionFailedException failed =
        catchThrowableOfType(
            TransactionFailedException.class,
            () ->
                new Transaction()
                    .addAll("pass", passes.requests(), r -> r.deleteActions(third))
                    .send(client));
    assertThat(failed.failed()).hasSize(1);
  }

  @Test
  void guardsThatGoBeforeTheirItemAreTakenOnce() {
    Pass old = passes.create(pass("a", "X", NOON));
    expire(guardOf("X"));
    Pass owner = passes.create(pass("b", "X", LATER));

    assertThatThrownBy(() -> passes.prolong(old, LATER))
        .isInstanceOf(UniqueValueTakenException.class);
    passes.delete(old);
    assertThat(passes.byPlate("X")).contains(owner);
    Pass again = passes.create(pass("c", "Y", NOON));
    expire(guardOf("Y"));
    Pass prolonged = passes.prolong(again, LATER);
    assertThat(passes.byPlate("Y")).contains(prolonged);
  }

  /** The second one was as far when it read, and counts on that what it read is still there. */
  @Test
  void whoComesSecondTakesNothingFromTheFirst() {
    passes.create(pass("a", "X", NOON));
    Pass read = passes.anyPass("a").orElseThrow();
    passes.delete(read);
    Pass taken = passes.create(pass("a", "Y", LATER));
    assertThat(taken.version()).isEqualTo(read.version());

    List<Callable<Object>> writes =
        List.of(
            () -> passes.prolong(read, LATER.plusSeconds(1)),
            () -> passes.transfer(read, "Z"),
            () -> passes.update(read, u -> u.holder("second")),
            () -> passes.update(read, u -> u.plate("Z").endsAt(LATER)),
            () -> {
              passes.delete(read);
              return read;
            });
    for (Callable<Object> write : writes) {
      assertThat(catchThrowableOfType(PassConditionFailedException.class, write::call).found())
          .contains(taken);
    }
    assertThatThrownBy(later.delete(read)::join)
        .hasCauseInstanceOf(PassConditionFailedException.class);
    assertThatThrownBy(later.update(read, u -> u.holder("second"))::join)
        .hasCauseInstanceOf(PassConditionFailedException.class);
    assertThat(passes.byPlate("Y")).contains(taken);
    assertThat(passes.byPlate("X")).isEmpty();
  }

  @Test
  void whoComesSecondTakesNothingFromTheFirstWithAVersionAlone() {
    loans.create(loan("ann", NOON));
    Loan read = loans.anyLoan("key").orElseThrow();
    loans.delete(read);
    Loan taken = loans.create(loan("bob", LATER));

    assertThat(taken.version()).isEqualTo(read.version());
    assertThatThrownBy(() -> loans.delete(read)).isInstanceOf(LoanConditionFailedException.class);
    assertThatThrownBy(() -> loans.lend(read, "cyd", LATER))
        .isInstanceOf(LoanConditionFailedException.class);
    assertThatThrownBy(() -> loans.update(read, u -> u.holder("cyd")))
        .isInstanceOf(LoanConditionFailedException.class);
    Loan other = read.toBuilder().holder("cyd").endsAt(LATER).build();
    assertThatThrownBy(() -> loans.replace(other)).isInstanceOf(LoanConditionFailedException.class);
    assertThat(loans.get(taken.key())).contains(taken);
    Loan longer = loans.lend(taken, "bob", LATER.plusSeconds(1));
    assertThat(loans.get(taken.key())).contains(longer);
  }

  @Test
  void whoComesSecondTakesNothingFromTheFirstWithoutAVersion() {
    Box read = boxes.create(box(1, "L", NOON));
    boxes.delete(read);
    Box taken = boxes.create(box(1, "M", LATER));

    assertThatThrownBy(() -> boxes.delete(read)).isInstanceOf(BoxConditionFailedException.class);
    assertThatThrownBy(() -> boxes.update(read, u -> u.removeEndsAt()))
        .isInstanceOf(BoxConditionFailedException.class);
    assertThatThrownBy(() -> boxes.relabel(read, 2))
        .isInstanceOf(BoxConditionFailedException.class);
    assertThat(boxes.get(taken.key())).contains(taken);
    Box old = boxes.create(box(3, "N", NOON));
    boxes.create(box(4, "N", LATER));
    // For good, or with another key: the label is another one's.
    assertThatThrownBy(() -> boxes.update(old, u -> u.removeEndsAt()))
        .isInstanceOf(UniqueValueTakenException.class);
    assertThatThrownBy(() -> boxes.relabel(old, 5)).isInstanceOf(UniqueValueTakenException.class);
    Box renamed = boxes.update(old, u -> u.label("O").removeEndsAt());
    assertThat(boxes.relabel(renamed, 5).label()).isEqualTo("O");
  }

  @Test
  void whatWasProlongedMeanwhileIsNotTaken() {
    Pass read = passes.create(pass("a", "X", NOON));
    Pass prolonged = passes.prolong(read, LATER);

    assertThatThrownBy(() -> passes.delete(read)).isInstanceOf(PassConditionFailedException.class);
    assertThatThrownBy(() -> passes.update(read, u -> u.holder("second")))
        .isInstanceOf(PassConditionFailedException.class);
    assertThatThrownBy(() -> passes.create(pass("b", "X", LATER)))
        .isInstanceOf(UniqueValueTakenException.class);
    assertThat(passes.byPlate("X")).contains(prolonged);
  }

  @Test
  void whatIsDeletedMeanwhileIsNotThereForOneThatHasReadIt() {
    Pass read = passes.create(pass("a", "X", NOON));
    expire(key("PASS#a", "PASS"));

    assertThat(
            catchThrowableOfType(PassConditionFailedException.class, () -> passes.delete(read))
                .found())
        .isEmpty();
    assertThatThrownBy(() -> passes.prolong(read, LATER))
        .isInstanceOf(PassConditionFailedException.class);
    assertThat(passes.anyPass("a")).isEmpty();
    Pass taken = passes.create(pass("a", "X", LATER));
    assertThat(passes.byPlate("X")).contains(taken);
  }

  @Test
  void transactionsTakeWhatHasExpired() {
    passes.create(pass("a", "X", NOON));
    expire(key("PASS#a", "PASS"));
    boxes.create(box(1, "L", NOON));
    Pass pass = pass("b", "X", LATER);
    Box box = box(2, "L", LATER);

    passes.park(pass, box, table.clock().instant(), "token");
    passes.park(pass, box, table.clock().instant(), "token");
    assertThat(passes.byPlate("X")).map(Pass::id).contains("b");
    TransactionFailedException failed =
        catchThrowableOfType(
            TransactionFailedException.class,
            () -> passes.park(pass("c", "X", LATER), box(3, "M", LATER)));
    assertThat(failed.failed().get(0).taken()).containsExactly("plate");
  }

  /** All of them at once, again and again: one gets it. */
  @Test
  void oneOfManyTakesAValue() throws Exception {
    for (int round = 0; round < 8; round++) {
      String plate = "P" + round;
      passes.create(pass("old" + round, plate, NOON));
      List<Callable<Pass>> callers = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        Pass own = pass("r" + round + "c" + caller, plate, LATER);
        boolean isAsync = caller % 2 == 0;
        callers.add(() -> isAsync ? later.create(own).join() : passes.create(own));
      }
      List<Pass> winners = new ArrayList<>(atOnce(callers));
      if (winners.isEmpty()) {
        // Transactions may have cancelled each other; what is left of them locks nothing.
        winners.add(passes.create(pass("r" + round + "c0", plate, LATER)));
      }

      assertThat(winners).hasSize(1);
      assertThat(passes.byPlate(plate)).contains(winners.get(0));
      for (int caller = 0; caller < CALLERS; caller++) {
        String id = "r" + round + "c" + caller;
        assertThat(passes.get(new Pass.Key(id)).isPresent())
            .isEqualTo(id.equals(winners.get(0).id()));
      }
    }
  }

  /** Each reads what has expired, deletes it as it was read, and creates its own. */
  @Test
  void oneOfManyTakesAnItem() throws Exception {
    for (int round = 0; round < 8; round++) {
      String id = "i" + round;
      String plate = "Q" + round;
      passes.create(pass(id, plate, NOON));
      List<Callable<Pass>> callers = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        Pass own = pass(id, plate + caller, LATER);
        callers.add(
            () -> {
              Pass read = passes.anyPass(id).orElseThrow();
              if (!read.endsAt().equals(NOON)) {
                throw new IllegalStateException("taken");
              }
              passes.delete(read);
              return passes.create(own);
            });
      }
      List<Pass> winners = atOnce(callers);

      assertThat(winners).hasSizeLessThanOrEqualTo(1);
      for (Pass winner : winners) {
        assertThat(passes.get(winner.key())).contains(winner);
        assertThat(passes.byPlate(winner.plate())).contains(winner);
      }
    }
  }

  /** The results of those that did not fail; the others failed as they may. */
  private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(calls.size());
    try {
      CyclicBarrier barrier = new CyclicBarrier(calls.size());
      List<Future<T>> futures = new ArrayList<>();
      for (Callable<T> call : calls) {
        futures.add(
            pool.submit(
                () -> {
                  barrier.await();
                  return call.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        try {
          results.add(future.get());
        } catch (ExecutionException e) {
          Throwable cause =
              e.getCause() instanceof CompletionException wrapped
                  ? wrapped.getCause()
                  : e.getCause();
          assertThat(cause)
              .isInstanceOfAny(
                  UniqueValueTakenException.class,
                  TransactionFailedException.class,
                  PassConditionFailedException.class,
                  NoSuchElementException.class,
                  IllegalStateException.class);
        }
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}
