package dev.keyplan.compile;

import dev.keyplan.source.SourceFile;
import java.util.List;

/** Designs of any size, with five patterns for each entity. */
final class LargeModel {
  private LargeModel() {}

  /** All entities in one table, each with a prefix of its own: the single-table design. */
  static Sources oneTable(int entities) {
    StringBuilder text = new StringBuilder("namespace org.example.large\n");
    table(text, "Everything");
    for (int i = 0; i < entities; i++) {
      entity(text, i, "Everything", "E%d#".formatted(i));
    }
    return sources(text);
  }

  /** Ten entities a table. */
  static Sources manyTables(int entities) {
    StringBuilder text = new StringBuilder("namespace org.example.large\n");
    for (int i = 0; i < entities; i++) {
      String table = "Table%d".formatted(i / 10);
      if (i % 10 == 0) {
        table(text, table);
      }
      entity(text, i, table, "E%d#".formatted(i));
    }
    return sources(text);
  }

  private static void table(StringBuilder text, String name) {
    text.append(
        """
        table %s {
          key    pk / sk
          index  gsi1 gsi1pk / gsi1sk
          index  gsi2 gsi2pk / gsi2sk
        }
        """
            .formatted(name));
  }

  private static void entity(StringBuilder text, int number, String table, String prefix) {
    text.append(
        """
        /// The entity number %1$d.
        entity Entity%1$d in %2$s {
          key    "%3$s{owner}" / "A#{at}#{id}"
          index  gsi1 = "%3$s{group}" / "B#{rank}#{at}"
          index  gsi2 = "%3$s{id}" / "C"
          owner  : string(1..40)
          at     : timestamp = now
          id     : uuid = random  @id
          group  : string(1..40)
          rank   : int(1..999)
          text   : string(..1000)?
        }
        pattern newest%1$d { query Entity%1$d where owner order at desc page 20 }
        pattern ranked%1$d { query Entity%1$d where group and rank >= :least order rank page 20 }
        pattern byId%1$d   { get Entity%1$d where id }
        pattern add%1$d    { create Entity%1$d }
        pattern rename%1$d { update Entity%1$d set text if attribute_exists(text) }
        """
            .formatted(number, table, prefix));
  }

  private static Sources sources(StringBuilder text) {
    return new Sources(List.of(new SourceFile("large.keyplan", text.toString())), List.of());
  }
}
