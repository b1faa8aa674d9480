package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.support.Concurrency;
import dev.keyplan.support.NotUniqueResultException;
import dev.keyplan.support.Page;
import dev.keyplan.support.internal.Batch;
import dev.keyplan.testing.LocalDynamoDb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.example.fleet.BoardLine;
import org.example.fleet.Driving;
import org.example.fleet.FleetTable;
import org.example.fleet.Journey;
import org.example.fleet.LogTable;
import org.example.fleet.Measured;
import org.example.fleet.NearTrip;
import org.example.fleet.Reading;
import org.example.fleet.ReadingRepository;
import org.example.fleet.Seats;
import org.example.fleet.StopNote;
import org.example.fleet.Trip;
import org.example.fleet.TripNote;
import org.example.fleet.TripRepository;
import org.example.fleet.TripState;
import org.example.fleet.TripStops;
import org.example.fleet.Vehicle;
import org.example.fleet.VehicleRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.Select;

class FleetTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  private final DynamoDbClient client = LocalDynamoDb.start();
  private final TripRepository trips = new TripRepository(client);
  private final VehicleRepository vehicles = new VehicleRepository(client);
  private final ReadingRepository readings = new ReadingRepository(client);

  @BeforeEach
  void createTables() {
    client.createTable(FleetTable.DEFAULT.createTableRequest());
    client.createTable(LogTable.DEFAULT.createTableRequest());
  }

  @AfterEach
  void stop() {
    client.close();
  }

  /** Day n, which is so long; all even trips are done. */
  private static Trip.Builder trip(String plate, int n) {
    return Trip.builder()
        .plate(plate)
        .started(day(n))
        .id(new UUID(0, n))
        .driver("ann")
        .region("north")
        .depot("old")
        .state(n % 2 == 0 ? TripState.DONE : TripState.DRIVING)
        .stops(n % 10)
        .distance(500 - n);
  }

  private static Instant day(int n) {
    return START.plusSeconds(86_400L * n);
  }

  private static int number(Trip trip) {
    return (int) trip.id().getLeastSignificantBits();
  }

  private static List<Integer> numbers(Stream<Trip> found) {
    return found.map(FleetTest::number).toList();
  }

  private void drive(int count) {
    vehicles.create(Vehicle.builder().plate("AB 1").seats(2).home("old").build());
    vehicles.create(Vehicle.builder().plate("CD 2").seats(7).home("new").build());
    IntStream.rangeClosed(1, count).forEach(n -> trips.create(trip("AB 1", n).build()));
  }

  @Test
  void readsTheNamedPathWhereSeveralServe() {
    drive(5);

    assertThat(trips.requests().trips("AB 1").indexName()).isNull();
    assertThat(numbers(trips.trips("AB 1").stream())).containsExactly(1, 2, 3, 4, 5);
    assertThat(trips.requests().driven("ann", day(2), day(4)).indexName())
        .isEqualTo("driver-index");
    assertThat(numbers(trips.driven("ann", day(2), day(4)).stream())).containsExactly(2, 3, 4);
    assertThat(numbers(trips.longest("AB 1").stream())).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void bindsTheAttributesOfAListFromTheLeft() {
    drive(8);
    trips.create(trip("CD 2", 9).depot("new").build());

    assertThat(numbers(trips.inArea("north", "old").stream())).hasSize(8);
    assertThat(numbers(trips.inState("north", "old", TripState.DONE).stream()))
        .containsExactly(8, 6, 4, 2);
    assertThat(numbers(trips.since("north", "old", TripState.DONE, day(5)).stream()))
        .containsExactly(6, 8);
    assertThat(numbers(trips.between("north", "old", TripState.DONE, day(2), day(6)).stream()))
        .containsExactly(2, 4, 6);
    assertThat(numbers(trips.atInstant("north", "old", TripState.DRIVING, day(3)).stream()))
        .containsExactly(3);
    assertThat(trips.withStops("north", "old", TripState.DRIVING, day(3), 2).stream())
        .containsExactly(new TripStops(new UUID(0, 3), 3));
    assertThat(trips.withStops("north", "old", TripState.DRIVING, day(3), 3).stream()).isEmpty();
  }

  @Test
  void goesOnBehindAKeyOfSeveralAttributes() {
    drive(8);

    Page<Trip> first = trips.inState("north", "old", TripState.DONE).page();
    assertThat(numbers(first.items().stream())).containsExactly(8, 6, 4);
    String cursor = first.next().orElseThrow();
    assertThat(numbers(trips.inState("north", "old", TripState.DONE).page(cursor).items().stream()))
        .containsExactly(2);
  }

  @Test
  void fetchesWhatALocalIndexLacks() {
    drive(5);
    trips.create(trip("AB 1", 6).distance(7).note("a flat tyre").build());

    assertThat(trips.requests().longest("AB 1").select()).isEqualTo(Select.ALL_ATTRIBUTES);
    List<Trip> longest = trips.longest("AB 1").stream().toList();
    assertThat(numbers(longest.stream())).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(longest.get(5).note()).contains("a flat tyre");
    assertThat(trips.longNotes("AB 1", 498).stream())
        .containsExactly(new TripNote(499, Optional.empty()));
    assertThat(trips.longNotes("AB 1", 1).first())
        .contains(new TripNote(7, Optional.of("a flat tyre")));
  }

  @Test
  void fetchesWhatAGlobalIndexLacks() {
    IntStream.rangeClosed(1, 5)
        .forEach(n -> trips.create(trip("P " + n, n).stops(9).note("note " + n).build()));

    assertThat(trips.requests().withStopsOf(9).projectionExpression()).isEqualTo("pk, sk");
    assertThat(numbers(trips.withStopsOf(9).stream())).containsExactly(5, 4, 3, 2, 1);
    Page<Trip> page = trips.withStopsOf(9).page();
    assertThat(page.items())
        .extracting(Trip::note)
        .containsExactly(Optional.of("note 5"), Optional.of("note 4"));
    assertThat(numbers(trips.withStopsOf(9).page(page.next().orElseThrow()).items().stream()))
        .containsExactly(3, 2);
    assertThat(trips.notesOf(9, day(5)).stream())
        .containsExactly(new StopNote(new UUID(0, 5), Optional.of("note 5")));
    assertThat(numbers(trips.firstThree(9).stream())).containsExactly(1, 2, 3);
    assertThat(trips.byId(new UUID(0, 4)).flatMap(Trip::note)).contains("note 4");
    assertThat(trips.byId(new UUID(0, 6))).isEmpty();
    trips.create(trip("P 0", 4).build());
    assertThatThrownBy(() -> trips.byId(new UUID(0, 4)))
        .isInstanceOf(NotUniqueResultException.class);
    assertThat(trips.withStopsOf(8).stream()).isEmpty();
  }

  @Test
  void leavesOutWhatIsGoneBeforeItIsFetched() {
    drive(3);
    List<Map<String, AttributeValue>> entries =
        client.query(trips.requests().trips("AB 1")).items();
    trips.delete(trip("AB 1", 2).build().key());

    Batch batch = new Batch(client, "fleet", Set.of("pk", "sk"), Concurrency.DEFAULT);
    assertThat(batch.items(entries)).containsExactly(entries.get(0), entries.get(2));
  }

  @Test
  void projectsWhatIsSelected() {
    GlobalSecondaryIndex index =
        FleetTable.DEFAULT.createTableRequest().globalSecondaryIndexes().stream()
            .filter(i -> i.indexName().equals("state-index"))
            .findFirst()
            .orElseThrow();
    assertThat(index.projection().projectionType()).isEqualTo(ProjectionType.INCLUDE);
    assertThat(index.projection().nonKeyAttributes())
        .containsExactly("_type", "depot", "driver", "id", "plate", "region");

    drive(4);
    assertThat(trips.board(TripState.DONE).stream())
        .containsExactly(
            new BoardLine("AB 1", new UUID(0, 2), "ann"),
            new BoardLine("AB 1", new UUID(0, 4), "ann"));
    assertThat(trips.near(TripState.DRIVING, 498, "north").stream())
        .containsExactly(new NearTrip(new UUID(0, 3)));
    assertThat(trips.near(TripState.DRIVING, 498, "south").stream()).isEmpty();
    assertThat(trips.inDepot(TripState.DONE, "old")).isEqualTo(2);
    assertThat(trips.drivers().stream()).extracting(Driving::driver).hasSize(4).containsOnly("ann");
  }

  @Test
  void getsManyByTheirKeys() {
    IntStream.rangeClosed(1, 230).forEach(n -> trips.create(trip("AB 1", n).build()));
    List<Trip.Key> keys = new ArrayList<>();
    for (int n = 240; n > 0; n--) {
      keys.add(trip("AB 1", n).build().key());
    }
    keys.add(keys.get(20));

    assertThat(trips.requests().picked(keys))
        .extracting(r -> r.requestItems().get("fleet").keys().size())
        .containsExactly(100, 100, 40);
    Map<Trip.Key, Trip> found = trips.picked(keys);
    assertThat(found).hasSize(230);
    assertThat(List.copyOf(found.keySet())).isEqualTo(keys.subList(10, 240));
    assertThat(found.get(keys.get(20)).distance()).isEqualTo(280);
    assertThat(trips.picked(List.of())).isEmpty();
  }

  @Test
  void getsAPartOfMany() {
    drive(0);
    List<Vehicle.Key> keys = Stream.of("XY 9", "CD 2", "AB 1").map(Vehicle.Key::new).toList();

    KeysAndAttributes what = vehicles.requests().seats(keys).get(0).requestItems().get("fleet");
    assertThat(what.consistentRead()).isTrue();
    assertThat(what.projectionExpression()).isEqualTo("pk, sk, seats");
    Map<Vehicle.Key, Seats> seats = vehicles.seats(keys);
    assertThat(List.copyOf(seats.values())).containsExactly(new Seats(7), new Seats(2));
  }

  @Test
  void makesKeysOfAListOfValues() {
    drive(3);
    trips.create(trip("AB 1", 2).id(new UUID(0, 77)).build());
    UUID none = new UUID(1, 1);

    Map<Trip.Key, Trip> found =
        trips.startedAt(
            "AB 1", day(2), List.of(new UUID(0, 77), none, new UUID(0, 2), new UUID(0, 77)));
    assertThat(numbers(found.values().stream())).containsExactly(77, 2);
    assertThat(found)
        .containsKey(new Trip.Key("AB 1", day(2), new UUID(0, 2)))
        .doesNotContainKey(new Trip.Key("AB 1", day(2), none));

    readings.create(Reading.builder().plate("AB 1").at(START).unit("km").value(1.5).build());
    assertThat(readings.valuesAt(Set.of(START, day(1))))
        .isEqualTo(Map.of(new Reading.Key("AB 1", START), new Measured(1.5)));
  }

  @Test
  void getsItemsAsOfOneMoment() {
    drive(1);
    Vehicle.Key vehicle = new Vehicle.Key("AB 1");
    Trip.Key last = trip("AB 1", 1).build().key();

    Journey journey = vehicles.journey(vehicle, last, new Reading.Key("AB 1", START));
    assertThat(journey.vehicle()).map(Vehicle::seats).contains(2);
    assertThat(journey.last()).map(FleetTest::number).contains(1);
    assertThat(journey.reading()).isEmpty();

    assertThat(
            vehicles
                .requests()
                .journey(vehicle, last, new Reading.Key("AB 1", START))
                .transactItems())
        .extracting(item -> item.get().tableName())
        .containsExactly("fleet", "fleet", "fleet-log");
    assertThatThrownBy(() -> vehicles.journey(vehicle, last, new Reading.Key("CD 2", START)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("reading.plate");
  }
}
