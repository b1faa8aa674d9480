package dev.keyplan.oracle;

import dev.keyplan.oracle.Condition.Argument;
import dev.keyplan.oracle.Condition.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A pattern of a random model. */
sealed interface PatternSpec {
  String name();

  /** The entities that it needs. */
  Stream<String> entities();

  /** Its clauses, as they stand in a model. */
  String text();

  Stream<Argument> parameters();

  /** Reads one entity, or several. */
  record Read(
      String name,
      String verb,
      List<String> subjects,
      List<Condition.Comparison> where,
      Optional<Condition> filter,
      List<String> order,
      boolean isDescending,
      OptionalInt page,
      OptionalInt limit,
      List<String> select,
      String more)
      implements PatternSpec {
    public Read {
      subjects = List.copyOf(subjects);
      where = List.copyOf(where);
      order = List.copyOf(order);
      select = List.copyOf(select);
    }

    @Override
    public Stream<String> entities() {
      return subjects.stream();
    }

    @Override
    public String text() {
      String what = verb.endsWith("*") ? " in T" : " " + String.join(", ", subjects);
      StringBuilder text = new StringBuilder(verb).append(what);
      clause(text, "where", String.join(" and ", where.stream().map(Condition::text).toList()));
      filter.ifPresent(condition -> clause(text, "filter", condition.text()));
      clause(text, "order", String.join(", ", order) + (isDescending ? " desc" : ""));
      page.ifPresent(size -> clause(text, "page", Integer.toString(size)));
      limit.ifPresent(most -> clause(text, "limit", Integer.toString(most)));
      clause(text, "select", String.join(", ", select));
      return text.append(more.isEmpty() ? "" : "\n  " + more).toString();
    }

    private static void clause(StringBuilder text, String word, String what) {
      if (!what.isEmpty()) {
        text.append("\n  ").append(word).append(' ').append(what);
      }
    }

    @Override
    public Stream<Argument> parameters() {
      return Stream.concat(where.stream(), filter.stream()).flatMap(Condition::parameters);
    }

    boolean isScan() {
      return verb.startsWith("scan");
    }

    boolean isWithExpired() {
      return more.contains("with expired");
    }

    /** Whether the item is among the results. */
    boolean matches(Map<String, Object> item, Map<String, Object> arguments) {
      return Stream.concat(where.stream(), filter.stream())
          .allMatch(condition -> condition.holds(item, arguments));
    }
  }

  /**
   * Writes an item of one entity: put, create, update, delete or move.
   *
   * @param where the attributes that it is named by, or none
   */
  record Write(
      String name,
      String verb,
      String entity,
      List<String> where,
      List<Change> changes,
      Optional<Condition> condition,
      String returns)
      implements PatternSpec {
    public Write {
      where = List.copyOf(where);
      changes = List.copyOf(changes);
    }

    @Override
    public Stream<String> entities() {
      return Stream.of(entity);
    }

    @Override
    public String text() {
      String named = where.isEmpty() ? "" : "\n  where " + String.join(" and ", where);
      return verb
          + ' '
          + entity
          + named
          + clauses()
          + (returns.isEmpty() ? "" : "\n  returns " + returns);
    }

    /** What it changes and demands. */
    String clauses() {
      StringBuilder text = new StringBuilder();
      List<String> words = List.of("set", "append", "prepend", "add", "remove");
      for (String word : words) {
        List<String> of = new ArrayList<>();
        changes.stream().filter(c -> c.word().equals(word)).forEach(c -> of.add(c.text()));
        if (!of.isEmpty()) {
          text.append("\n  ").append(word).append(' ').append(String.join(", ", of));
        }
      }
      condition.ifPresent(c -> text.append("\n  if ").append(c.text()));
      return text.toString();
    }

    Write returning(String what) {
      return new Write(name, verb, entity, where, changes, condition, what);
    }

    Write named(List<String> attributes) {
      return new Write(name, verb, entity, attributes, changes, condition, returns);
    }

    boolean changes(String attribute) {
      return changes.stream()
          .anyMatch(change -> Paths.attribute(change.attribute()).equals(attribute));
    }

    @Override
    public Stream<Argument> parameters() {
      return Stream.concat(
          changes.stream().flatMap(change -> change.argument().stream()),
          condition.stream().flatMap(Condition::parameters));
    }
  }

  /** Many items of an entity at once. */
  record Batch(String name, String verb, String entity) implements PatternSpec {
    @Override
    public Stream<String> entities() {
      return Stream.of(entity);
    }

    @Override
    public String text() {
      return verb + ' ' + entity;
    }

    @Override
    public Stream<Argument> parameters() {
      return Stream.empty();
    }
  }

  /** A member of a transaction: a write, or a read that has a write's form. */
  record Member(String alias, Write write) {
    String text() {
      String clauses = write.clauses();
      return write.verb()
          + ' '
          + write.entity()
          + " as "
          + alias
          + (clauses.isEmpty() ? "" : " {" + clauses + " }");
    }
  }

  /** An attribute that two members have in common. */
  record Tie(String left, String right, String attribute) {
    String text() {
      return left + '.' + attribute + " = " + right + '.' + attribute;
    }
  }

  /** Writes or reads several items, all at one moment. */
  record Transaction(String name, List<Member> members, List<Tie> ties) implements PatternSpec {
    public Transaction {
      members = List.copyOf(members);
      ties = List.copyOf(ties);
    }

    Member member(String alias) {
      return members.stream().filter(m -> m.alias().equals(alias)).findFirst().orElseThrow();
    }

    boolean isRead() {
      return members.get(0).write().verb().equals("get");
    }

    @Override
    public Stream<String> entities() {
      return members.stream().map(member -> member.write().entity());
    }

    @Override
    public String text() {
      StringBuilder text = new StringBuilder("transact {\n");
      members.forEach(member -> text.append("    ").append(member.text()).append('\n'));
      text.append("  }");
      if (!ties.isEmpty()) {
        text.append("\n  where ");
        text.append(String.join(" and ", ties.stream().map(Tie::text).toList()));
      }
      return text.toString();
    }

    @Override
    public Stream<Argument> parameters() {
      return members.stream().flatMap(member -> member.write().parameters());
    }
  }

  /**
   * A change of an update or a move.
   *
   * @param kind what becomes of the attribute
   * @param isEach whether the operand is a collection of elements
   */
  record Change(Kind kind, String attribute, Operand operand, boolean isEach) {
    enum Kind {
      SET,
      REMOVE,
      ADD,
      APPEND,
      PREPEND,
      ADD_ELEMENT,
      REMOVE_ELEMENT,
      PLUS,
      MINUS,
      IF_ABSENT
    }

    String word() {
      return switch (kind) {
        case SET, PLUS, MINUS, IF_ABSENT -> "set";
        case REMOVE, REMOVE_ELEMENT -> "remove";
        case ADD, ADD_ELEMENT -> "add";
        case APPEND -> "append";
        case PREPEND -> "prepend";
      };
    }

    String text() {
      return switch (kind) {
        case SET -> attribute + " = " + operand.text();
        case PLUS -> attribute + " = " + attribute + " + " + operand.text();
        case MINUS -> attribute + " = " + attribute + " - " + operand.text();
        case IF_ABSENT -> attribute + " = if_not_exists(" + attribute + ", " + operand.text() + ")";
        case REMOVE -> attribute;
        case ADD, APPEND, PREPEND, ADD_ELEMENT, REMOVE_ELEMENT ->
            attribute + (isEach ? " each " : " ") + operand.text();
      };
    }

    boolean isCalculated() {
      return kind == Kind.ADD || kind == Kind.PLUS || kind == Kind.MINUS;
    }

    /** Whether what becomes of the attribute depends on what is stored. */
    boolean isRelative() {
      return kind != Kind.SET && kind != Kind.REMOVE;
    }

    boolean isOfElement() {
      return switch (kind) {
        case APPEND, PREPEND, ADD_ELEMENT, REMOVE_ELEMENT -> true;
        default -> false;
      };
    }

    Optional<Argument> argument() {
      return operand.parameter().map(name -> new Argument(name, attribute, isOfElement(), isEach));
    }
  }
}
