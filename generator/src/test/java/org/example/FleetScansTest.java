package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.support.CursorException;
import dev.keyplan.support.Page;
import dev.keyplan.support.Scan;
import dev.keyplan.testing.LocalDynamoDb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.example.fleet.Alarm;
import org.example.fleet.AlarmRepository;
import org.example.fleet.Far;
import org.example.fleet.FleetTable;
import org.example.fleet.LogTable;
import org.example.fleet.MileageTable;
import org.example.fleet.Reading;
import org.example.fleet.ReadingRepository;
import org.example.fleet.Ride;
import org.example.fleet.RideRepository;
import org.example.fleet.Trip;
import org.example.fleet.TripRepository;
import org.example.fleet.TripState;
import org.example.fleet.Vehicle;
import org.example.fleet.VehicleRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** What reads many items: counts over all pages, scans and their segments. */
class FleetScansTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  private final DynamoDbClient client = LocalDynamoDb.start();
  private final TripRepository trips = new TripRepository(client);
  private final VehicleRepository vehicles = new VehicleRepository(client);
  private final ReadingRepository readings = new ReadingRepository(client);
  private final AlarmRepository alarms = new AlarmRepository(client);

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
    return found.map(FleetScansTest::number).toList();
  }

  private void drive(int count) {
    vehicles.create(Vehicle.builder().plate("AB 1").seats(2).home("old").build());
    vehicles.create(Vehicle.builder().plate("CD 2").seats(7).home("new").build());
    IntStream.rangeClosed(1, count).forEach(n -> trips.create(trip("AB 1", n).build()));
  }

  @Test
  void countsOverAllPages() {
    // Some 1.2 MB, with four bytes a character: more than DynamoDB counts in one request.
    String note = "\uD83D\uDE9A".repeat(400);
    for (int batch = 0; batch < 28; batch++) {
      int from = batch * 25;
      trips.putAll(
          IntStream.range(from, from + 25)
              .mapToObj(n -> trip("AB 1", n + 1).stops(0).distance(1).note(note).build())
              .toList());
    }

    QueryRequest request = trips.requests().tripsOf("ann", day(1));
    assertThat(request.select()).isEqualTo(Select.COUNT);
    assertThat(client.query(request).count()).isLessThan(700);
    assertThat(trips.tripsOf("ann", day(1))).isEqualTo(700);
    assertThat(trips.tripsOf("ann", day(600))).isEqualTo(101);
    assertThat(trips.tripsOf("bob", day(1))).isZero();
    assertThat(trips.unfinished("AB 1")).isEqualTo(350);
    assertThat(trips.busy("north", "old")).isEqualTo(3);
    assertThat(trips.busy("north", "new")).isZero();
  }

  @Test
  void countsWhatSeveralPartitionsHold() {
    client.createTable(MileageTable.DEFAULT.createTableRequest());
    RideRepository rides = new RideRepository(client);
    IntStream.range(0, 100)
        .forEach(
            n -> rides.create(Ride.builder().plate("AB 1").at(day(n)).id(new UUID(0, n)).build()));

    assertThat(rides.requests().ridesBetween("AB 1", day(0), day(99))).hasSize(4);
    assertThat(rides.ridesBetween("AB 1", day(0), day(99))).isEqualTo(100);
    assertThat(rides.ridesBetween("AB 1", day(25), day(34))).isEqualTo(10);
    assertThat(rides.someRides("AB 1", day(28), day(31))).isEqualTo(3);
    assertThat(rides.someRides("AB 1", day(29), day(30))).isEqualTo(2);
  }

  @Test
  void countsNoFurtherThanItsLimit() {
    drive(3);

    assertThat(trips.busy("north", "old")).isEqualTo(2);
    drive5More();
    assertThat(trips.busy("north", "old")).isEqualTo(3);
  }

  private void drive5More() {
    IntStream.rangeClosed(11, 15).forEach(n -> trips.create(trip("CD 2", n).build()));
  }

  @Test
  void scansTheItemsOfOneEntity() {
    drive(12);

    Scan<Trip> all = trips.everyTrip();
    assertThat(numbers(all.stream())).hasSize(12).doesNotHaveDuplicates();
    assertThat(vehicles.vehicles().stream())
        .extracting(Vehicle::plate)
        .containsExactlyInAnyOrder("AB 1", "CD 2");

    List<Trip> paged = new ArrayList<>();
    Page<Trip> page = all.page();
    paged.addAll(page.items());
    while (page.next().isPresent()) {
      page = all.page(page.next().orElseThrow());
      assertThat(page.items()).hasSizeLessThanOrEqualTo(5);
      paged.addAll(page.items());
    }
    assertThat(paged).containsExactlyInAnyOrderElementsOf(all.stream().toList());
    assertThat(all.limit(4).stream()).hasSize(4);
    assertThat(all.first()).isPresent();
  }

  @Test
  void scansInSegments() {
    IntStream.rangeClosed(1, 40).forEach(n -> trips.create(trip("P " + n, n).build()));

    List<Integer> found = new ArrayList<>();
    for (int segment = 0; segment < 4; segment++) {
      List<Integer> part = numbers(trips.everyTrip().segment(segment, 4).stream());
      assertThat(part).hasSizeLessThan(40);
      found.addAll(part);
    }
    assertThat(found).hasSize(40).doesNotHaveDuplicates();

    ScanRequest request = trips.everyTrip().segment(2, 8).request();
    assertThat(request.segment()).isEqualTo(2);
    assertThat(request.totalSegments()).isEqualTo(8);
    assertThat(request.limit()).isEqualTo(5);
    assertThatThrownBy(() -> trips.everyTrip().segment(4, 4))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> trips.everyTrip().segment(0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bindsCursorsToTheSegment() {
    IntStream.rangeClosed(1, 40).forEach(n -> trips.create(trip("P " + n, n).build()));
    String cursor = trips.everyTrip().segment(0, 2).page().next().orElseThrow();

    assertThat(trips.everyTrip().segment(0, 2).pageSize(7).page(cursor).items()).hasSize(7);
    assertThatThrownBy(() -> trips.everyTrip().segment(1, 2).page(cursor))
        .isInstanceOf(CursorException.class);
    assertThatThrownBy(() -> trips.everyTrip().page(cursor)).isInstanceOf(CursorException.class);
    assertThatThrownBy(() -> trips.everyTrip().segment(0, 2).page(null))
        .isInstanceOf(CursorException.class);
  }

  @Test
  void filtersAScanByKeyAttributesToo() {
    drive(6);
    trips.create(trip("CD 2", 7).distance(700).build());
    trips.create(trip("CD 2", 8).distance(3).note("a flat tyre").build());

    assertThat(trips.farAway(day(3), "flat").stream())
        .containsExactlyInAnyOrder(
            new Far("CD 2", new UUID(0, 7), 700), new Far("CD 2", new UUID(0, 8), 3));
    assertThat(trips.farAway(day(8), "none").stream()).isEmpty();
    assertThat(trips.scheduled().stream()).isEmpty();
    trips.create(trip("CD 2", 9).state(TripState.PLANNED).build());
    assertThat(numbers(trips.scheduled().stream())).containsExactly(9);
  }

  @Test
  void knowsItemsWithoutTypeByTheirKeys() {
    readings.create(Reading.builder().plate("AB 1").at(START).unit("km").value(1.5).build());
    alarms.create(Alarm.builder().plate("AB 1").at(START).text("flat tyre").build());

    assertThat(readings.readings().stream()).extracting(Reading::value).containsExactly(1.5);
    assertThat(readings.measured().stream()).extracting(Reading::unit).containsExactly("km");
    assertThat(alarms.alarms("tyre").stream()).extracting(Alarm::text).containsExactly("flat tyre");
    assertThat(alarms.alarms("fire").first()).isEqualTo(Optional.empty());
    assertThat(readings.requests().measured().filterExpression()).isNull();
    assertThat(alarms.requests().alarms("tyre").filterExpression())
        .isEqualTo("begins_with(pk, :pk) AND contains(#text, :filter_text)");
  }
}
