package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.support.AsyncQuery;
import dev.keyplan.support.ItemChange;
import dev.keyplan.support.ItemFormatException;
import dev.keyplan.support.Page;
import dev.keyplan.support.Query;
import dev.keyplan.testing.LocalDynamoDb;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.example.leases.EndingLease;
import org.example.leases.Lease;
import org.example.leases.LeaseAsyncRepository;
import org.example.leases.LeaseConditionFailedException;
import org.example.leases.LeaseHolder;
import org.example.leases.LeaseId;
import org.example.leases.LeaseRepository;
import org.example.leases.LeasesStream;
import org.example.leases.LeasesTable;
import org.example.leases.Lock;
import org.example.leases.LockConditionFailedException;
import org.example.leases.LockRepository;
import org.example.leases.Room;
import org.example.leases.RoomAsyncRepository;
import org.example.leases.RoomRepository;
import org.example.leases.TaggedLease;
import org.example.leases.Ticket;
import org.example.leases.TicketAsyncRepository;
import org.example.leases.TicketRepository;
import org.example.people.PeopleTable;
import org.example.people.Person;
import org.example.people.PersonRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** Reads leave out what has expired by the table's clock, though DynamoDB still has it. */
class LeasesTest {
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
  private static final List<String> UNEXPIRED = List.of("live", "open");
  private static final List<String> ALL = List.of("ended", "live", "open", "past");

  private final Hand clock = new Hand();
  private final AmazonDynamoDBLocal local = LocalDynamoDb.startWithStreams();
  private final DynamoDbClient client = local.dynamoDbClient();
  private final DynamoDbAsyncClient asyncClient = local.dynamoDbAsyncClient();
  private final LeasesTable table = LeasesTable.DEFAULT.withClock(clock);
  private final LeaseRepository leases = new LeaseRepository(client, table);
  private final LeaseAsyncRepository later = new LeaseAsyncRepository(asyncClient, table);
  private final RoomRepository rooms = new RoomRepository(client, table);
  private final TicketRepository tickets = new TicketRepository(client, table);
  private final LockRepository locks = new LockRepository(client, table);

  /** A clock that is moved by hand, and is not at the beginning of its second. */
  private static final class Hand extends Clock {
    private Instant time = NOON.plusMillis(123);

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

    void advance(Duration duration) {
      time = time.plus(duration);
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

  private Lease lease(String id, int rank, Optional<Instant> end) {
    Lease.Builder lease =
        Lease.builder()
            .room("r")
            .id(id)
            .code("code-" + id)
            .holder("ann")
            .kind("k")
            .tag("t")
            .rank(rank)
            .note("note of " + id);
    end.ifPresent(lease::endsAt);
    return leases.create(lease.build());
  }

  /** One that ends this second, one a second later, one never, and one that DynamoDB forgot. */
  private void leasesOfEveryKind() {
    lease("ended", 9, Optional.of(NOON));
    lease("live", 5, Optional.of(NOON.plusSeconds(1)));
    lease("open", 3, Optional.empty());
    lease("past", 8, Optional.of(NOON.minus(Duration.ofDays(3_000))));
  }

  private static Lock lock(String owner, int seconds) {
    Instant end = NOON.plusSeconds(seconds);
    return Lock.builder().name("l").area("a").owner(owner).endsAt(end).build();
  }

  private static List<String> ids(Stream<Lease> found) {
    return found.map(Lease::id).sorted().toList();
  }

  private static List<String> ids(Query<Lease> query) {
    return ids(query.stream());
  }

  private static List<String> ids(AsyncQuery<Lease> query) {
    return ids(query.toList().join().stream());
  }

  @Test
  void queriesLeaveOutWhatHasExpired() {
    leasesOfEveryKind();

    assertThat(List.of(ids(leases.leases("r")), ids(later.leases("r")))).containsOnly(UNEXPIRED);
    assertThat(ids(leases.noted("r", "k"))).isEqualTo(UNEXPIRED);
    assertThat(ids(leases.current("r"))).isEqualTo(UNEXPIRED);
    assertThat(List.of(leases.leaseCount("r"), later.leaseCount("r").join())).containsOnly(2L);
    assertThat(ids(leases.everyLease().stream())).isEqualTo(UNEXPIRED);
    assertThat(ids(leases.everyLease().segment(0, 1).stream())).isEqualTo(UNEXPIRED);
    assertThat(ids(later.everyLease().toList().join().stream())).isEqualTo(UNEXPIRED);
    assertThat(leases.tagged("t").stream()).extracting(TaggedLease::id).isEqualTo(UNEXPIRED);
    assertThat(leases.leases("r").first()).map(Lease::id).contains("live");
    assertThat(later.leases("r").first().join()).map(Lease::id).contains("live");
  }

  @Test
  void queriesGiveItAllWhereTheyAreAskedTo() {
    leasesOfEveryKind();

    assertThat(List.of(ids(leases.anyLeases("r")), ids(later.anyLeases("r")))).containsOnly(ALL);
    assertThat(List.of(leases.anyCount("r"), later.anyCount("r").join())).containsOnly(4L);
    assertThat(ids(leases.anywhere().stream())).isEqualTo(ALL);
    assertThat(ids(leases.anyOfKind("k"))).isEqualTo(ALL);
    assertThat(ids(leases.ended("k", NOON))).containsExactly("ended", "past");
    assertThat(ids(leases.endedOfRoom("r"))).containsExactly("ended", "past");
  }

  @Test
  void itemCollectionsKeepWhatDoesNotExpire() {
    leasesOfEveryKind();
    rooms.create(Room.builder().room("r").seats(4).build());

    assertThat(leases.ofRoom("r").stream())
        .hasSize(3)
        .anyMatch(Room.class::isInstance)
        .noneMatch(item -> item instanceof Lease lease && !UNEXPIRED.contains(lease.id()));
    assertThat(later.ofRoom("r").toList().join()).hasSize(3);
    assertThat(leases.everything().stream()).hasSize(3);
  }

  @Test
  void whatTheIndexDoesNotTellIsLookedAtWhenItWasRead() {
    leasesOfEveryKind();
    Instant end = NOON.plusSeconds(60);

    assertThat(List.of(ids(leases.heldBy("ann")), ids(later.heldBy("ann"))))
        .containsOnly(UNEXPIRED);
    assertThat(List.of(ids(leases.ofKind("k")), ids(later.ofKind("k")))).containsOnly(UNEXPIRED);
    // Two, though those of the highest ranks have expired.
    assertThat(leases.idsOfKind("k").stream()).extracting(LeaseId::id).isEqualTo(UNEXPIRED);
    assertThat(leases.ranked("r").stream()).extracting(Lease::id).containsExactly("live", "open");
    assertThat(ids(later.ranked("r"))).isEqualTo(UNEXPIRED);
    assertThat(List.of(ids(leases.ending("k", end)), ids(later.ending("k", end))))
        .containsOnly(List.of("live"));
    assertThat(leases.endingOf("k", end).stream()).containsExactly(new EndingLease("live", "ann"));
    assertThat(later.endingOf("k", end).toList().join()).hasSize(1);
  }

  @Test
  void getsLeaveItOut() {
    leasesOfEveryKind();
    for (String id : ALL) {
      boolean isThere = UNEXPIRED.contains(id);
      Lease.Key key = new Lease.Key("r", id);

      assertThat(leases.get(key).isPresent()).isEqualTo(isThere);
      assertThat(later.get(key).join().isPresent()).isEqualTo(isThere);
      assertThat(leases.lease("r", id).isPresent()).isEqualTo(isThere);
      assertThat(leases.summary("r", id).isPresent()).isEqualTo(isThere);
      assertThat(later.summary("r", id).join().isPresent()).isEqualTo(isThere);
      assertThat(leases.byNumber(id).isPresent()).isEqualTo(isThere);
      assertThat(later.byNumber(id).join().isPresent()).isEqualTo(isThere);
      assertThat(leases.byCode("code-" + id).isPresent()).isEqualTo(isThere);
      assertThat(later.byCode("code-" + id).join().isPresent()).isEqualTo(isThere);
      assertThat(leases.anyLease("r", id)).isPresent();
      assertThat(leases.anyByCode("code-" + id)).isPresent();
      assertThat(later.anyByCode("code-" + id).join()).isPresent();
    }
  }

  @Test
  void batchesAndTransactionsLeaveItOut() {
    leasesOfEveryKind();
    List<Lease.Key> keys = ALL.stream().map(id -> new Lease.Key("r", id)).toList();
    List<Lease.Key> unexpired = UNEXPIRED.stream().map(id -> new Lease.Key("r", id)).toList();

    assertThat(leases.getAll(keys)).containsOnlyKeys(unexpired);
    assertThat(later.getAll(keys).join()).containsOnlyKeys(unexpired);
    assertThat(leases.named("r", ALL)).containsOnlyKeys(unexpired);
    assertThat(leases.holders(keys))
        .containsOnlyKeys(unexpired)
        .containsValue(new LeaseHolder("ann", Optional.of("note of live")));
    assertThat(later.holders(keys).join()).containsOnlyKeys(unexpired);
    assertThat(leases.anyNamed("r", ALL)).containsOnlyKeys(keys);

    rooms.create(Room.builder().room("r").seats(4).build());
    RoomAsyncRepository laterRooms = new RoomAsyncRepository(asyncClient, table);
    Room.Key room = new Room.Key("r");
    Lease.Key ended = new Lease.Key("r", "ended");
    assertThat(rooms.visit(room, ended).lease()).isEmpty();
    assertThat(rooms.visit(room, ended).room()).isPresent();
    assertThat(rooms.visit(room, new Lease.Key("r", "live")).lease()).isPresent();
    assertThat(rooms.anyVisit(room, ended).lease()).isPresent();
    assertThat(laterRooms.visit(room, ended).join().lease()).isEmpty();
  }

  @Test
  void shardsAreMergedWithoutIt() {
    for (int number = 1; number <= 9; number++) {
      Instant end = NOON.plusSeconds(number % 3);
      tickets.create(Ticket.builder().draw("d").number(number).area("a").endsAt(end).build());
    }
    Page<Ticket> first = tickets.tickets("d").page();
    clock.advance(Duration.ofSeconds(1));
    Page<Ticket> second = tickets.tickets("d").page(first.next().orElseThrow());

    assertThat(first.items()).extracting(Ticket::number).containsExactly(1, 2);
    assertThat(second.items()).extracting(Ticket::number).containsExactly(5, 8);
    assertThat(new TicketAsyncRepository(asyncClient, table).tickets("d").toList().join())
        .extracting(Ticket::number)
        .containsExactly(2, 5, 8);
    assertThat(tickets.anyTickets("d").stream()).hasSize(9);
    locks.take(lock("ann", 2));
    assertThat(tickets.closing("a").stream()).hasSize(3);
    clock.advance(Duration.ofSeconds(1));
    assertThat(tickets.closing("a").stream()).isEmpty();
  }

  @Test
  void timeGoesOnBetweenPages() {
    lease("a", 1, Optional.of(NOON));
    lease("b", 1, Optional.of(NOON.plusSeconds(5)));
    lease("c", 1, Optional.of(NOON.plusSeconds(5)));
    lease("d", 1, Optional.empty());
    Query<Lease> query = leases.leases("r");
    Page<Lease> first = query.page();
    clock.advance(Duration.ofSeconds(5));
    String cursor = first.next().orElseThrow();

    assertThat(first.items()).extracting(Lease::id).containsExactly("b");
    assertThat(leases.leases("r").page(cursor).items()).extracting(Lease::id).containsExactly("d");
    // A query that is ready to run keeps its time.
    assertThat(query.page(cursor).items()).extracting(Lease::id).containsExactly("c", "d");
  }

  /** A filter says nothing about how many items are to be read; but few have expired. */
  @Test
  void aLimitReadsNoMoreThanThat() {
    lease("a", 1, Optional.of(NOON));
    lease("b", 1, Optional.of(NOON));
    lease("c", 1, Optional.empty());

    assertThat(leases.ofRoom("r").limit(1).request().limit()).isEqualTo(1);
    assertThat(ids(leases.ofRoom("r").limit(1).stream().map(Lease.class::cast)))
        .containsExactly("c");
    assertThat(leases.current("r").limit(1).request().limit()).isEqualTo(1);
    assertThat(leases.noted("r", "k").limit(1).request().limit()).isNull();
  }

  @Test
  void whatIsWrongIsToldAndNotTakenForExpired() {
    PeopleTable everybody = PeopleTable.DEFAULT.withClock(clock);
    PersonRepository people = new PersonRepository(client, everybody);
    client.createTable(everybody.createTableRequest());
    Person ann = people.create(Person.builder().email("a@x").tenant("t").name("Ann").build());
    client.updateItem(
        u ->
            u.tableName(everybody.name())
                .key(people.requests().get(ann.key()).key())
                .updateExpression("SET endsAt = :text")
                .expressionAttributeValues(Map.of(":text", AttributeValue.fromS("1700000000"))));

    assertThatThrownBy(() -> people.get(ann.key())).isInstanceOf(ItemFormatException.class);
    assertThatThrownBy(() -> people.everybody().page()).isInstanceOf(ItemFormatException.class);
  }

  @Test
  void whatHasExpiredIsStillThereForWrites() {
    Lease ended = lease("ended", 1, Optional.of(NOON));
    assertThatThrownBy(() -> leases.create(ended))
        .isInstanceOf(LeaseConditionFailedException.class);

    Lock first = lock("ann", 5);
    Lock second = lock("bob", 10);
    locks.take(first);
    assertThatThrownBy(() -> locks.take(second)).isInstanceOf(LockConditionFailedException.class);
    clock.advance(Duration.ofSeconds(5));
    assertThat(locks.get(first.key())).isEmpty();
    locks.take(second);
    assertThat(locks.get(first.key())).contains(second);
  }

  @Test
  void streamsTellWhatHasExpired() {
    Lease ended = lease("ended", 1, Optional.of(NOON));
    List<Lease> told = new ArrayList<>();
    LeasesStream stream =
        new LeasesStream() {
          @Override
          public void onLease(ItemChange<Lease.Key, Lease> change) {
            change.newImage().ifPresent(told::add);
          }
        };
    for (Record record : LocalDynamoDb.records(local, table.name())) {
      stream.accept(record);
    }

    assertThat(told).containsExactly(ended);
  }
}
