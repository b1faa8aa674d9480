package dev.keyplan.oracle;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a pattern asks of an item, and what it means to the oracle. */
sealed interface Condition {
  /** As it stands in a model. */
  String text();

  boolean holds(Map<String, Object> item, Map<String, Object> arguments);

  /** The names of the attributes that it asks for. */
  Stream<String> attributes();

  default Stream<Argument> parameters() {
    return Stream.empty();
  }

  /** Whether a range in it ends before it begins, which generated code refuses. */
  default boolean isReversed(Map<String, Object> arguments) {
    return false;
  }

  /** What is stored of an attribute, or inside of it. */
  static Optional<Object> stored(Map<String, Object> item, String path) {
    return Paths.stored(item, path);
  }

  /** A parameter, and whose values it takes. */
  record Argument(String name, String attribute, boolean isElement, boolean isList) {}

  /** A parameter, a value, or an attribute of the item. */
  record Operand(
      String text, Optional<String> parameter, Optional<String> attribute, Object value) {
    static Operand parameter(String name) {
      return new Operand(":" + name, Optional.of(name), Optional.empty(), name);
    }

    static Operand literal(String text, Object value) {
      return new Operand(text, Optional.empty(), Optional.empty(), value);
    }

    static Operand attribute(String path) {
      return new Operand(path, Optional.empty(), Optional.of(path), path);
    }

    /** Nothing if it is an attribute that the item has not. */
    Optional<Object> in(Map<String, Object> item, Map<String, Object> arguments) {
      return attribute.isPresent()
          ? Condition.stored(item, attribute.get())
          : Optional.of(in(arguments));
    }

    Object in(Map<String, Object> arguments) {
      return parameter.<Object>map(arguments::get).orElse(value);
    }
  }

  /** Infix operators between an attribute and one or two operands. */
  record Comparison(String attribute, String operator, List<Operand> operands)
      implements Condition {
    @Override
    public String text() {
      boolean isList = operator.equals("in") && !isOneParameter();
      String all =
          String.join(isList ? ", " : " and ", operands.stream().map(Operand::text).toList());
      String right = isList ? "(" + all + ")" : all;
      return attribute + " " + operator + " " + right;
    }

    @Override
    public boolean holds(Map<String, Object> item, Map<String, Object> arguments) {
      Object left = Condition.stored(item, attribute).orElse(null);
      List<Object> right =
          operands.stream().flatMap(operand -> operand.in(item, arguments).stream()).toList();
      if (right.size() < operands.size()) {
        return operator.equals("<>");
      }
      return switch (operator) {
        case "=" -> left != null && isEqual(left, right.get(0));
        case "<>" -> left == null || !isEqual(left, right.get(0));
        case "<" -> left != null && ValueType.compare(left, right.get(0)) < 0;
        case "<=" -> left != null && ValueType.compare(left, right.get(0)) <= 0;
        case ">" -> left != null && ValueType.compare(left, right.get(0)) > 0;
        case ">=" -> left != null && ValueType.compare(left, right.get(0)) >= 0;
        case "between" ->
            left != null
                && ValueType.compare(left, right.get(0)) >= 0
                && ValueType.compare(left, right.get(1)) <= 0;
        case "begins_with" -> left != null && ((String) left).startsWith((String) right.get(0));
        case "contains" -> left != null && contains(left, right.get(0));
        case "in" ->
            left != null
                && right.stream()
                    .flatMap(o -> o instanceof List<?> list ? list.stream() : Stream.of(o))
                    .anyMatch(each -> isEqual(left, each));
        default -> throw new IllegalStateException(operator);
      };
    }

    @Override
    public boolean isReversed(Map<String, Object> arguments) {
      return operator.equals("between")
          && operands.stream().allMatch(operand -> operand.attribute().isEmpty())
          && ValueType.compare(operands.get(0).in(arguments), operands.get(1).in(arguments)) > 0;
    }

    private static boolean isEqual(Object left, Object right) {
      boolean areNumbers = left instanceof Number && right instanceof Number;
      return areNumbers ? ValueType.compare(left, right) == 0 : left.equals(right);
    }

    private static boolean contains(Object whole, Object part) {
      return whole instanceof String text
          ? text.contains((String) part)
          : ((Collection<?>) whole).stream().anyMatch(each -> isEqual(each, part));
    }

    @Override
    public Stream<String> attributes() {
      return Stream.concat(
          Stream.of(attribute), operands.stream().flatMap(operand -> operand.attribute().stream()));
    }

    private boolean isOneParameter() {
      return operands.size() == 1 && operands.get(0).parameter().isPresent();
    }

    @Override
    public Stream<Argument> parameters() {
      return operands.stream()
          .flatMap(operand -> operand.parameter().stream())
          .map(
              name ->
                  new Argument(
                      name,
                      attribute,
                      operator.equals("contains"),
                      operator.equals("in") && isOneParameter()));
    }
  }

  /** {@code attribute_exists} and its opposite. */
  record Presence(String attribute, boolean isThere) implements Condition {
    @Override
    public String text() {
      return (isThere ? "attribute_exists(" : "attribute_not_exists(") + attribute + ")";
    }

    @Override
    public boolean holds(Map<String, Object> item, Map<String, Object> arguments) {
      return Condition.stored(item, attribute).isPresent() == isThere;
    }

    @Override
    public Stream<String> attributes() {
      return Stream.of(attribute);
    }
  }

  /** The size of an attribute, compared with a number. */
  record Size(String attribute, boolean isGreater, int limit) implements Condition {
    @Override
    public String text() {
      return "size(" + attribute + ") " + (isGreater ? ">" : "<") + " " + limit;
    }

    @Override
    public boolean holds(Map<String, Object> item, Map<String, Object> arguments) {
      return Condition.stored(item, attribute)
          .map(ValueType::size)
          .filter(size -> isGreater ? size > limit : size < limit)
          .isPresent();
    }

    @Override
    public Stream<String> attributes() {
      return Stream.of(attribute);
    }
  }

  /** Whether an item of a collection is of an entity. */
  record IsEntity(String text) implements Condition {
    /** What items of collections have beside their attributes. */
    static final String TAG = "is a";

    @Override
    public boolean holds(Map<String, Object> item, Map<String, Object> arguments) {
      return item.get(TAG).equals(text);
    }

    @Override
    public Stream<String> attributes() {
      return Stream.empty();
    }
  }

  /** The opposite. */
  record Not(Condition condition) implements Condition {
    @Override
    public String text() {
      return "not (" + condition.text() + ")";
    }

    @Override
    public boolean holds(Map<String, Object> item, Map<String, Object> arguments) {
      return !condition.holds(item, arguments);
    }

    @Override
    public boolean isReversed(Map<String, Object> arguments) {
      return condition.isReversed(arguments);
    }

    @Override
    public Stream<String> attributes() {
      return condition.attributes();
    }

    @Override
    public Stream<Argument> parameters() {
      return condition.parameters();
    }
  }

  /** Two, joined by {@code and} or {@code or}. */
  record Joined(Condition left, boolean isAnd, Condition right) implements Condition {
    @Override
    public String text() {
      return isAnd
          ? operand(left) + " and " + operand(right)
          : operand(left) + " or " + operand(right);
    }

    private static String operand(Condition condition) {
      return condition instanceof Joined ? "(" + condition.text() + ")" : condition.text();
    }

    @Override
    public boolean holds(Map<String, Object> item, Map<String, Object> arguments) {
      return isAnd
          ? left.holds(item, arguments) && right.holds(item, arguments)
          : left.holds(item, arguments) || right.holds(item, arguments);
    }

    @Override
    public boolean isReversed(Map<String, Object> arguments) {
      return left.isReversed(arguments) || right.isReversed(arguments);
    }

    @Override
    public Stream<String> attributes() {
      return Stream.concat(left.attributes(), right.attributes());
    }

    @Override
    public Stream<Argument> parameters() {
      return Stream.concat(left.parameters(), right.parameters());
    }
  }
}
