package dev.keyplan.plan;

import dev.keyplan.model.Entity;
import dev.keyplan.model.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** How a filter asks the type attribute which items are of some entities. */
public final class TypeTest {
  private TypeTest() {}

  /**
   * {@code #_type = :type}, or {@code #_type IN (:order, :shipment)}.
   *
   * @param name the type attribute, as an expression names it
   * @param placeholder makes that of a type; what it is given first says what it looks like
   */
  public static String of(String name, List<Entity> wanted, BinaryOperator<String> placeholder) {
    List<String> values = new ArrayList<>();
    for (Entity one : wanted) {
      String hint = wanted.size() == 1 ? "type" : one.name().name();
      values.add(placeholder.apply(hint, one.typeValue()));
      one.formerTypes()
          .forEach(former -> values.add(placeholder.apply(former.text() + "Type", former.text())));
    }
    return in(name, values);
  }

  /** The same of what a pattern tests in its own filter. */
  public static String of(String name, Entity tested, BinaryOperator<String> placeholder) {
    return in(
        name, tested.typeValues().stream().map(type -> placeholder.apply(type, type)).toList());
  }

  private static String in(String name, List<String> values) {
    if (values.size() == 1) {
      return name + " = " + values.get(0);
    }
    List<String> lists = new ArrayList<>();
    for (int start = 0; start < values.size(); start += Limits.VALUES_OF_IN) {
      int end = Math.min(values.size(), start + Limits.VALUES_OF_IN);
      lists.add(name + " IN (" + String.join(", ", values.subList(start, end)) + ")");
    }
    return oneOf(lists);
  }

  /** Conditions of which one has to hold. */
  public static String oneOf(List<String> conditions) {
    return conditions.size() == 1
        ? conditions.get(0)
        : conditions.stream()
            .map(one -> one.contains(" AND ") ? "(" + one + ")" : one)
            .collect(Collectors.joining(" OR ", "(", ")"));
  }
}
