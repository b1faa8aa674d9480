package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyplan.support.Transaction;
import dev.keyplan.testing.LocalDynamoDb;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.example.library.Book;
import org.example.library.BookConditionFailedException;
import org.example.library.BookRepository;
import org.example.library.Counter;
import org.example.library.CounterRepository;
import org.example.library.CountersTable;
import org.example.library.LibraryTable;
import org.example.library.State;
import org.example.library.Tag;
import org.example.library.TagRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes of what may be there or not. */
class LibraryTest {
  private static final String ISBN = "9783161484100";
  private static final Instant FIRST = Instant.parse("2026-11-26T10:00:00Z");
  private static final Instant LATER = Instant.parse("2026-11-27T10:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 12, 24);

  private final DynamoDbClient client = LocalDynamoDb.start();
  private final BookRepository books = at(FIRST);
  private final BookRepository later = at(LATER);

  @BeforeEach
  void createTables() {
    client.createTable(LibraryTable.DEFAULT.createTableRequest());
    client.createTable(CountersTable.DEFAULT.createTableRequest());
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private BookRepository at(Instant now) {
    return new BookRepository(
        client, LibraryTable.DEFAULT.withClock(Clock.fixed(now, ZoneOffset.UTC)));
  }

  private static Book.Builder book(String title) {
    return Book.builder().isbn(ISBN).title(title);
  }

  private Map<String, AttributeValue> stored() {
    return client
        .getItem(
            g ->
                g.tableName("library")
                    .key(books.requests().get(book("x").state(State.IN).build(FIRST).key()).key()))
        .item();
  }

  @Test
  void makesANewItemWithItsDefaults() {
    Book book = books.upsert(book("Emma").state(State.IN).removeDue());

    assertThat(book).isEqualTo(books.get(book.key()).orElseThrow());
    assertThat(book.shelf()).isEqualTo(1);
    assertThat(book.rating()).contains(3);
    assertThat(book.added()).isEqualTo(FIRST);
    assertThat(book.touched()).isEqualTo(FIRST);
    assertThat(book.version()).isEqualTo(1);
    assertThat(stored()).isEqualTo(books.requests().create(book.toBuilder().build(), FIRST).item());
  }

  @Test
  void keepsWhatIsNotGiven() {
    Book first =
        books.create(
            book("Emma")
                .state(State.LENT)
                .shelf(7)
                .rating(5)
                .note("old")
                .lentTo("Bob")
                .due(DAY)
                .tags(Set.of("a"))
                .build(FIRST));

    Book changed = later.upsert(book("Emma, again").state(State.LENT).due(DAY));

    assertThat(changed)
        .isEqualTo(
            new Book(
                ISBN,
                "Emma, again",
                7,
                State.LENT,
                FIRST,
                Optional.of("old"),
                Optional.of(5),
                Set.of("a"),
                Optional.of("Bob"),
                Optional.of(DAY),
                LATER,
                2));
    assertThat(first.version()).isEqualTo(1);
    assertThat(stored().get("gsi1pk").s()).isEqualTo("SHELF#007");
    assertThat(books.onShelf(7).stream()).containsExactly(changed);
    assertThat(books.onShelf(1).stream()).isEmpty();
  }

  @Test
  void writesIndexKeysOfWhatIsGiven() {
    books.upsert(book("Emma").state(State.LENT).lentTo("Bob").due(DAY));
    assertThat(books.overdue(DAY).stream()).hasSize(1);
    assertThat(stored()).containsKeys("gsi2pk", "gsi2sk");

    Book back = books.upsert(book("Emma").state(State.IN).shelf(9).removeDue().removeLentTo());

    assertThat(back.due()).isEmpty();
    assertThat(back.lentTo()).isEmpty();
    assertThat(stored()).doesNotContainKeys("gsi2pk", "gsi2sk", "due", "lentTo");
    assertThat(stored().get("gsi1pk").s()).isEqualTo("SHELF#009");
    assertThat(stored().get("gsi1sk").s()).isEqualTo("IN#Emma");
    assertThat(books.overdue(DAY).stream()).isEmpty();
  }

  @Test
  void refusesHalfAnIndexKey() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> books.upsert(book("Emma")))
        .withMessage("state must be given: the index key gsi1sk is made of it");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> books.upsert(book("Emma").state(State.LENT)))
        .withMessage("due must be given: the index key gsi2pk is made of it");
    assertThat(stored()).isEmpty();
  }

  @Test
  void removesWhatIsGivenAsAbsent() {
    books.upsert(book("Emma").state(State.IN).removeDue().note("n").tags(Set.of("a")));

    Book bare =
        books.upsert(
            book("Emma").state(State.IN).removeDue().removeNote().removeRating().removeTags());

    assertThat(bare.note()).isEmpty();
    assertThat(bare.rating()).isEmpty();
    assertThat(bare.tags()).isEmpty();
    assertThat(stored()).doesNotContainKeys("note", "rating", "tags");
  }

  @Test
  void letsOthersKnowThatItWrote() {
    Book read = books.create(book("Emma").build(FIRST));

    books.upsert(book("Emma").state(State.IN).removeDue());

    assertThat(
            catchThrowableOfType(
                    BookConditionFailedException.class, () -> books.update(read, u -> u.shelf(3)))
                .found())
        .map(Book::version)
        .contains(2L);
  }

  @Test
  void checksLimits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> books.upsert(book("").state(State.IN).removeDue()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> books.upsert(Book.builder().isbn(ISBN).state(State.IN).removeDue()));
    assertThatThrownBy(() -> Book.builder().state(null)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void worksForItemsThatAreAllKey() {
    TagRepository tags = new TagRepository(client);
    Tag tag = tags.upsert(Tag.builder().tag("novel").isbn(ISBN));
    assertThat(tags.upsert(tag.toBuilder())).isEqualTo(tag);
    assertThat(tags.get(tag.key())).contains(tag);
  }

  /** As docs/generated-code.md has it. */
  @Test
  void needsNoItem() {
    CounterRepository counters = new CounterRepository(client);
    Counter counter = counters.upsert(Counter.builder().name("visits").count(7));
    assertThat(counters.get(counter.key())).contains(counter);
  }

  @Test
  void isAMemberOfTransactions() {
    CounterRepository counters = new CounterRepository(client);
    Counter stored = counters.create(Counter.builder().name("n").count(5).build());

    new Transaction()
        .add(
            "counter",
            counters.requests(),
            r -> r.upsertAction(Counter.builder().name("n").words(Map.of("a", "b"))))
        .add(
            "other", counters.requests(), r -> r.upsertAction(Counter.builder().name("m").count(1)))
        .send(client);

    assertThat(counters.get(stored.key()).orElseThrow())
        .isEqualTo(stored.toBuilder().words(Map.of("a", "b")).build());
    assertThat(counters.get(new Counter.Key("m"))).map(Counter::count).contains(1L);
  }
}
