package org.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyplan.support.TransactionFailedException;
import dev.keyplan.support.TransactionFailedException.Member;
import dev.keyplan.support.UniqueValueTakenException;
import dev.keyplan.testing.LocalDynamoDb;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.example.people.Badge;
import org.example.people.BadgeConditionFailedException;
import org.example.people.BadgeRepository;
import org.example.people.BadgesTable;
import org.example.people.Handle;
import org.example.people.HandleRepository;
import org.example.people.HandlesTable;
import org.example.people.Kind;
import org.example.people.Note;
import org.example.people.NoteRepository;
import org.example.people.PeopleTable;
import org.example.people.Person;
import org.example.people.PersonConditionFailedException;
import org.example.people.PersonRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class PeopleTest {
  private final DynamoDbClient client = LocalDynamoDb.start();
  private final PersonRepository people = new PersonRepository(client);
  private final NoteRepository notes = new NoteRepository(client);
  private final BadgeRepository badges = new BadgeRepository(client);
  private final HandleRepository handles = new HandleRepository(client);

  @BeforeEach
  void createTables() {
    client.createTable(PeopleTable.DEFAULT.createTableRequest());
    client.createTable(BadgesTable.DEFAULT.createTableRequest());
    client.createTable(HandlesTable.DEFAULT.createTableRequest());
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private static Person.Builder person(String email) {
    return Person.builder().email(email).tenant("acme").name("Ann");
  }

  private List<String> guards(String table) {
    return client.scan(s -> s.tableName(table)).items().stream()
        .map(item -> item.get("pk").s())
        .filter(pk -> pk.startsWith("UNIQUE#"))
        .sorted()
        .toList();
  }

  private static List<String> taken(ThrowingCallable write) {
    return catchThrowableOfType(UniqueValueTakenException.class, write).attributes();
  }

  @Test
  void createTakesTheValues() {
    Person ann = people.create(person("ann@x").nick("a#n\\n").build());
    assertThat(ann.version()).isEqualTo(1);
    assertThat(people.get(ann.key())).contains(ann);
    assertThat(guards("people"))
        .containsExactly("UNIQUE#Person#e-mail#ann@x", "UNIQUE#Person#tenant,nick#acme#a#n\\n");
    assertThat(taken(() -> people.create(person("ann@x").build()))).containsExactly("email");
    assertThat(taken(() -> people.create(person("bob@x").nick("a#n\\n").build())))
        .containsExactly("tenant", "nick");
    assertThat(guards("people")).hasSize(2);
    people.create(person("bob@x").tenant("acme#a").nick("n\\n").build());
    assertThat(guards("people")).contains("UNIQUE#Person#tenant,nick#acme\\#a#n\\n");
    assertThat(
            catchThrowableOfType(PersonConditionFailedException.class, () -> people.create(ann))
                .found())
        .contains(ann);
  }

  @Test
  void guardsAreNeitherScannedNorInOtherPartitions() {
    Person ann = people.create(person("ann@x").build());
    assertThat(people.everybody().stream()).containsExactly(ann);
    Map<String, AttributeValue> guard =
        client
            .getItem(
                g ->
                    g.tableName("people")
                        .key(
                            Map.of(
                                "pk", AttributeValue.fromS("UNIQUE#Person#e-mail#ann@x"),
                                "sk", AttributeValue.fromS("UNIQUE#Person#e-mail#ann@x"))))
            .item();
    assertThat(guard.get("_type").s()).isEqualTo("_unique");
    assertThat(guard.get("_of").m()).isEqualTo(people.requests().get(ann.key()).key());
    Handle handle =
        handles.create(Handle.builder().name("ann").kind(Kind.OTHER).owner("Ann").build());
    assertThat(guards("handles")).containsExactly("UNIQUE#Handle#kind,owner#o\\##Ann");
    assertThat(handles.handles().stream()).containsExactly(handle);
  }

  @Test
  void updatesMoveTheGuardsOnlyOfWhatChanges() {
    Person ann = people.create(person("ann@x").nick("nan").build());
    Person renamed = people.update(ann, u -> u.name("Anna").email("ann@x"));
    assertThat(renamed.version()).isEqualTo(2);
    assertThat(people.get(ann.key())).contains(renamed);
    assertThat(people.requests().updateActions(renamed, u -> u.name("A"), Instant.EPOCH))
        .hasSize(1);
    Person other = people.update(renamed, u -> u.email("anna@x").removeNick());
    assertThat(people.get(ann.key())).contains(other);
    assertThat(guards("people")).containsExactly("UNIQUE#Person#e-mail#anna@x");
    Person bob = people.create(person("ann@x").nick("nan").build());
    assertThat(taken(() -> people.update(bob, u -> u.email("anna@x")))).containsExactly("email");
    assertThat(people.get(bob.key())).contains(bob);
    assertThat(
            catchThrowableOfType(
                    PersonConditionFailedException.class,
                    () -> people.update(ann, u -> u.email("late@x")))
                .found())
        .contains(other);
    assertThat(
            catchThrowableOfType(
                    PersonConditionFailedException.class,
                    () -> people.update(ann, u -> u.name("late")))
                .found())
        .contains(other);
    assertThat(guards("people")).hasSize(3);
  }

  @Test
  void patternsMoveTheGuards() {
    Person ann = people.create(person("ann@x").build());
    assertThat(
            catchThrowableOfType(
                    PersonConditionFailedException.class,
                    () -> people.changeEmail(ann, "anna@x", "Bob"))
                .found())
        .contains(ann);
    Person changed = people.changeEmail(ann, "anna@x", "Ann");
    assertThat(people.get(ann.key())).contains(changed);
    assertThat(changed.version()).isEqualTo(2);
    assertThat(guards("people")).containsExactly("UNIQUE#Person#e-mail#anna@x");
    Person renamed = people.rename(changed, "Anna");
    assertThat(people.changeEmail(renamed, "anna@x", "Anna").version()).isEqualTo(4);
  }

  @Test
  void movesKeepTheGuards() {
    Person ann = people.create(person("ann@x").nick("nan").build());
    UUID to = UUID.randomUUID();
    Person moved = people.hand(ann, to, "other");
    assertThat(people.get(new Person.Key(to))).contains(moved);
    assertThat(guards("people")).containsExactly("UNIQUE#Person#e-mail#ann@x");
    Person again = people.update(moved, u -> u.email("anna@x"));
    Person inPlace = people.hand(again, to, "third");
    assertThat(people.get(new Person.Key(to))).contains(inPlace);
    people.leave(inPlace, "nobody");
    assertThat(guards("people")).isEmpty();
  }

  @Test
  void deleteFreesTheValues() {
    Person ann = people.create(person("ann@x").nick("nan").build());
    assertThat(
            catchThrowableOfType(
                    PersonConditionFailedException.class, () -> people.leave(ann, "Ann"))
                .found())
        .contains(ann);
    people.delete(ann);
    assertThat(guards("people")).isEmpty();
    assertThat(people.create(person("ann@x").build()).version()).isEqualTo(1);
  }

  @Test
  void guardsExpireWithTheirItem() {
    Instant end = Instant.parse("2026-12-01T00:00:00Z");
    Person ann = people.create(person("ann@x").endsAt(end).build());
    Person longer = people.update(ann, u -> u.endsAt(end.plusSeconds(60)));
    assertThat(
            client.scan(s -> s.tableName("people")).items().stream()
                .map(item -> item.get("endsAt").n())
                .distinct())
        .containsExactly(Long.toString(end.plusSeconds(60).getEpochSecond()));
    client.deleteItem(
        d ->
            d.tableName("people")
                .key(
                    Map.of(
                        "pk", AttributeValue.fromS("UNIQUE#Person#e-mail#ann@x"),
                        "sk", AttributeValue.fromS("UNIQUE#Person#e-mail#ann@x"))));
    Person forever = people.update(longer, u -> u.removeEndsAt());
    assertThat(guards("people")).hasSize(1);
    people.delete(forever);
    assertThat(guards("people")).isEmpty();
  }

  @Test
  void aGuardLeadsToItsItem() {
    Person ann = people.create(person("ann@x").nick("nan").build());
    assertThat(people.byEmail("ann@x")).contains(ann);
    assertThat(people.byNick("acme", "nan")).contains(ann);
    assertThat(people.byEmail("bob@x")).isEmpty();
    Person moved = people.hand(ann, UUID.randomUUID(), "other");
    assertThat(people.byEmail("ann@x")).contains(moved);
    assertThat(people.byNick("acme", "nan")).isEmpty();
    client.deleteItem(d -> d.tableName("people").key(people.requests().get(moved.key()).key()));
    assertThat(people.byEmail("ann@x")).isEmpty();
    badges.create(Badge.builder().code("a").at(5).number(7).build());
    assertThat(badges.badgeOf(7).orElseThrow().code()).isEqualTo("a");
  }

  @Test
  void aTransactionSaysWhoseValueIsTaken() {
    Person ann = person("ann@x").build();
    Note note = Note.builder().person(ann.id()).number(1).text("x").build();
    people.register(ann, note);
    assertThat(people.get(ann.key()).orElseThrow().version()).isEqualTo(1);
    Person twin = person("ann@x").nick("t").build();
    Note other = Note.builder().person(twin.id()).number(1).text("x").build();
    TransactionFailedException failed =
        catchThrowableOfType(TransactionFailedException.class, () -> people.register(twin, other));
    Member member = failed.failed().get(0);
    assertThat(failed.failed()).hasSize(1);
    assertThat(member.name()).isEqualTo("person");
    assertThat(member.taken()).containsExactly("email");
    assertThat(member.found().isPresent()).isFalse();
    assertThat(notes.get(other.key())).isEmpty();
  }

  @Test
  void aTiedKeyIsNoParameter() {
    Person ann = people.create(person("ann@x").build());
    Note note = notes.create(Note.builder().person(ann.id()).number(1).text("x").build());
    people.annotate(note.key(), "Bob", "y");
    assertThat(notes.get(note.key()).orElseThrow().text()).isEqualTo("y");
    TransactionFailedException failed =
        catchThrowableOfType(
            TransactionFailedException.class, () -> people.annotate(note.key(), "Ann", "z"));
    assertThat(failed.failed().get(0).name()).isEqualTo("person");
    assertThat(notes.get(note.key()).orElseThrow().text()).isEqualTo("y");
  }

  @Test
  void withoutAVersionAllOfItHasToBeAsItWasRead() {
    Badge badge = badges.create(Badge.builder().code("a").at(5).number(7).build());
    assertThat(guards("badges")).containsExactly("UNIQUE#Badge#number#7");
    Badge labelled = badges.relabel(badge.key(), "x");
    assertThat(labelled.label()).contains("x");
    assertThat(
            catchThrowableOfType(
                    BadgeConditionFailedException.class, () -> badges.renumber(badge, 8))
                .found())
        .contains(labelled);
    Badge renumbered = badges.renumber(labelled, 8);
    assertThat(badges.get(badge.key())).contains(renumbered);
    Badge recoded = badges.recode(renumbered, "b");
    assertThat(badges.update(recoded, u -> {})).isEqualTo(recoded);
    assertThat(badges.update(recoded, u -> u.removeLabel()).label()).isEmpty();
    assertThat(guards("badges")).containsExactly("UNIQUE#Badge#number#8");
    assertThat(taken(() -> badges.create(Badge.builder().code("c").at(1).number(8).build())))
        .containsExactly("number");
    assertThat(
            catchThrowableOfType(BadgeConditionFailedException.class, () -> badges.delete(recoded)))
        .isNotNull();
    badges.delete(badges.get(recoded.key()).orElseThrow());
    assertThat(guards("badges")).isEmpty();
  }

  @Test
  void batchesOfAnySize() {
    UUID person = UUID.randomUUID();
    List<Note> all =
        IntStream.range(0, 60)
            .mapToObj(i -> Note.builder().person(person).number(i).text("x").build())
            .toList();
    notes.storeNotes(all);
    assertThat(notes.notes(person).stream().map(Note::written).distinct()).hasSize(1);
    assertThat(notes.notes(person).stream()).hasSize(60);
    notes.dropNotes(all.subList(0, 59).stream().map(Note::key).toList());
    assertThat(notes.notes(person).stream().map(Note::number)).containsExactly(59);
    assertThat(
            catchThrowableOfType(
                IllegalArgumentException.class,
                () -> notes.storeNotes(List.of(all.get(0), all.get(0)))))
        .hasMessageContaining("same key");
  }
}
