package dev.keyplan.resolve;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names of the types that the language itself knows, and what others call them. */
final class TypeNames {
  private static final Set<String> NAMES =
      Set.of(
          "string",
          "int",
          "long",
          "decimal",
          "double",
          "boolean",
          "binary",
          "uuid",
          "ulid",
          "timestamp",
          "epoch",
          "date",
          "json",
          "list",
          "map",
          "set");

  /** What people write who come from Java, SQL or elsewhere. */
  private static final Map<String, String> HABITS =
      Map.ofEntries(
          Map.entry("text", "string"),
          Map.entry("str", "string"),
          Map.entry("char", "string"),
          Map.entry("varchar", "string"),
          Map.entry("charsequence", "string"),
          Map.entry("s", "string"),
          Map.entry("integer", "int"),
          Map.entry("int32", "int"),
          Map.entry("short", "int"),
          Map.entry("byte", "int"),
          Map.entry("int64", "long"),
          Map.entry("bigint", "long"),
          Map.entry("biginteger", "long"),
          Map.entry("number", "long"),
          Map.entry("n", "long"),
          Map.entry("bool", "boolean"),
          Map.entry("guid", "uuid"),
          Map.entry("datetime", "timestamp"),
          Map.entry("instant", "timestamp"),
          Map.entry("time", "timestamp"),
          Map.entry("localdatetime", "timestamp"),
          Map.entry("offsetdatetime", "timestamp"),
          Map.entry("zoneddatetime", "timestamp"),
          Map.entry("float", "double"),
          Map.entry("numeric", "decimal"),
          Map.entry("bigdecimal", "decimal"),
          Map.entry("money", "decimal"),
          Map.entry("localdate", "date"),
          Map.entry("bytes", "binary"),
          Map.entry("blob", "binary"),
          Map.entry("array", "list"),
          Map.entry("vector", "list"),
          Map.entry("nvarchar", "string"),
          Map.entry("varchar2", "string"),
          Map.entry("i32", "int"),
          Map.entry("i64", "long"),
          Map.entry("dict", "map"),
          Map.entry("object", "map"),
          Map.entry("any", "map"),
          Map.entry("unix", "epoch(s)"));

  private TypeNames() {}

  /** All of the language's type names, in alphabetical order. */
  static Set<String> names() {
    return new TreeSet<>(NAMES);
  }

  static boolean isBuiltIn(String name) {
    return NAMES.contains(name);
  }

  /** The type that someone means who writes a word of another language. */
  static Optional<String> meantBy(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return isBuiltIn(lower) ? Optional.of(lower) : Optional.ofNullable(HABITS.get(lower));
  }
}
