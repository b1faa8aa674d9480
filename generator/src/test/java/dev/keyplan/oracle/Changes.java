package dev.keyplan.oracle;

import dev.keyplan.oracle.ModelSpec.AttributeSpec;
import dev.keyplan.oracle.PatternSpec.Change;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the changes of an update make of an attribute. */
final class Changes {
  private static final Pattern RANGE = Pattern.compile("(int|long)(?:\\((-?\\d*)\\.\\.(\\d*)\\))?");
  private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d+),(\\d+)\\)");

  private Changes() {}

  /** The new value, if there is one and the change is possible. */
  record Result(boolean isPossible, Optional<Object> value) {
    static Result of(Object value) {
      return new Result(true, Optional.of(value));
    }
  }

  static Result of(
      AttributeSpec attribute,
      Map<String, Object> old,
      Change change,
      Map<String, Object> arguments) {
    Optional<Object> before = Condition.stored(old, attribute.name());
    Optional<Object> given = change.operand().in(old, arguments);
    return given
        .map(operand -> of(attribute, before, change, operand))
        .orElse(new Result(false, Optional.empty()));
  }

  private static Result of(
      AttributeSpec attribute, Optional<Object> before, Change change, Object operand) {
    return switch (change.kind()) {
      case SET -> Result.of(operand);
      case REMOVE -> new Result(true, Optional.empty());
      case IF_ABSENT -> Result.of(before.orElse(operand));
      case ADD ->
          before.isEmpty() && !attribute.isOptional()
              ? new Result(false, Optional.empty())
              : sum(attribute, before.<Number>map(Number.class::cast).orElse(0), operand, false);
      case PLUS, MINUS ->
          before.isEmpty()
              ? new Result(false, Optional.empty())
              : sum(attribute, before.get(), operand, change.kind() == Change.Kind.MINUS);
      case APPEND, PREPEND -> {
        List<Object> list = new ArrayList<>();
        before.ifPresent(value -> list.addAll((List<?>) value));
        list.addAll(
            change.kind() == Change.Kind.APPEND ? list.size() : 0, elements(change, operand));
        yield Result.of(list);
      }
      case ADD_ELEMENT, REMOVE_ELEMENT -> {
        Set<Object> set = new LinkedHashSet<>();
        before.ifPresent(value -> set.addAll((Set<?>) value));
        if (change.kind() == Change.Kind.ADD_ELEMENT) {
          set.addAll(elements(change, operand));
        } else {
          set.removeAll(elements(change, operand));
        }
        yield Result.of(set);
      }
    };
  }

  private static Collection<?> elements(Change change, Object operand) {
    return change.isEach() ? (Collection<?>) operand : List.of(operand);
  }

  private static Result sum(
      AttributeSpec attribute, Object before, Object operand, boolean isMinus) {
    BigDecimal left = new BigDecimal(before.toString());
    BigDecimal right = new BigDecimal(operand.toString());
    BigDecimal sum = isMinus ? left.subtract(right) : left.add(right);
    String type = attribute.type().text();
    Matcher range = RANGE.matcher(type);
    if (range.matches()) {
      boolean isInt = range.group(1).equals("int");
      String low = isInt ? "" + Integer.MIN_VALUE : "" + Long.MIN_VALUE;
      String high = isInt ? "" + Integer.MAX_VALUE : "" + Long.MAX_VALUE;
      boolean fits =
          sum.compareTo(bound(range.group(2), low)) >= 0
              && sum.compareTo(bound(range.group(3), high)) <= 0;
      Object value = !fits ? sum : isInt ? sum.intValueExact() : (Object) sum.longValueExact();
      return new Result(fits, Optional.of(value));
    }
    Matcher decimal = DECIMAL.matcher(type);
    if (!decimal.matches()) {
      throw new IllegalArgumentException(type);
    }
    int scale = Integer.parseInt(decimal.group(2));
    int digits = Integer.parseInt(decimal.group(1)) - scale;
    boolean fits = sum.abs().compareTo(BigDecimal.TEN.pow(digits)) < 0;
    return new Result(fits, Optional.of(sum.setScale(Math.max(scale, sum.scale()))));
  }

  private static BigDecimal bound(String text, String otherwise) {
    return new BigDecimal(text == null || text.isEmpty() ? otherwise : text);
  }
}
