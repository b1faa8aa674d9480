package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.support.AsyncQueries;
import dev.keyplan.support.AsyncQuery;
import dev.keyplan.support.ConditionFailedException;
import dev.keyplan.support.CursorException;
import dev.keyplan.support.Page;
import dev.keyplan.support.TransactionFailedException;
import dev.keyplan.support.UniqueValueTakenException;
import dev.keyplan.testing.LocalDynamoDb;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.example.theatre.Booking;
import org.example.theatre.BookingAsyncRepository;
import org.example.theatre.BookingConditionFailedException;
import org.example.theatre.BookingRepository;
import org.example.theatre.Desk;
import org.example.theatre.Guest;
import org.example.theatre.GuestAsyncRepository;
import org.example.theatre.GuestConditionFailedException;
import org.example.theatre.GuestFile;
import org.example.theatre.Seat;
import org.example.theatre.State;
import org.example.theatre.TheatreTable;
import org.example.theatre.Visit;
import org.example.theatre.VisitAsyncRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** What repositories do, without waiting. */
class TheatreTest {
  private static final Instant START = Instant.parse("2026-11-28T00:00:00Z");

  private final AmazonDynamoDBLocal local = LocalDynamoDb.startWithStreams();
  private final DynamoDbAsyncClient client = local.dynamoDbAsyncClient();
  private final GuestAsyncRepository guests = new GuestAsyncRepository(client);
  private final BookingAsyncRepository bookings = new BookingAsyncRepository(client);
  private final VisitAsyncRepository visits = new VisitAsyncRepository(client);
  private final UUID guest = UUID.randomUUID();

  @BeforeEach
  void createTable() {
    client.createTable(TheatreTable.DEFAULT.createTableRequest()).join();
  }

  @AfterEach
  void stop() {
    client.close();
    local.shutdownNow();
  }

  private static Guest.Builder guest(String email) {
    return Guest.builder().email(email).name("Ann");
  }

  private Booking booking(int number) {
    return Booking.builder().guest(guest).show("Hamlet").number(number).seat("A1").build();
  }

  /** Bookings with the numbers from 1 on. */
  private void booked(int count) {
    bookings.putAll(IntStream.rangeClosed(1, count).mapToObj(this::booking).toList()).join();
  }

  /** What a future fails with, which is the exception itself and no wrapper. */
  private static <E extends Throwable> E failure(Class<E> type, CompletableFuture<?> future) {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    CompletableFuture<?> seen = future.whenComplete((value, thrown) -> failure.set(thrown));
    assertThatThrownBy(seen::join).isInstanceOf(CompletionException.class);
    assertThatThrownBy(future::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isSameAs(failure.get());
    return type.cast(failure.get());
  }

  @Test
  void theExamplesOfTheDocumentation() {
    Guest ann = this.guests.create(guest("ann@example.org")).join();
    booked(3);

    GuestAsyncRepository guests = new GuestAsyncRepository(client);
    CompletableFuture<Optional<Guest>> found = guests.byEmail("ann@example.org");
    CompletableFuture<Guest> renamed =
        found.thenCompose(guest -> guests.rename(guest.orElseThrow(), "Ann"));
    assertThat(renamed.join().version()).isEqualTo(ann.version() + 1);

    AsyncQuery<Booking> query = bookings.bookings(guest);
    CompletableFuture<Page<Booking>> page = query.page();
    List<String> seats = new ArrayList<>();
    CompletableFuture<Void> read =
        query.items().map(Booking::seat).subscribe(seat -> seats.add(seat));
    assertThat(page.join().items()).hasSize(2);
    assertThat(read).succeedsWithin(Duration.ofSeconds(10));
    assertThat(seats).hasSize(3);
  }

  @Test
  void writesAndReadsOneItem() {
    Booking held = bookings.book(booking(1)).join();
    assertThat(bookings.get(held.key()).join()).contains(held);
    assertThat(new BookingRepository(local.dynamoDbClient()).get(held.key())).contains(held);

    Booking moved = bookings.update(held.key(), u -> u.seat("B2")).join();
    assertThat(moved.seat()).isEqualTo("B2");
    Booking paid = bookings.pay(held.key(), 20).join();
    assertThat(paid).isEqualTo(moved.toBuilder().state(State.PAID).paid(20).build());
    bookings.reset(held.key(), State.HELD).join();
    assertThat(bookings.upsert(held.toBuilder().seat("C3").paid(20)).join().seat()).isEqualTo("C3");
    assertThat(bookings.swap(held).join()).map(Booking::paid).contains(20);
    assertThat(bookings.put(paid).join()).isEqualTo(paid);
    assertThat(bookings.delete(held.key()).join()).contains(paid);
    assertThat(bookings.delete(held.key()).join()).isEmpty();
    assertThat(bookings.get(held.key()).join()).isEmpty();
  }

  @Test
  void failsWithTheExceptionItself() {
    Booking held = bookings.book(booking(1)).join();

    BookingConditionFailedException exists =
        failure(BookingConditionFailedException.class, bookings.book(booking(1)));
    assertThat(exists.found()).contains(held);
    assertThat(exists).hasCauseInstanceOf(ConditionalCheckFailedException.class);
    bookings.pay(held.key(), 1).join();
    failure(BookingConditionFailedException.class, bookings.pay(held.key(), 1));
    failure(BookingConditionFailedException.class, bookings.cancel(held.key()));
    failure(BookingConditionFailedException.class, bookings.swap(held));
    failure(BookingConditionFailedException.class, bookings.reset(booking(9).key(), State.HELD));
    failure(ConditionFailedException.class, bookings.update(booking(9).key(), u -> u.seat("C3")));
    BookingAsyncRepository elsewhere =
        new BookingAsyncRepository(client, TheatreTable.named("nowhere"));
    failure(ResourceNotFoundException.class, elsewhere.get(held.key()));
    failure(ResourceNotFoundException.class, elsewhere.put(held));
    failure(ResourceNotFoundException.class, elsewhere.bookings(guest).page());
    failure(ResourceNotFoundException.class, elsewhere.getAll(List.of(held.key())));
    failure(ResourceNotFoundException.class, elsewhere.booked("Hamlet"));
  }

  @Test
  void refusesWrongArgumentsAtOnce() {
    assertThatThrownBy(() -> bookings.pay(booking(1).key(), -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> bookings.bookings(guest).pageSize(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsUniqueValues() {
    Guest ann = guests.create(guest("ann@x")).join();
    assertThat(ann.version()).isEqualTo(1);
    assertThat(guests.byEmail("ann@x").join()).contains(ann);
    assertThat(guests.byEmail("bob@x").join()).isEmpty();
    UniqueValueTakenException taken =
        failure(UniqueValueTakenException.class, guests.create(guest("ann@x")));
    assertThat(taken.attributes()).containsExactly("email");

    Guest named = guests.rename(ann, "Anna").join();
    failure(GuestConditionFailedException.class, guests.rename(ann, "Annie"));
    Guest other = guests.update(named, u -> u.email("anna@x")).join();
    assertThat(guests.byEmail("anna@x").join()).contains(other);
    assertThat(guests.byEmail("ann@x").join()).isEmpty();
    // Changes no guard, and is sent as an update.
    Guest renamed = guests.update(other, u -> u.name("Annie")).join();
    failure(GuestConditionFailedException.class, guests.update(other, u -> u.name("Nan")));
    failure(GuestConditionFailedException.class, guests.changeEmail(renamed, "nan@x", "Nan"));
    Guest changed = guests.changeEmail(renamed, "annie@x", "Annie").join();
    Guest replaced = guests.replace(changed, guest).join();
    assertThat(replaced.id()).isEqualTo(guest);
    assertThat(guests.byEmail("annie@x").join()).contains(replaced);
    failure(GuestConditionFailedException.class, guests.delete(changed));
    guests.delete(replaced).join();
    assertThat(guests.byEmail("annie@x").join()).isEmpty();
    assertThat(guests.create(guest("annie@x")).join().version()).isEqualTo(1);
  }

  @Test
  void moves() {
    Booking held = bookings.book(booking(1)).join();
    UUID other = UUID.randomUUID();

    Booking given = bookings.give(held, other).join();

    assertThat(given.guest()).isEqualTo(other);
    assertThat(bookings.get(held.key()).join()).isEmpty();
    assertThat(bookings.get(given.key()).join()).contains(given);
    failure(BookingConditionFailedException.class, bookings.give(held, other));
    bookings.book(held).join();
    BookingConditionFailedException taken =
        failure(BookingConditionFailedException.class, bookings.give(given, guest));
    assertThat(taken.found()).contains(held);
  }

  @Test
  void writesAndReadsInTransactions() {
    Guest ann = guest("ann@x").id(guest).build(START);
    guests.register(ann, booking(1)).join();
    TransactionFailedException again =
        failure(TransactionFailedException.class, guests.register(ann, booking(1)));
    assertThat(again.failed())
        .extracting(TransactionFailedException.Member::name)
        .contains("guest", "booking");
    assertThatThrownBy(() -> guests.register(guest("bob@x").build(START), booking(2)))
        .isInstanceOf(IllegalArgumentException.class);
    Visit visit = Visit.builder().at(START).build();
    failure(TransactionFailedException.class, visits.arrive(visit, booking(1).key()));
    assertThat(visits.get(visit.key()).join()).isEmpty();
    bookings.pay(booking(1).key(), 5).join();
    visits.arrive(visit, booking(1).key()).join();

    Desk desk = guests.desk(ann.key(), booking(1).key()).join();
    assertThat(desk.guest()).map(Guest::email).contains("ann@x");
    assertThat(desk.booking()).map(Booking::state).contains(State.SEEN);
    assertThat(guests.desk(ann.key(), booking(7).key()).join().booking()).isEmpty();
  }

  @Test
  void queriesPageByPage() {
    booked(5);
    AsyncQuery<Booking> query = bookings.bookings(guest);

    Page<Booking> first = query.page().join();
    Page<Booking> second = query.page(first.next().orElseThrow()).join();
    Page<Booking> third = query.page(second.next().orElseThrow()).join();

    assertThat(Stream.of(first, second, third).map(page -> numbers(page.items())))
        .containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
    assertThat(third.next()).isEmpty();
    assertThat(numbers(query.toList().join())).containsExactly(1, 2, 3, 4, 5);
    assertThat(numbers(query.limit(3).toList().join())).containsExactly(1, 2, 3);
    assertThat(query.first().join()).map(Booking::number).contains(1);
    assertThat(bookings.bookings(UUID.randomUUID()).first().join()).isEmpty();
    assertThat(query.pageSize(3).request().limit()).isEqualTo(3);
    failure(CursorException.class, query.page("no cursor"));
    failure(CursorException.class, bookings.bookings(UUID.randomUUID()).page(first.next().get()));
    // The cursors are those of the synchronous client.
    assertThat(
            new BookingRepository(local.dynamoDbClient())
                .bookings(guest)
                .page(first.next().get())
                .items())
        .isEqualTo(second.items());
  }

  private static List<Integer> numbers(List<Booking> bookings) {
    return bookings.stream().map(Booking::number).toList();
  }

  @Test
  void publishesPagesAndItems() {
    booked(5);
    AsyncQuery<Booking> query = bookings.bookings(guest);
    List<Booking> items = new ArrayList<>();
    List<Integer> pages = new ArrayList<>();

    query.items().subscribe(items::add).join();
    query.pages().subscribe(page -> pages.add(page.items().size())).join();

    assertThat(numbers(items)).containsExactly(1, 2, 3, 4, 5);
    assertThat(pages).containsExactly(2, 2, 1);
    List<Integer> some = new ArrayList<>();
    query.items().map(Booking::number).limit(3).subscribe(some::add).join();
    assertThat(some).containsExactly(1, 2, 3);
  }

  @Test
  void findsWhatPatternsFind() {
    booked(5);
    bookings.pay(booking(1).key(), 20).join();
    guests.create(guest("ann@x").id(guest)).join();

    assertThat(numbers(bookings.unpaid("Hamlet").pageSize(2).toList().join()))
        .containsExactly(2, 3, 4, 5);
    assertThat(bookings.unpaid("Hamlet").first().join()).map(Booking::number).contains(2);
    assertThat(bookings.firstSeats("Hamlet").toList().join())
        .containsExactly(new Seat("A1"), new Seat("A1"), new Seat("A1"));
    assertThat(numbers(bookings.onSeat("A1").toList().join())).containsExactly(5, 4, 3, 2, 1);
    assertThat(numbers(bookings.onSeat("A1").page().join().items())).containsExactly(5, 4);
    assertThat(bookings.numbered("Hamlet", 3).join()).contains(booking(3));
    assertThat(bookings.numbered("Hamlet", 9).join()).isEmpty();
    assertThat(bookings.booked("Hamlet").join()).isEqualTo(5);
    assertThat(bookings.allBookings().toList().join()).hasSize(5);
    assertThat(bookings.allBookings().first().join()).isPresent();
    assertThat(
            Stream.of(0, 1)
                .map(n -> bookings.allBookings().segment(n, 2).toList())
                .flatMap(part -> part.join().stream()))
        .hasSize(5);
    List<GuestFile> file = guests.guestFile(guest).toList().join();
    assertThat(file).hasSize(6).last().isInstanceOf(Guest.class);
  }

  @Test
  void doesManyAtATime() {
    booked(260);
    List<Booking.Key> keys = IntStream.rangeClosed(1, 300).mapToObj(n -> booking(n).key()).toList();

    Map<Booking.Key, Booking> found = bookings.getAll(keys).join();

    assertThat(found.keySet()).containsExactlyElementsOf(keys.subList(0, 260));
    assertThat(bookings.some(keys.subList(250, 300)).join()).hasSize(10);
    assertThat(bookings.seats(guest, "Hamlet", List.of(2, 1, 999)).join().keySet())
        .extracting(Booking.Key::number)
        .containsExactly(2, 1);
    bookings.drop(keys).join();
    assertThat(bookings.booked("Hamlet").join()).isZero();
    assertThatThrownBy(() -> bookings.putAll(List.of(booking(1), booking(1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void mergesSeveralQueries() {
    List<Visit> all =
        IntStream.range(0, 30)
            .mapToObj(n -> Visit.builder().at(START.plusSeconds(86_400L * n)).build())
            .toList();
    visits.putAll(all).join();
    Instant end = START.plusSeconds(86_400L * 29);
    List<Visit> latestFirst = new ArrayList<>(all);
    Collections.reverse(latestFirst);
    AsyncQueries<Visit> query = visits.visits(START, end);

    assertThat(query.toList().join()).isEqualTo(latestFirst);
    List<Visit> published = new ArrayList<>();
    query.items().subscribe(published::add).join();
    assertThat(published).isEqualTo(latestFirst);
    List<Visit> inPages = new ArrayList<>();
    query.pages().subscribe(page -> inPages.addAll(page.items())).join();
    assertThat(inPages).isEqualTo(latestFirst);
    Page<Visit> page = query.page().join();
    assertThat(page.items()).isEqualTo(latestFirst.subList(0, 4));
    Page<Visit> next = query.page(page.next().orElseThrow()).join();
    assertThat(next.items()).isEqualTo(latestFirst.subList(4, 8));
    assertThat(query.limit(7).toList().join()).isEqualTo(latestFirst.subList(0, 7));
    assertThat(query.first().join()).contains(latestFirst.get(0));
    assertThat(query.requests()).hasSize(6);
    assertThat(visits.visitsCount(START, end).join()).isEqualTo(30);
    failure(CursorException.class, query.page("x"));
    Optional<Visit> none = visits.visits(end.plusSeconds(1), end.plusSeconds(2)).first().join();
    assertThat(none).isEmpty();
  }
}
