package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.support.CursorException;
import dev.keyplan.support.Query;
import dev.keyplan.testing.LocalDynamoDb;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.example.errands.Errand;
import org.example.errands.ErrandConditionFailedException;
import org.example.errands.ErrandRepository;
import org.example.errands.ErrandsTable;
import org.example.people.Note;
import org.example.people.NoteRepository;
import org.example.people.PeopleTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** What other mappers got wrong and no other test tells by name; see docs/pitfalls.md. */
class PitfallsTest {
  private final DynamoDbClient client = LocalDynamoDb.start();
  private final NoteRepository notes = new NoteRepository(client);
  private final ErrandRepository errands = new ErrandRepository(client);

  @BeforeEach
  void createTables() {
    client.createTable(PeopleTable.DEFAULT.createTableRequest());
    client.createTable(ErrandsTable.DEFAULT.createTableRequest());
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private UUID person(int noteCount) {
    UUID person = UUID.randomUUID();
    notes.storeNotes(
        IntStream.range(0, noteCount)
            .mapToObj(i -> Note.builder().person(person).number(i).text("").build())
            .toList());
    return person;
  }

  private static Errand.Builder errand(String title) {
    return Errand.builder().queueName("q").queue("q").rank(1).title(title);
  }

  @Test
  void nullIsNoPartOfAKeyAndNoArgument() {
    assertThatThrownBy(() -> new Note.Key(null, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("person");
    assertThatThrownBy(() -> notes.notes(null)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> errands.ofOwner(null)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> errands.dueBefore("q", null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> errands.get(null)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void zeroFalseAndEmptyAreValues() {
    UUID person = person(1);
    Note zero = notes.get(new Note.Key(person, 0)).orElseThrow();
    assertThat(zero.text()).isEmpty();
    assertThat(notes.requests().get(zero.key()).key().get("sk").s()).isEqualTo("NOTE#000");
    Errand due = errands.add(errand("x").dueAt(Instant.EPOCH).owner("o").build());
    assertThat(errands.dueBefore("q", Instant.EPOCH.plusSeconds(1)).stream()).containsExactly(due);
  }

  @Test
  void aQueryCanBeUsedAgainAndIsNotChangedByIt() {
    Query<Note> query = notes.notes(person(5));
    QueryRequest request = query.request();
    Query<Note> sized = query.pageSize(2);
    assertThat(sized.limit(3).stream()).hasSize(3);
    String cursor = sized.page().next().orElseThrow();
    assertThat(sized.page(cursor).items()).isEqualTo(sized.page(cursor).items());
    assertThat(query.stream().toList()).isEqualTo(query.stream().toList()).hasSize(5);
    assertThat(query.request()).isEqualTo(request);
  }

  @Test
  void limitsAndPageSizesArePositive() {
    Query<Note> query = notes.notes(person(1));
    for (int number : new int[] {0, -1, Integer.MIN_VALUE}) {
      assertThatThrownBy(() -> query.limit(number)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> query.pageSize(number)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void noCursorIsNotTheFirstPage() {
    Query<Note> query = notes.notes(person(1));
    assertThatThrownBy(() -> query.page(null)).isInstanceOf(CursorException.class);
    assertThatThrownBy(() -> query.page("")).isInstanceOf(CursorException.class);
  }

  @Test
  void anUpdateMakesNoItem() {
    Errand.Key missing = new Errand.Key("q", UUID.randomUUID());
    assertThatThrownBy(() -> errands.update(missing, u -> u.queue("other")))
        .isInstanceOfSatisfying(
            ErrandConditionFailedException.class, e -> assertThat(e.found()).isEmpty());
    assertThatThrownBy(() -> errands.take(missing, "o", 1, "t"))
        .isInstanceOf(ErrandConditionFailedException.class);
    assertThat(client.scan(s -> s.tableName("errands")).count()).isZero();
  }

  @Test
  void batchesAreInTheOrderOfTheirKeysWhateverTheTextsAre() {
    Errand first = errands.add(errand("x").queueName("1").build());
    Errand second = errands.add(errand("y").queueName("12").id(first.id()).build());
    Errand third = errands.add(errand("z").queueName("123").id(first.id()).build());
    List<Errand.Key> keys = List.of(third.key(), first.key(), second.key());
    assertThat(errands.getAll(keys).values()).containsExactly(third, first, second);
  }

  @Test
  void anUpdateOfOthersLeavesIndexKeysAlone() {
    Errand errand = errands.add(errand("x").owner("o").label("l").build());
    Errand changed = errands.update(errand.key(), u -> u.queue("other"));
    assertThat(errands.ofOwner("o").stream()).containsExactly(changed);
    assertThat(errands.labelled("l").first()).isEqualTo(Optional.of(changed));
  }

  @Test
  void aPageThatEndsWithTheLastItemLeadsToAnEndAndNotRound() {
    Query<Note> query = notes.notes(person(4)).pageSize(2);
    String second = query.page().next().orElseThrow();
    Optional<String> third = query.page(second).next();
    assertThat(third.map(cursor -> query.page(cursor).items()).orElse(List.of())).isEmpty();
    assertThat(third.flatMap(cursor -> query.page(cursor).next())).isEmpty();
  }
}
