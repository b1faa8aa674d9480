package dev.keyplan.rollout;

import static dev.keyplan.rollout.Releases.changed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.support.CursorException;
import dev.keyplan.support.Page;
import dev.keyplan.testing.JavaValues;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reader has a page of one release and asks the other one for the next. */
class CursorsTest {
  private static final String MODEL =
      """
      table Notes "notes" { key pk / sk  index byCity city / sk }

      entity Note in Notes {
        key "BOX#{box}" / "NOTE#{id}"
        index byCity
        box  : string(1..20)
        id   : int(1..999)
        city : string(1..50)
        text : string(1..200)
        endsAt : epoch(s)?
      }

      entity Box in Notes {
        key "BOX#{box}" / "BOX"
        box : Note.box
      }

      pattern notes { query Note where box order id page 2 }
      pattern all   { query Box, Note where box page 2 }
      """;

  private final Releases releases = new Releases();
  private final Release older = releases.of(MODEL);

  @BeforeEach
  void storeNotes() {
    older.createTable("NotesTable");
    for (int id = 1; id <= 4; id++) {
      older.create("Note", Map.of("box", "a", "id", id, "city", "Bern", "text", "t" + id));
    }
  }

  @AfterEach
  void stop() {
    releases.close();
  }

  private String cursor(Release release, String entity, String pattern) {
    return release.page(entity, pattern, "a").next().orElseThrow();
  }

  private static List<Object> ids(Page<?> page) {
    return page.items().stream().map(JavaValues::components).map(v -> v.get("id")).toList();
  }

  /** What does not change the request of a pattern does not change its cursors. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text : string(1..200) | text : string(1..20)",
        "text : string(1..200) | text : string(1..200)  more : int(0..9)?",
        "text : string(1..200) | words \"text\" : string(1..200)",
        "page 2 }\\npattern all | page 3 }\\npattern all",
        "pattern notes | pattern other { query Note where city }\\npattern notes",
        "pattern notes | entity Lid in Notes { key \"LID#{lid}\" / \"X\" lid: int(1..9) }\\npattern notes",
      })
  void cursorsGoOn(String before, String after) {
    Release newer = releases.of(changed(MODEL, lines(before), lines(after)));

    assertThat(pages(older, newer)).containsExactly(1, 2, 3, 4);
    assertThat(pages(newer, older)).containsExactly(1, 2, 3, 4);
  }

  /** A page of one release and the next one of another. */
  private static List<Object> pages(Release first, Release second) {
    Page<?> page = first.page("Note", "notes", "a");
    String cursor = page.next().orElseThrow();
    return Stream.of(page, second.pageAt(cursor, "Note", "notes", "a"))
        .flatMap(each -> ids(each).stream())
        .toList();
  }

  private static String lines(String text) {
    return text.replace("\\n", "\n");
  }

  /** What changes the request is refused in both directions: no page is wrong. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "order id page 2 | order id desc page 2",
        "order id page 2 | filter text <> \"x\" order id page 2",
        "order id page 2 | order id page 2 limit 9",
        "order id page 2 | order id page 2 select id, text",
        "pattern notes   | pattern allNotes",
        "key pk / sk     | key pk / sk  ttl endsAt",
      })
  void cursorsOfOtherRequestsAreRefused(String before, String after) {
    Release newer = releases.of(changed(MODEL, before, after));
    String name = after.contains("allNotes") ? "allNotes" : "notes";

    String olderCursor = cursor(older, "Note", "notes");
    String newerCursor = cursor(newer, "Note", name);
    assertThatThrownBy(() -> newer.pageAt(olderCursor, "Note", name, "a"))
        .isInstanceOf(CursorException.class);
    assertThatThrownBy(() -> older.pageAt(newerCursor, "Note", "notes", "a"))
        .isInstanceOf(CursorException.class);
  }

  /** A new entity may make a query over several read less of the sort key. */
  @Test
  void cursorsOfCollections() {
    String cursor = cursor(older, "Box", "all");
    Release elsewhere =
        releases.of(
            changed(
                MODEL,
                "pattern notes",
                "entity Lid in Notes { key \"LID#{lid}\" / \"X\" lid: int(1..9) }\npattern notes"));
    assertThat(ids(elsewhere.pageAt(cursor, "Box", "all", "a"))).containsExactly(3, 4);

    Release beside =
        releases.of(
            changed(
                MODEL,
                "pattern notes",
                "entity Lid in Notes { key \"BOX#{box}\" / \"X\" box: Note.box }\npattern notes"));
    assertThatThrownBy(() -> beside.pageAt(cursor, "Box", "all", "a"))
        .isInstanceOf(CursorException.class);
  }
}
