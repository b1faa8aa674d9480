package dev.keyplan.rollout;

import static dev.keyplan.rollout.Releases.changed;
import static dev.keyplan.rollout.Releases.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.rollout.Release.Inside;
import dev.keyplan.support.ConditionFailedException;
import dev.keyplan.support.ItemFormatException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attributes come, go and change while both releases run. */
class AttributesTest {
  private static final String MODEL =
      """
      table Notes "notes" { key pk / sk }

      enum State { OPEN, DONE }

      struct Place { street: string(1..50)  city: string(1..50) }

      entity Note in Notes {
        key "BOX#{box}" / "NOTE#{id}"
        box   : string(1..20)
        id    : int(1..999)
        text  : string(1..200)
        state : State
        place : Place?
        count : int(0..100)?
      }

      pattern notes  { query Note where box }
      pattern finish { update Note set state = DONE }
      pattern shift  { move Note set id = :to }
      pattern drop   { delete Note }
      """;

  private static final Map<String, Object> KEY = Map.of("box", "a", "id", 1);
  private static final Map<String, Object> PLACE = Map.of("street", "Gasse 1", "city", "Bern");
  private static final Map<String, Object> NOTE =
      Map.of("box", "a", "id", 1, "text", "one", "state", "OPEN", "place", PLACE, "count", 3);

  private final Releases releases = new Releases();
  private final Release older = releases.of(MODEL);

  AttributesTest() {
    older.createTable("NotesTable");
  }

  @AfterEach
  void stop() {
    releases.close();
  }

  private Release newer(String before, String after) {
    return releases.of(changed(MODEL, before, after));
  }

  private Map<String, AttributeValue> stored() {
    return releases.stored("notes", "BOX#a", "NOTE#001");
  }

  @Test
  void optionalAttributeIsAdded() {
    Release newer = newer("count :", "colour : string(1..20)?  count :");
    Map<String, Object> coloured = with(NOTE, "colour", "red");
    older.create("Note", NOTE);

    assertThat(newer.get("Note", KEY)).contains(NOTE);
    newer.call("Note", "put", newer.built("Note", coloured));

    // What the older code does not know it neither sees nor touches, unless it writes all anew.
    assertThat(older.get("Note", KEY)).contains(NOTE);
    assertThat(older.list("Note", "notes", "a")).containsExactly(NOTE);
    older.update("Note", KEY, Map.of("text", "two"));
    older.call("Note", "finish", KEY);
    assertThat(newer.get("Note", KEY))
        .contains(with(with(coloured, "text", "two"), "state", "DONE"));

    older.call("Note", "put", older.built("Note", NOTE));
    assertThat(newer.get("Note", KEY)).contains(NOTE);
  }

  @Test
  void movesOfOlderCodeLoseWhatItDoesNotKnow() {
    Release newer = newer("count :", "colour : string(1..20)?  count :");
    newer.create("Note", with(NOTE, "colour", "red"));

    older.call("Note", "shift", older.read("Note", KEY), 2);

    assertThat(newer.get("Note", Map.of("box", "a", "id", 2))).contains(with(NOTE, "id", 2));
  }

  /** A default is for what is created: it is not read into what is stored already. */
  @Test
  void attributeWithDefaultIsAddedInTwoSteps() {
    older.create("Note", NOTE);
    Release atOnce = newer("count :", "colour : string(1..20) = \"red\"  count :");

    assertThatThrownBy(() -> atOnce.get("Note", KEY))
        .isInstanceOfSatisfying(
            ItemFormatException.class,
            e -> {
              assertThat(e.attribute()).isEqualTo("colour");
              assertThat(e.item()).containsEntry("pk", AttributeValue.fromS("BOX#a"));
            });

    Release first = newer("count :", "colour : string(1..20)? = \"red\"  count :");
    assertThat(first.get("Note", KEY)).contains(NOTE);
    first.update("Note", KEY, Map.of("colourIfAbsent", "red"));
    assertThat(atOnce.get("Note", KEY)).contains(with(NOTE, "colour", "red"));
  }

  @Test
  void attributeIsRemovedInTwoSteps() {
    Release optional = newer("text  : string(1..200)", "text : string(1..200)?");
    Release without = newer("text  : string(1..200)", "");
    Map<String, Object> textless = Map.of("box", "a", "id", 1, "state", "OPEN");
    older.create("Note", NOTE);

    assertThat(without.get("Note", KEY).orElseThrow()).doesNotContainKey("text");
    without.update("Note", KEY, Map.of("count", 4));
    assertThat(stored()).containsKey("text");

    without.call("Note", "put", without.built("Note", textless));
    assertThatThrownBy(() -> older.get("Note", KEY))
        .isInstanceOf(ItemFormatException.class)
        .hasMessageContaining("text");
    assertThat(optional.get("Note", KEY)).contains(textless);
  }

  @Test
  void constantIsAdded() {
    Release newer = newer("OPEN, DONE }", "OPEN, DONE, LATE }");
    newer.create("Note", with(NOTE, "state", "LATE"));
    Map<String, AttributeValue> before = stored();

    assertThatThrownBy(() -> older.get("Note", KEY))
        .isInstanceOfSatisfying(
            ItemFormatException.class,
            e -> {
              assertThat(e.attribute()).isEqualTo("state");
              assertThat(e.item()).isEqualTo(before);
            });
    assertThatThrownBy(() -> older.list("Note", "notes", "a"))
        .isInstanceOf(ItemFormatException.class);
    assertThat(stored()).isEqualTo(before);

    // A write by the key does what it says; only its answer cannot be read.
    assertThatThrownBy(() -> older.update("Note", KEY, Map.of("text", "two")))
        .isInstanceOf(ItemFormatException.class);
    assertThat(newer.get("Note", KEY)).contains(with(with(NOTE, "text", "two"), "state", "LATE"));
    assertThatThrownBy(() -> older.call("Note", "drop", KEY))
        .isInstanceOfSatisfying(
            ItemFormatException.class, e -> assertThat(e.item()).containsKey("text"));
    assertThat(newer.get("Note", KEY)).isEmpty();
  }

  @Test
  void memberOfStructIsAdded() {
    Release newer = newer("city: string(1..50) }", "city: string(1..50)  zip: string(..9)? }");
    Map<String, Object> place = with(PLACE, "zip", "3000");
    newer.create("Note", with(NOTE, "place", place));

    assertThat(older.get("Note", KEY)).contains(NOTE);
    older.update("Note", KEY, Map.of("place", new Inside(Map.of("city", "Basel"))));
    Map<String, Object> moved = with(NOTE, "place", with(place, "city", "Basel"));
    assertThat(newer.get("Note", KEY)).contains(moved);

    // What demands all that was read does not find the struct so, and loses nothing.
    Object read = older.read("Note", KEY);
    assertThatThrownBy(() -> older.call("Note", "shift", read, 2))
        .isInstanceOf(ConditionFailedException.class);
    assertThat(newer.get("Note", KEY)).contains(moved);

    older.update("Note", KEY, Map.of("place", PLACE));
    assertThat(newer.get("Note", KEY)).contains(NOTE);
  }

  @Test
  void limitsAreTightened() {
    Release newer = newer("text  : string(1..200)", "text : string(1..3)");
    Map<String, Object> longer = with(NOTE, "text", "older");
    older.create("Note", longer);

    assertThat(newer.get("Note", KEY)).contains(longer);
    newer.call("Note", "finish", KEY);
    Map<String, Object> done = with(longer, "state", "DONE");
    assertThat(newer.get("Note", KEY)).contains(done);
    assertThatThrownBy(() -> newer.call("Note", "put", newer.read("Note", KEY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("text");
    assertThatThrownBy(() -> newer.call("Note", "shift", newer.read("Note", KEY), 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(newer.get("Note", KEY)).contains(done);
  }

  @Test
  void limitsAreWidened() {
    Release newer = newer("count : int(0..100)?", "count : int(0..100_000)?");
    newer.create("Note", with(NOTE, "count", 5_000));

    assertThat(older.get("Note", KEY)).contains(with(NOTE, "count", 5_000));
  }

  /** A number in a key has as many digits as its range says. */
  @Test
  void rangeOfKeyIsNotWidened() {
    Release newer = newer("int(1..999)", "int(1..9999)");
    older.create("Note", NOTE);

    assertThat(newer.get("Note", KEY)).isEmpty();
  }

  @Test
  void attributeIsRenamedWithItsStoredName() {
    Release newer = newer("text  :", "words \"text\" :");
    older.create("Note", NOTE);

    assertThat(newer.get("Note", KEY).orElseThrow()).containsEntry("words", "one");
    newer.update("Note", KEY, Map.of("words", "two"));
    assertThat(older.get("Note", KEY)).contains(with(NOTE, "text", "two"));
  }

  @Test
  void anotherTypeIsAnotherAttribute() {
    Release newer = newer("count : int(0..100)?", "count : string(1..9)?");
    older.create("Note", NOTE);

    assertThatThrownBy(() -> newer.get("Note", KEY))
        .isInstanceOf(ItemFormatException.class)
        .hasMessageContaining("count")
        .hasMessageContaining("is of type N, not S");
  }
}
