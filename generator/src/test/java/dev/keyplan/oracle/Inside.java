package dev.keyplan.oracle;

import dev.keyplan.oracle.ModelSpec.AttributeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** What is inside of attributes: members of structs, elements of lists, entries of maps. */
final class Inside {
  /** The structs of the random models. */
  static final String STRUCTS =
      """
      struct Point { x: int(0..9)  label "a.b": string(..5)?  level: Level }
      struct Box {
        at     : Point
        marks  : list<int(0..9)>
        notes  : map<string(..5)>?
        corner : Point?
        levels : set<Level>
      }
      """;

  private static final List<Integer> INDEXES = List.of(0, 0, 0, 1, 1, 2, 5);
  private static final List<String> KEYS = List.of("a", "a", "#", "a.b", "\uD83D\uDE42", "b c");
  private static final int DEPTH = 3;

  private static final List<Member> POINT =
      List.of(
          new Member("x", "int(0..9)", false),
          new Member("label", "string(..5)", true),
          new Member("level", "Level", false));
  private static final List<Member> BOX =
      List.of(
          new Member("at", "Point", false),
          new Member("marks", "list<int(0..9)>", false),
          new Member("notes", "map<string(..5)>", true),
          new Member("corner", "Point", true),
          new Member("levels", "set<Level>", false));

  private record Member(String name, String type, boolean isOptional) {}

  private Inside() {}

  private static List<Member> members(String type) {
    return switch (type) {
      case "Point" -> POINT;
      case "Box" -> BOX;
      default -> List.of();
    };
  }

  /** The type of the elements or the entries, where there are some. */
  private static Optional<String> element(String type) {
    boolean isCollection = type.startsWith("list<") || type.startsWith("map<");
    return isCollection
        ? Optional.of(type.substring(type.indexOf('<') + 1, type.length() - 1))
        : Optional.empty();
  }

  static boolean isEmpty(AttributeSpec attribute) {
    String type = attribute.type().text();
    return members(type).isEmpty() && element(type).isEmpty();
  }

  /** What a path leads to, as an attribute that is called as the path. */
  static AttributeSpec at(AttributeSpec attribute, String path) {
    AttributeSpec at = attribute;
    for (Object step : Paths.steps(path).subList(1, Paths.steps(path).size())) {
      String type = at.type().text();
      List<Member> members = members(type);
      at =
          members.isEmpty()
              ? spec(path, element(type).orElseThrow(), true)
              : members.stream()
                  .filter(member -> member.name().equals(step))
                  .findFirst()
                  .map(member -> spec(path, member.type(), member.isOptional()))
                  .orElseThrow();
    }
    return at;
  }

  /** One of the places inside of an attribute that has some, at any depth. */
  static AttributeSpec any(AttributeSpec attribute, Random random) {
    AttributeSpec at = attribute;
    for (int depth = 0; depth == 0 || (depth < DEPTH && random.nextBoolean()); depth++) {
      if (isEmpty(at)) {
        return at;
      }
      String type = at.type().text();
      List<Member> members = members(type);
      if (members.isEmpty()) {
        String step =
            type.startsWith("list<")
                ? "[" + INDEXES.get(random.nextInt(INDEXES.size())) + "]"
                : "[\"" + KEYS.get(random.nextInt(KEYS.size())) + "\"]";
        at = spec(at.name() + step, element(type).orElseThrow(), true);
      } else {
        Member member = members.get(random.nextInt(members.size()));
        at = spec(at.name() + "." + member.name(), member.type(), member.isOptional());
      }
    }
    return at;
  }

  /** Some of them. */
  static List<AttributeSpec> some(AttributeSpec attribute, Random random) {
    List<AttributeSpec> some = new ArrayList<>();
    for (int i = 0; i < DEPTH && !isEmpty(attribute); i++) {
      some.add(any(attribute, random));
    }
    return some;
  }

  private static AttributeSpec spec(String path, String type, boolean isOptional) {
    return new AttributeSpec(
        path, Optional.empty(), ValueTypes.of(type), isOptional, Optional.empty(), "");
  }

  static List<Object> points() {
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("x", 9);
    whole.put("label", "#\uD83D\uDE42");
    whole.put("level", "TOP");
    return List.of(Map.of("x", 0, "level", "LOW"), whole);
  }

  static List<Object> boxes() {
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("at", points().get(1));
    whole.put("marks", List.of(5, 0, 9));
    whole.put("notes", Map.of("a", "b", "#", ""));
    whole.put("corner", points().get(0));
    whole.put("levels", Set.of("LOW", "TOP"));
    return List.of(Map.of("at", points().get(0), "marks", List.of(), "levels", Set.of()), whole);
  }
}
