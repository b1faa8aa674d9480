package dev.keyplan.parser;

import java.util.Set;

/**
 * The settings of tables that there are. The grammar takes any word, so that a wrong one can be
 * explained later; here they only help to guess what was meant.
 */
final class TableSettings {
  static final Set<String> NAMES =
      Set.of(
          "ttl",
          "stream",
          "recovery",
          "protection",
          "names",
          "type",
          "copies",
          "class",
          "encryption");

  private TableSettings() {}
}
