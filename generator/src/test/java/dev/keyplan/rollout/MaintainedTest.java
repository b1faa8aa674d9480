package dev.keyplan.rollout;

import static dev.keyplan.rollout.Releases.changed;
import static dev.keyplan.rollout.Releases.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.support.ConditionFailedException;
import dev.keyplan.support.ItemFormatException;
import dev.keyplan.support.UniqueValueTakenException;
import dev.keyplan.testing.JavaValues;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What writes keep up comes and goes while both releases run. */
class MaintainedTest {
  private static final String MODEL =
      """
      table Members "members" { key pk / sk }

      entity Member in Members {
        key "MEMBER#{id}" / "PROFILE"
        id    : string(1..9)
        email : string(3..50)
        name  : string(1..50)
      }

      pattern rename { update Member set name }
      pattern shift  { move Member set id = :to }
      """;
  private static final String VERSIONED =
      changed(MODEL, "name  :", "version : long @version\n  name  :");
  private static final String TOUCHED =
      changed(MODEL, "name  :", "seenAt : timestamp @touch\n  name  :");
  private static final String UNIQUE = changed(MODEL, "\"PROFILE\"", "\"PROFILE\"\n  unique email");

  private static final Map<String, Object> KEY = Map.of("id", "ann");
  private static final Map<String, Object> ANN =
      Map.of("id", "ann", "email", "ann@example.org", "name", "Ann");

  private final Releases releases = new Releases();
  private final Release plain = releases.of(MODEL);

  MaintainedTest() {
    plain.createTable("MembersTable");
  }

  @AfterEach
  void stop() {
    releases.close();
  }

  /** What was written without one is of version 0, as what was not written yet is. */
  @Test
  void versionIsAdded() {
    Release newer = releases.of(VERSIONED);
    plain.create("Member", ANN);

    assertThat(newer.get("Member", KEY)).contains(with(ANN, "version", 0L));
    Object read = newer.read("Member", KEY);
    newer.update("Member", read, Map.of("name", "Anna"));
    assertThat(newer.get("Member", KEY)).contains(with(with(ANN, "version", 1L), "name", "Anna"));
    assertThatThrownBy(() -> newer.update("Member", read, Map.of("name", "Anne")))
        .isInstanceOf(ConditionFailedException.class);
    assertThatThrownBy(() -> newer.call("Member", "rename", read, "Anne"))
        .isInstanceOf(ConditionFailedException.class);
    assertThatThrownBy(() -> newer.call("Member", "put", read))
        .isInstanceOf(ConditionFailedException.class);
    assertThatThrownBy(() -> newer.call("Member", "delete", read))
        .isInstanceOf(ConditionFailedException.class);
    assertThatThrownBy(() -> newer.call("Member", "shift", read, "bob"))
        .isInstanceOf(ConditionFailedException.class);
  }

  @Test
  void everyWriteTakesWhatHasNoVersion() {
    Release newer = releases.of(VERSIONED);
    for (String id : new String[] {"a", "b", "c", "d"}) {
      plain.create("Member", with(ANN, "id", id));
    }

    newer.call("Member", "rename", newer.read("Member", Map.of("id", "a")), "Anna");
    newer.call("Member", "put", newer.read("Member", Map.of("id", "b")));
    newer.call("Member", "shift", newer.read("Member", Map.of("id", "c")), "e");
    newer.call("Member", "delete", newer.read("Member", Map.of("id", "d")));

    for (String id : new String[] {"a", "b", "e"}) {
      assertThat(newer.get("Member", Map.of("id", id)).orElseThrow()).containsEntry("version", 1L);
    }
    assertThat(newer.get("Member", Map.of("id", "d"))).isEmpty();
  }

  /** An item of which nothing else is asked for is there, although it has no version. */
  @Test
  void versionAloneIsSelected() {
    Release newer =
        releases.of(VERSIONED + "pattern versionOf { get Member where id select version }\n");
    plain.create("Member", ANN);

    Optional<?> found = (Optional<?>) newer.call("Member", "versionOf", "ann");
    assertThat(found.map(JavaValues::components)).contains(Map.of("version", 0L));
    assertThat((Optional<?>) newer.call("Member", "versionOf", "bob")).isEmpty();
  }

  /** What is stored as NULL no write would take as version 0. */
  @Test
  void nullIsNoVersion() {
    Release newer = releases.of(VERSIONED);
    Map<String, AttributeValue> item = new HashMap<>();
    plain.create("Member", ANN);
    item.putAll(releases.stored("members", "MEMBER#ann", "PROFILE"));
    item.put("version", AttributeValue.fromNul(true));
    releases.client().putItem(p -> p.tableName("members").item(item));

    assertThatThrownBy(() -> newer.get("Member", KEY)).isInstanceOf(ItemFormatException.class);
  }

  /** What never was there is not of version 0. */
  @Test
  void nothingIsWrittenWhereThereIsNothing() {
    Release newer = releases.of(VERSIONED);
    Object built = newer.built("Member", ANN);

    assertThatThrownBy(() -> newer.update("Member", built, Map.of("name", "Anna")))
        .isInstanceOf(ConditionFailedException.class);
    assertThatThrownBy(() -> newer.call("Member", "rename", built, "Anna"))
        .isInstanceOf(ConditionFailedException.class);
    assertThatThrownBy(() -> newer.call("Member", "put", built))
        .isInstanceOf(ConditionFailedException.class);
    assertThatThrownBy(() -> newer.call("Member", "delete", built))
        .isInstanceOf(ConditionFailedException.class);
    assertThatThrownBy(() -> newer.call("Member", "shift", built, "bob"))
        .isInstanceOf(ConditionFailedException.class);
    assertThat(releases.stored("members", "MEMBER#ann", "PROFILE")).isEmpty();
  }

  /** Older code changes items without counting, so that nobody notices. */
  @Test
  void olderCodeDoesNotCount() {
    Release newer = releases.of(VERSIONED);
    newer.create("Member", ANN);
    Object read = newer.read("Member", KEY);

    plain.update("Member", KEY, Map.of("name", "Anna"));
    newer.update("Member", read, Map.of("name", "Anne"));
    assertThat(newer.get("Member", KEY).orElseThrow())
        .containsEntry("version", 2L)
        .containsEntry("name", "Anne");

    // A put takes the version away, which is noticed.
    Object again = newer.read("Member", KEY);
    plain.call("Member", "put", plain.built("Member", ANN));
    assertThatThrownBy(() -> newer.update("Member", again, Map.of("name", "Anna")))
        .isInstanceOf(ConditionFailedException.class);
    assertThat(newer.get("Member", KEY)).contains(with(ANN, "version", 0L));
  }

  @Test
  void versionIsRemoved() {
    Release older = releases.of(VERSIONED);
    older.create("Member", ANN);

    assertThat(plain.get("Member", KEY)).contains(ANN);
    plain.call("Member", "put", plain.built("Member", with(ANN, "name", "Anna")));
    Object read = older.read("Member", KEY);
    older.update("Member", read, Map.of("name", "Anne"));
    assertThat(older.get("Member", KEY).orElseThrow()).containsEntry("version", 1L);
  }

  /** What was written without one has the time of what was not written yet. */
  @Test
  void touchIsAdded() {
    Release newer = releases.of(TOUCHED);
    plain.create("Member", ANN);

    assertThat(newer.get("Member", KEY)).contains(with(ANN, "seenAt", Instant.EPOCH));
    newer.call("Member", "shift", newer.read("Member", KEY), "bob");
    assertThat(newer.get("Member", Map.of("id", "bob")).orElseThrow())
        .containsEntry("seenAt", Release.NOW);

    plain.create("Member", ANN);
    newer.update("Member", KEY, Map.of("name", "Anna"));
    assertThat(newer.get("Member", KEY).orElseThrow()).containsEntry("seenAt", Release.NOW);
  }

  @Test
  void uniqueIsAdded() {
    Release newer = releases.of(UNIQUE);
    plain.create("Member", ANN);
    Map<String, Object> other = with(ANN, "id", "bob");

    // What was written before has no guard.
    newer.create("Member", other);
    newer.call("Member", "delete", newer.read("Member", Map.of("id", "bob")));

    // A move to where it is puts the guard, as often as one likes.
    newer.call("Member", "shift", newer.read("Member", KEY), "ann");
    newer.call("Member", "shift", newer.read("Member", KEY), "ann");
    assertThatThrownBy(() -> newer.create("Member", other))
        .isInstanceOf(UniqueValueTakenException.class);
    plain.create("Member", other);
    assertThatThrownBy(
            () -> newer.call("Member", "shift", newer.read("Member", Map.of("id", "bob")), "bob"))
        .isInstanceOf(UniqueValueTakenException.class);
    plain.call("Member", "delete", Map.of("id", "bob"));
  }

  @Test
  void writesGoWellWithoutGuards() {
    Release newer = releases.of(UNIQUE);
    plain.create("Member", ANN);
    Map<String, Object> other = with(ANN, "id", "bob");

    // Each write that knows the item goes well without its guard.
    newer.update("Member", newer.read("Member", KEY), Map.of("email", "anna@example.org"));
    assertThatThrownBy(() -> newer.create("Member", with(other, "email", "anna@example.org")))
        .isInstanceOf(UniqueValueTakenException.class);

    // Older code leaves guards behind.
    plain.update("Member", KEY, Map.of("email", "ann@example.org"));
    assertThatThrownBy(() -> newer.create("Member", with(other, "email", "anna@example.org")))
        .isInstanceOf(UniqueValueTakenException.class);
  }

  @Test
  void uniqueIsRemoved() {
    Release older = releases.of(UNIQUE);
    older.create("Member", ANN);
    plain.call("Member", "delete", KEY);

    // Guards stay, and older code believes them.
    assertThat(
            releases.stored(
                "members",
                "UNIQUE#Member#email#ann@example.org",
                "UNIQUE#Member#email#ann@example.org"))
        .isNotEmpty();
    assertThatThrownBy(() -> older.create("Member", ANN))
        .isInstanceOf(UniqueValueTakenException.class);
    plain.create("Member", ANN);
    assertThat(plain.get("Member", KEY)).contains(ANN);
  }
}
