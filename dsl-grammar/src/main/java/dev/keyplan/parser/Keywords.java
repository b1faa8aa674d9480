package dev.keyplan.parser;

import dev.keyplan.parser.antlr.KeyplanParser;
import dev.keyplan.syntax.Clause;
import dev.keyplan.syntax.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keywords that could stand at a place, and the words of other languages for them.
 *
 * @param synonyms words in lower case, without underscores
 */
record Keywords(List<String> words, Map<String, String> synonyms) {
  private static final Keywords DECLARATIONS =
      new Keywords(
          List.of("namespace", "table", "entity", "struct", "enum", "pattern"),
          Map.of("package", "namespace", "class", "entity", "record", "struct", "type", "struct"));

  static final Keywords TABLE =
      new Keywords(
          List.of(
              "key",
              "index",
              "local",
              "billing",
              "tags",
              "project",
              "read",
              "write",
              "ttl",
              "stream",
              "recovery",
              "protection",
              "names",
              "type",
              "copies",
              "class",
              "encryption"),
          Map.of("projection", "project", "gsi", "index", "lsi", "local", "primary", "key"));

  private static final Keywords ENTITY =
      new Keywords(
          List.of("key", "index", "unique", "volume", "was", "only", "when"),
          Map.of("pk", "key", "gsi", "index"));

  private static final Keywords PATTERN =
      new Keywords(
          patternWords(),
          Map.ofEntries(
              Map.entry("insert", "create"),
              Map.entry("save", "put"),
              Map.entry("find", "query"),
              Map.entry("list", "query"),
              Map.entry("transaction", "transact"),
              Map.entry("sort", "order"),
              Map.entry("orderby", "order"),
              Map.entry("ascending", "asc"),
              Map.entry("descending", "desc"),
              Map.entry("having", "filter"),
              Map.entry("using", "via"),
              Map.entry("return", "returns"),
              Map.entry("including", "with"),
              Map.entry("expired", "with expired"),
              Map.entry("withexpired", "with expired"),
              Map.entry("unset", "remove"),
              Map.entry("startswith", "begins_with"),
              Map.entry("like", "begins_with"),
              Map.entry("eq", "=")));

  private static final Keywords NONE = new Keywords(List.of(), Map.of());

  Keywords {
    words = List.copyOf(words);
    synonyms = Map.copyOf(synonyms);
  }

  /** Verbs, clauses, and what stands in them. */
  private static List<String> patternWords() {
    Stream<String> verbs = Arrays.stream(Operation.Verb.values()).map(Operation.Verb::word);
    Stream<String> others =
        Stream.of(
            "transact",
            "each",
            "as",
            "asc",
            "desc",
            "and",
            "or",
            "not",
            "in",
            "between",
            "begins_with",
            "contains");
    return Stream.of(verbs, Clause.KEYWORDS.stream(), others).flatMap(s -> s).toList();
  }

  /** What could stand where a mistake was made. */
  static Keywords at(Mistake mistake) {
    if (mistake.isWithin(KeyplanParser.RULE_tableDeclaration)) {
      return TABLE;
    }
    if (mistake.isWithin(KeyplanParser.RULE_entityDeclaration)) {
      return ENTITY;
    }
    if (mistake.isWithin(KeyplanParser.RULE_patternDeclaration)) {
      return PATTERN;
    }
    return mistake.isWithin(KeyplanParser.RULE_declaration) ? NONE : DECLARATIONS;
  }

  /** The keyword for what another language calls so. */
  Optional<String> synonym(String word) {
    return Optional.ofNullable(synonyms.get(word.toLowerCase(Locale.ROOT).replace("_", "")));
  }
}
