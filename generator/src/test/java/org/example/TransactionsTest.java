package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyplan.support.Transaction;
import dev.keyplan.support.TransactionFailedException;
import dev.keyplan.support.TransactionFailedException.Member;
import dev.keyplan.testing.LocalDynamoDb;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.example.people.Note;
import org.example.people.NoteRepository;
import org.example.people.PeopleTable;
import org.example.people.Person;
import org.example.people.PersonRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** Transactions put together by hand, and idempotency tokens. */
class TransactionsTest {
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

  private final AmazonDynamoDBLocal local = LocalDynamoDb.startWithStreams();
  private final DynamoDbClient client = local.dynamoDbClient();
  private final PersonRepository people = new PersonRepository(client);
  private final NoteRepository notes = new NoteRepository(client);
  private final Person ann = person("ann@x");

  @BeforeEach
  void createTable() {
    client.createTable(PeopleTable.DEFAULT.createTableRequest());
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private static Person person(String email) {
    return Person.builder().email(email).tenant("acme").name("Ann").build();
  }

  private Note note(int number) {
    return Note.builder().person(ann.id()).number(number).text("text").build();
  }

  private Transaction both() {
    return new Transaction()
        .addAll("person", people.requests(), r -> r.createActions(ann, NOW))
        .add("note", notes.requests(), r -> r.createAction(note(1), NOW));
  }

  private TransactionFailedException failure(Transaction transaction) {
    return catchThrowableOfType(TransactionFailedException.class, () -> transaction.send(client));
  }

  @Test
  void writesAllMembers() {
    both().send(client);

    assertThat(people.get(ann.key())).map(Person::version).contains(1L);
    assertThat(notes.get(note(1).key())).isPresent();
    assertThat(catchThrowableOfType(RuntimeException.class, () -> people.create(person("ann@x"))))
        .isNotNull();
  }

  @Test
  void tellsWhichMemberFailedAndWhatWasFound() {
    Note first = notes.create(note(1));

    TransactionFailedException failure = failure(both());

    assertThat(failure.failed()).extracting(Member::name).containsExactly("note");
    assertThat(failure.failed().get(0).code()).isEqualTo("ConditionalCheckFailed");
    assertThat(failure.failed().get(0).found()).isEqualTo(Optional.of(first));
    assertThat(people.get(ann.key())).isEmpty();
    people.create(person("ann@x"));
    assertThat(failure(both()).failed().get(0).taken()).containsExactly("email");
  }

  @Test
  void demandsThatItemsAreThereOrNot() {
    Transaction withOwner =
        new Transaction()
            .exists("owner", people.requests(), ann.key())
            .add("note", notes.requests(), r -> r.createAction(note(2), NOW));
    assertThat(failure(withOwner).failed()).extracting(Member::name).containsExactly("owner");
    assertThat(failure(withOwner).failed().get(0).found()).isEmpty();

    Person created = people.create(ann);
    withOwner.send(client);
    Transaction withoutOwner =
        new Transaction()
            .absent("owner", people.requests(), ann.key())
            .add("note", notes.requests(), r -> r.deleteAction(note(2).key()));
    assertThat(failure(withoutOwner).failed().get(0).found()).isEqualTo(Optional.of(created));
  }

  @Test
  void refusesWhatDynamoDbDoesNotTake() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Transaction().send(client))
        .withMessage("The transaction has 0 actions; DynamoDB takes 1 to 100");
    Transaction large = new Transaction();
    for (int number : IntStream.range(0, 101).toArray()) {
      large = large.add("note" + number, notes.requests(), r -> r.createAction(note(number), NOW));
    }
    assertThatIllegalArgumentException().isThrownBy(large::request).withMessageContaining("101");
    Transaction twice =
        new Transaction()
            .add("note", notes.requests(), r -> r.createAction(note(1), NOW))
            .add("same", notes.requests(), r -> r.deleteAction(note(1).key()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> twice.send(client))
        .withMessage(
            "The members note and same are about one item; DynamoDB takes one action on an item");
  }

  @Test
  void isDoneOnceUnderAToken() {
    Transaction once = both().token("request 1");
    once.send(client);
    notes.delete(note(1).key());

    once.send(client);

    assertThat(notes.get(note(1).key())).isEmpty();
    assertThat(
            catchThrowableOfType(
                IdempotentParameterMismatchException.class,
                () ->
                    new Transaction()
                        .add("note", notes.requests(), r -> r.createAction(note(3), NOW))
                        .token("request 1")
                        .send(client)))
        .isNotNull();
    assertThatIllegalArgumentException().isThrownBy(() -> both().token("").request());
    assertThatIllegalArgumentException().isThrownBy(() -> both().token("x".repeat(37)).request());
  }

  @Test
  void declaredOnesAreDoneOnceUnderAToken() {
    people.register(ann, note(1), NOW, "request 2");
    notes.delete(note(1).key());

    people.register(ann, note(1), NOW, "request 2");

    assertThat(notes.get(note(1).key())).isEmpty();
    assertThat(
            catchThrowableOfType(
                    TransactionFailedException.class,
                    () -> people.register(ann, note(1), NOW, "request 3"))
                .failed())
        .isNotEmpty();
  }

  @Test
  void isImmutable() {
    Transaction one =
        new Transaction().add("note", notes.requests(), r -> r.createAction(note(1), NOW));

    one.add("other", notes.requests(), r -> r.createAction(note(2), NOW)).token("x");

    assertThat(one.request().transactItems()).hasSize(1);
    assertThat(one.request().clientRequestToken()).isNull();
  }

  @Test
  void isSentByTheAsyncClient() {
    both().send(local.dynamoDbAsyncClient()).join();
    assertThat(notes.get(note(1).key())).isPresent();

    CompletionException failure =
        catchThrowableOfType(
            CompletionException.class, () -> both().send(local.dynamoDbAsyncClient()).join());
    assertThat(((TransactionFailedException) failure.getCause()).failed())
        .extracting(Member::name)
        .isEqualTo(List.of("person", "person", "note"));
    assertThatThrownBy(() -> new Transaction().send(local.dynamoDbAsyncClient()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
