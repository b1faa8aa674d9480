package org.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.support.Page;
import dev.keyplan.testing.LocalDynamoDb;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.example.passes.Pass;
import org.example.passes.PassAsyncRepository;
import org.example.passes.PassPlate;
import org.example.passes.PassRepository;
import org.example.passes.PassesTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** Reads of an index whose key has the time when items expire. */
class PassesTest {
  private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
  private static final int PASSES = 12;

  private final AmazonDynamoDBLocal local = LocalDynamoDb.startWithStreams();
  private final DynamoDbClient client = local.dynamoDbClient();
  private final DynamoDbAsyncClient asyncClient = local.dynamoDbAsyncClient();
  private final Hand clock = new Hand();
  private final PassesTable table = PassesTable.DEFAULT.withClock(clock);
  private final PassRepository passes = new PassRepository(client, table);
  private final PassAsyncRepository later = new PassAsyncRepository(asyncClient, table);

  /** A clock that is moved by hand. */
  private static final class Hand extends Clock {
    private Instant time = NOON.plusMillis(500);

    @Override
    public Instant instant() {
      return time;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @BeforeEach
  void createTable() {
    client.createTable(table.createTableRequest());
  }

  @AfterEach
  void stop() {
    client.close();
    asyncClient.close();
  }

  /** Of twelve, from six hours before noon to five hours after it, those of after it are left. */
  private void fill() {
    for (int i = 0; i < PASSES; i++) {
      passes.create(
          Pass.builder()
              .id("p" + i)
              .zone("north")
              .gate("g")
              .plate("plate" + i)
              .holder(i % 2 == 0 ? "ann" : "bob")
              .endsAt(end(i))
              .build());
    }
  }

  private static Instant end(int number) {
    return NOON.plus(Duration.ofHours(number - PASSES / 2));
  }

  private static List<String> ids(Stream<Pass> found) {
    return found.map(Pass::id).toList();
  }

  @Test
  void shardsAreMergedWithoutWhatHasExpired() {
    fill();
    List<String> unexpired = List.of("p7", "p8", "p9", "p10", "p11");

    assertThat(ids(passes.ofZone("north").stream())).isEqualTo(unexpired);
    assertThat(ids(later.ofZone("north").toList().join().stream())).isEqualTo(unexpired);
    assertThat(ids(passes.ofZone("north").limit(3).stream())).isEqualTo(unexpired.subList(0, 3));
    assertThat(passes.ofZone("north").first()).map(Pass::id).contains("p7");
    assertThat(passes.ofZoneUntil("north", end(8)).stream())
        .containsExactly(new PassPlate("p7", "plate7"), new PassPlate("p8", "plate8"));
    assertThat(later.ofZoneUntil("north", end(8)).toList().join()).hasSize(2);
  }

  @Test
  void pagesOfShardsGoOnWhenTimeDoes() {
    fill();
    for (int size = 1; size <= 5; size++) {
      List<String> all = new ArrayList<>();
      Page<Pass> page = passes.ofZone("north").pageSize(size).page();
      all.addAll(ids(page.items().stream()));
      while (page.next().isPresent()) {
        page = passes.ofZone("north").pageSize(size).page(page.next().get());
        all.addAll(ids(page.items().stream()));
      }
      assertThat(all).containsExactly("p7", "p8", "p9", "p10", "p11");
    }

    Page<Pass> first = passes.ofZone("north").pageSize(2).page();
    clock.time = end(10);
    assertThat(ids(first.items().stream())).containsExactly("p7", "p8");
    Page<Pass> second = passes.ofZone("north").pageSize(2).page(first.next().orElseThrow());
    assertThat(ids(second.items().stream())).containsExactly("p11");
  }

  @Test
  void bucketsAreReadWithoutWhatHasExpired() {
    fill();
    passes.create(
        Pass.builder()
            .id("next")
            .zone("north")
            .gate("g")
            .plate("n")
            .holder("ann")
            .endsAt(NOON.plus(Duration.ofDays(2)))
            .build());
    Instant from = NOON.minus(Duration.ofDays(40));
    Instant to = NOON.plus(Duration.ofDays(5));

    assertThat(ids(passes.inMonths("north", from, to).stream()))
        .containsExactly("p7", "p8", "p9", "p10", "p11", "next");
    assertThat(later.inMonths("north", from, to).toList().join()).hasSize(6);
    assertThat(passes.monthsCount("north", from, to)).isEqualTo(6);
    assertThat(later.monthsCount("north", from, to).join()).isEqualTo(6);
  }

  @Test
  void countsLeaveItOut() {
    fill();

    assertThat(List.of(passes.gateCount("g"), later.gateCount("g").join())).containsOnly(5L);
    assertThat(List.of(passes.zoneCount("north"), later.zoneCount("north").join()))
        .containsOnly(5L);
    assertThat(List.of(passes.gateUpTo("g"), later.gateUpTo("g").join())).containsOnly(2L);
    assertThat(passes.allAtGate("g")).isEqualTo(PASSES);
    assertThat(List.of(passes.untilCount("g", end(9)), later.untilCount("g", end(9)).join()))
        .containsOnly(3L);
    assertThat(passes.untilCount("g", end(3))).isZero();
    assertThat(List.of(passes.untilUpTo("g", end(9)), later.untilUpTo("g", end(9)).join()))
        .containsOnly(2L);
    assertThat(passes.untilUpTo("g", end(7))).isEqualTo(1);
    assertThat(passes.zoneUntil("north", end(9))).isEqualTo(3);
    assertThat(later.zoneUntil("north", end(9)).join()).isEqualTo(3);
    assertThat(passes.heldIn("north", end(10), "bob")).isEqualTo(2);
    clock.time = end(8);
    assertThat(passes.gateCount("g")).isEqualTo(3);
    assertThat(passes.untilCount("g", end(9))).isEqualTo(1);
  }

  /** Where nothing else is said of the time, what has expired is not read. */
  @Test
  void countsDoNotReadItIfTheyNeedNot() {
    fill();
    var request = passes.requests().gateCount("g", clock.instant());

    assertThat(request.select()).isEqualTo(Select.COUNT);
    assertThat(client.query(request).scannedCount()).isEqualTo(5);
    assertThat(client.query(passes.requests().untilCount("g", end(9))).items())
        .allSatisfy(item -> assertThat(item).containsOnlyKeys("endsAt"));
  }
}
