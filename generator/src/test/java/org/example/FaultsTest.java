package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.toolshed.Article;
import com.toolshed.ArticleRepository;
import com.toolshed.ToolshedTable;
import dev.keyplan.support.ConditionFailedException;
import dev.keyplan.support.TransactionFailedException;
import dev.keyplan.testing.FaultyHttpClient;
import dev.keyplan.testing.FaultyHttpClient.Fault;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.example.people.Note;
import org.example.people.NoteConditionFailedException;
import org.example.people.NoteRepository;
import org.example.people.PeopleTable;
import org.example.people.Person;
import org.example.people.PersonConditionFailedException;
import org.example.people.PersonRepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/**
 * What generated code and the SDK make of a network that loses requests and answers, and of a
 * service that throttles: nothing is lost, and nothing is done twice that is said to be done once.
 */
class FaultsTest {
  private static final int ATTEMPTS = 3;

  private static DynamoDBProxyServer server;
  private static FaultyHttpClient network;
  private static DynamoDbClient client;
  private static PersonRepository people;
  private static NoteRepository notes;

  @BeforeAll
  static void start() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    server =
        ServerRunner.createServerFromCommandLineArgs(
            new String[] {"-inMemory", "-port", Integer.toString(port), "-disableTelemetry"});
    server.start();
    network = new FaultyHttpClient(UrlConnectionHttpClient.create());
    client =
        DynamoDbClient.builder()
            .region(Region.US_EAST_1)
            .endpointOverride(URI.create("http://127.0.0.1:" + port))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("fake", "fake")))
            .overrideConfiguration(
                o ->
                    o.retryStrategy(
                        AwsRetryStrategy.standardRetryStrategy().toBuilder()
                            .maxAttempts(ATTEMPTS)
                            .backoffStrategy(BackoffStrategy.fixedDelay(Duration.ofMillis(1)))
                            .throttlingBackoffStrategy(
                                BackoffStrategy.fixedDelay(Duration.ofMillis(1)))
                            .circuitBreakerEnabled(false)
                            .build()))
            .httpClient(network)
            .build();
    client.createTable(PeopleTable.DEFAULT.createTableRequest());
    client.createTable(ToolshedTable.DEFAULT.createTableRequest());
    people = new PersonRepository(client);
    notes = new NoteRepository(client);
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
    server.stop();
  }

  private static Person.Builder person() {
    return Person.builder().email(UUID.randomUUID() + "@x").tenant("acme").name("Ann");
  }

  private static Note note() {
    return Note.builder().person(UUID.randomUUID()).number(1).text("x").build();
  }

  /** Nothing was done yet, so that a repetition is all that is needed. */
  @ParameterizedTest
  @EnumSource(names = {"LOST", "THROTTLED", "INTERNAL_ERROR"})
  void whatWasNotDoneIsRepeated(Fault fault) {
    network.next(fault, fault);
    Note created = notes.create(note());
    assertThat(network.requests()).isEqualTo(ATTEMPTS);
    network.next(fault);
    assertThat(notes.get(created.key())).contains(created);
    network.next(fault);
    assertThat(notes.notes(created.person()).stream()).containsExactly(created);
    network.next(fault);
    assertThat(people.create(person().build()).version()).isEqualTo(1);
  }

  @Test
  void whatFailsForGoodIsTheSdksException() {
    network.next(Collections.nCopies(ATTEMPTS, Fault.THROTTLED).toArray(Fault[]::new));
    assertThatThrownBy(() -> notes.create(note()))
        .isInstanceOf(ProvisionedThroughputExceededException.class);
    network.next(Collections.nCopies(ATTEMPTS, Fault.INTERNAL_ERROR).toArray(Fault[]::new));
    assertThatThrownBy(() -> notes.create(note())).isInstanceOf(InternalServerErrorException.class);
    network.next(Collections.nCopies(ATTEMPTS, Fault.ANSWER_LOST).toArray(Fault[]::new));
    assertThatThrownBy(() -> people.create(person().build()))
        .isInstanceOf(SdkClientException.class)
        .hasCauseInstanceOf(IOException.class);
  }

  /** The first attempt wrote it: the second one cannot tell, but says that it was the second. */
  @ParameterizedTest
  @EnumSource(names = {"ANSWER_LOST", "TIMEOUT_AFTER", "INTERNAL_ERROR_AFTER"})
  void aCreateWhoseAnswerWasLostSaysSo(Fault fault) {
    Note note = note();
    network.next(fault);
    NoteConditionFailedException failed =
        catchThrowableOfType(NoteConditionFailedException.class, () -> notes.create(note));
    assertThat(failed.isRepeated()).isTrue();
    assertThat(failed).hasMessageContaining("attempt");
    assertThat(failed.found().map(found -> found.toBuilder().build()))
        .contains(notes.get(note.key()).orElseThrow());
    assertThat(failed.found().orElseThrow().text()).isEqualTo(note.text());

    network.next();
    failed = catchThrowableOfType(NoteConditionFailedException.class, () -> notes.create(note));
    assertThat(failed.isRepeated()).isFalse();
    network.next(Fault.THROTTLED);
    Person missing = people.create(person().build());
    people.delete(missing);
    ConditionFailedException gone =
        catchThrowableOfType(PersonConditionFailedException.class, () -> people.delete(missing));
    assertThat(gone.isRepeated()).isFalse();
  }

  @Test
  void aVersionedWriteIsDoneOnceAndSaysSo() {
    Person ann = people.create(person().build());
    network.next(Fault.ANSWER_LOST);
    PersonConditionFailedException failed =
        catchThrowableOfType(
            PersonConditionFailedException.class, () -> people.rename(ann, "Annie"));
    assertThat(failed.isRepeated()).isTrue();
    assertThat(failed.found().map(Person::name)).contains("Annie");
    assertThat(people.get(ann.key()).map(Person::version)).contains(2L);
  }

  /** A transaction has a token, by which DynamoDB knows the repetition. */
  @ParameterizedTest
  @EnumSource(names = {"ANSWER_LOST", "TIMEOUT_AFTER", "INTERNAL_ERROR_AFTER"})
  void aTransactionWhoseAnswerWasLostIsDoneOnce(Fault fault) {
    network.next(fault);
    Person ann = people.create(person().build());
    assertThat(people.get(ann.key())).contains(ann);
    network.next(fault, fault);
    Person moved = people.changeEmail(ann, UUID.randomUUID() + "@y", "Ann");
    assertThat(people.get(ann.key())).contains(moved);
    network.next(fault);
    Person bob = person().id(UUID.randomUUID()).build();
    people.register(bob, Note.builder().person(bob.id()).number(1).text("first").build());
    assertThat(notes.notes(bob.id()).stream()).hasSize(1);
  }

  @Test
  void aConflictOfTransactionsIsTypedAndNothingIsWritten() {
    Person ann = person().id(UUID.randomUUID()).build();
    network.next(Fault.CONFLICT);
    TransactionFailedException failed =
        catchThrowableOfType(TransactionFailedException.class, () -> people.create(ann));
    assertThat(failed.failed())
        .singleElement()
        .satisfies(member -> assertThat(member.code()).isEqualTo("TransactionConflict"));
    network.next();
    assertThat(people.get(ann.key())).isEmpty();
    people.create(ann);
  }

  /**
   * What DynamoDB calculates has no token: where once matters, a version or a transaction does it.
   */
  @Test
  void aCalculationWhoseAnswerWasLostIsRepeated() {
    ArticleRepository articles = new ArticleRepository(client, ToolshedTable.DEFAULT);
    Article article = articles.create(article());
    network.next(Fault.ANSWER_LOST);
    assertThat(articles.sell(article.key(), 5).sold()).contains(10L);

    network.next(Fault.ANSWER_LOST);
    client.transactWriteItems(
        t -> t.transactItems(articles.requests().sellAction(article.key(), 5)));
    assertThat(articles.get(article.key()).orElseThrow().sold()).contains(15L);
  }

  private static Article.Builder article() {
    return Article.builder()
        .name("Hammer")
        .shelf(3)
        .place(14)
        .stock(10)
        .total(0)
        .balance(new BigDecimal("10.00"))
        .labels(Set.of())
        .sizes(Set.of())
        .lines(List.of())
        .scores(Map.of())
        .rooms(Map.of());
  }

  @Test
  void partialBatchesAreFinished() {
    UUID person = UUID.randomUUID();
    List<Note> all = notes(person, 60);
    network.next(
        Fault.FIRST_ONLY, Fault.THROTTLED, Fault.FIRST_ONLY, Fault.NONE, Fault.ANSWER_LOST);
    notes.storeNotes(all);
    network.next();
    assertThat(notes.notes(person).stream()).hasSize(60);

    List<Note.Key> keys = all.stream().map(Note::key).toList();
    network.next(Fault.FIRST_ONLY, Fault.LOST, Fault.FIRST_ONLY);
    assertThat(notes.getAll(keys).keySet()).containsExactlyElementsOf(keys);

    network.next(Fault.FIRST_ONLY, Fault.FIRST_ONLY, Fault.TIMEOUT_AFTER);
    notes.dropNotes(keys);
    network.next();
    assertThat(notes.getAll(keys)).isEmpty();
  }

  /** Whatever happens: what a call says that it did is done, and what was done is never undone. */
  @Test
  void nothingIsLostOnAnySchedule() {
    Random random = new Random(20_261_126);
    List<Fault> faults = new ArrayList<>(List.of(Fault.values()));
    faults.removeAll(List.of(Fault.FIRST_ONLY, Fault.CONFLICT));
    for (int i = 0; i < 60; i++) {
      Fault[] schedule =
          IntStream.range(0, random.nextInt(5))
              .mapToObj(n -> faults.get(random.nextInt(faults.size())))
              .toArray(Fault[]::new);
      Person wanted = person().id(UUID.randomUUID()).build();
      network.next(schedule);
      Optional<Person> created = attempt(() -> people.create(wanted));
      Optional<Person> renamed =
          created.flatMap(person -> attempt(() -> people.rename(person, "Annie")));
      network.next();
      Optional<Person> stored = people.get(wanted.key());
      created.ifPresent(
          person -> assertThat(stored.map(Person::version)).isIn(Optional.of(1L), Optional.of(2L)));
      renamed.ifPresent(person -> assertThat(stored).contains(person));
      // Both or neither of the item and its guard.
      assertThat(people.byEmail(wanted.email()).isPresent()).isEqualTo(stored.isPresent());
    }
  }

  private interface Call {
    Person run();
  }

  private static Optional<Person> attempt(Call call) {
    try {
      return Optional.of(call.run());
    } catch (PersonConditionFailedException e) {
      assertThat(e.isRepeated()).isTrue();
      return Optional.empty();
    } catch (SdkException e) {
      return Optional.empty();
    }
  }

  @Test
  void aBatchThatIsThrottledForGoodIsTheSdksException() {
    List<Note> all = notes(UUID.randomUUID(), 3);
    List<Note.Key> keys = all.stream().map(Note::key).toList();
    network.next(Fault.FIRST_ONLY, Fault.THROTTLED, Fault.THROTTLED, Fault.THROTTLED);
    assertThatThrownBy(() -> notes.storeNotes(all))
        .isInstanceOf(ProvisionedThroughputExceededException.class);
    network.next();
    assertThat(notes.getAll(keys)).containsOnlyKeys(keys.get(0));
  }

  private static List<Note> notes(UUID person, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Note.builder().person(person).number(i).text("x").build())
        .toList();
  }
}
