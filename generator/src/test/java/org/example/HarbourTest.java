package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.support.Concurrency;
import dev.keyplan.support.Page;
import dev.keyplan.support.Scan;
import dev.keyplan.testing.LocalDynamoDb;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.example.harbour.Anything;
import org.example.harbour.Call;
import org.example.harbour.CallAsyncRepository;
import org.example.harbour.CallRepository;
import org.example.harbour.Cargo;
import org.example.harbour.CargoAsyncRepository;
import org.example.harbour.CargoRepository;
import org.example.harbour.HarbourTable;
import org.example.harbour.ShipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** What takes several requests, by both clients, one after another and at the same time. */
class HarbourTest {
  private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant TO = FROM.plus(Duration.ofDays(9));

  private final AmazonDynamoDBLocal local = LocalDynamoDb.startWithStreams();
  private final DynamoDbClient client = local.dynamoDbClient();
  private final DynamoDbAsyncClient asyncClient = local.dynamoDbAsyncClient();
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final HarbourTable alone = HarbourTable.DEFAULT;
  private final HarbourTable together = alone.withConcurrency(Concurrency.of(4, threads));
  private final CallRepository calls = new CallRepository(client, alone);
  private final CallRepository callsTogether = new CallRepository(client, together);
  private final CallAsyncRepository asyncCalls = new CallAsyncRepository(asyncClient, together);
  private final CargoRepository cargo = new CargoRepository(client, alone);
  private final CargoRepository cargoTogether = new CargoRepository(client, together);
  private final CargoAsyncRepository asyncCargo = new CargoAsyncRepository(asyncClient, together);

  private final List<Call> allCalls = IntStream.range(0, 60).mapToObj(HarbourTest::call).toList();
  private final List<Cargo> allCargo =
      IntStream.range(1, 120)
          .mapToObj(n -> Cargo.builder().number(n).ship("ship " + n % 3).weight(n * 10).build())
          .toList();

  private static Call call(int number) {
    return Call.builder()
        .id(new UUID(7, number))
        .at(FROM.plus(Duration.ofHours(number * 5L % 211)))
        .ship("ship " + number % 3)
        .berth(1 + number % 9)
        .build();
  }

  @BeforeEach
  void fill() {
    client.createTable(alone.createTableRequest());
    callsTogether.putAll(allCalls);
    asyncCargo.putAll(allCargo).join();
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    asyncClient.close();
    client.close();
    local.shutdownNow();
  }

  @Test
  void readsShardsOfDaysInOneOrder() {
    List<Call> latestFirst =
        allCalls.stream()
            .filter(call -> !call.at().isAfter(TO))
            .sorted(
                Comparator.comparing(Call::at)
                    .thenComparing(call -> call.id().toString())
                    .reversed())
            .toList();

    assertThat(calls.calls(FROM, TO).stream().toList()).isEqualTo(latestFirst);
    assertThat(callsTogether.calls(FROM, TO).stream().toList()).isEqualTo(latestFirst);
    assertThat(asyncCalls.calls(FROM, TO).toList().join()).isEqualTo(latestFirst);
    assertThat(calls.callCount(FROM, TO)).isEqualTo(latestFirst.size());
    assertThat(callsTogether.callCount(FROM, TO)).isEqualTo(latestFirst.size());
    assertThat(asyncCalls.callCount(FROM, TO).join()).isEqualTo(latestFirst.size());
  }

  /** A cursor goes on wherever it is given. */
  @Test
  void pagesByAnyClient() {
    List<Call> read = new ArrayList<>();
    Page<Call> page = calls.calls(FROM, TO).page();
    read.addAll(page.items());
    for (int i = 1; page.next().isPresent(); i++) {
      String cursor = page.next().get();
      List<Page<Call>> same =
          List.of(
              calls.calls(FROM, TO).page(cursor),
              callsTogether.calls(FROM, TO).page(cursor),
              asyncCalls.calls(FROM, TO).page(cursor).join());
      assertThat(same).containsOnly(same.get(0));
      page = same.get(i % 3);
      read.addAll(page.items());
    }
    assertThat(read).isEqualTo(calls.calls(FROM, TO).stream().toList());
  }

  @Test
  void fetchesSeveralEntitiesFromAnIndex() {
    List<ShipFile> file = calls.ofShip("ship 1").stream().toList();

    assertThat(file).hasSize(20 + 40);
    assertThat(file).filteredOn(Call.class::isInstance).hasSize(20);
    assertThat(file).contains(allCalls.get(1), allCargo.get(0));
    assertThat(callsTogether.ofShip("ship 1").stream().toList()).isEqualTo(file);
    assertThat(asyncCalls.ofShip("ship 1").toList().join()).isEqualTo(file);
    assertThat(items(asyncCalls.ofShip("ship 1").items())).isEqualTo(file);
    Page<ShipFile> first = asyncCalls.ofShip("ship 1").page().join();
    assertThat(first.items()).isEqualTo(file.subList(0, 4));
    assertThat(asyncCalls.ofShip("ship 1").page(first.next().orElseThrow()).join())
        .isEqualTo(calls.ofShip("ship 1").page(first.next().orElseThrow()));
    cargo.delete(allCargo.get(0).key());
    assertThat(asyncCalls.ofShip("ship 1").toList().join()).hasSize(59);
    assertThat(asyncCalls.ofShip("none").toList().join()).isEmpty();
    assertThat(asyncCalls.ofShip("none").first().join()).isEmpty();
  }

  private static <T> List<T> items(SdkPublisher<T> publisher) {
    List<T> items = new ArrayList<>();
    publisher.subscribe(items::add).join();
    return items;
  }

  @Test
  void scansSegmentsAtTheSameTime() {
    for (int segments : List.of(1, 3, 16)) {
      assertThat(cargo.allCargo().stream(segments)).containsExactlyInAnyOrderElementsOf(allCargo);
      assertThat(cargoTogether.allCargo().pageSize(7).stream(segments))
          .containsExactlyInAnyOrderElementsOf(allCargo);
      assertThat(asyncCargo.allCargo().toList(segments).join())
          .containsExactlyInAnyOrderElementsOf(allCargo);
      assertThat(items(asyncCargo.allCargo().pageSize(7).items(segments)))
          .containsExactlyInAnyOrderElementsOf(allCargo);
    }
    List<Object> all = Stream.<Object>concat(allCalls.stream(), allCargo.stream()).toList();
    assertThat(List.<Object>copyOf(asyncCalls.anything().toList(5).join()))
        .containsExactlyInAnyOrderElementsOf(all);
    List<Anything> parts = new ArrayList<>();
    for (int segment = 0; segment < 4; segment++) {
      parts.addAll(asyncCalls.anything().segment(segment, 4).toList().join());
    }
    assertThat(List.<Object>copyOf(parts)).containsExactlyInAnyOrderElementsOf(all);
  }

  /** As docs/generated-code.md has it. */
  @Test
  void scansInSegments() {
    Scan<Cargo> scan = new CargoRepository(client, together).allCargo();
    List<Cargo> all = scan.stream(8).toList();
    assertThat(all).containsExactlyInAnyOrderElementsOf(allCargo);
  }

  @Test
  void scansNoMoreThanTheLimit() {
    assertThat(cargo.heavy(500).stream(3)).hasSize(5).allMatch(c -> c.weight() >= 500);
    assertThat(cargoTogether.heavy(500).stream(3)).hasSize(5);
    assertThat(asyncCargo.heavy(500).toList(3).join()).hasSize(5).doesNotHaveDuplicates();
    assertThat(cargo.allCargo().limit(9).stream(4)).hasSize(9).doesNotHaveDuplicates();
    assertThat(cargo.allCargo().stream(4).findFirst()).isPresent();
  }

  @Test
  void refusesSegmentsOfASegment() {
    for (int wrong : List.of(0, -1)) {
      assertThatThrownBy(() -> cargo.allCargo().stream(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("The number of segments is " + wrong);
    }
    assertThatThrownBy(() -> cargo.allCargo().segment(0, 2).stream(2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> asyncCargo.allCargo().segment(0, 2).toList(2))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
