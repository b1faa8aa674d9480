package dev.keyplan.resolve;

import dev.keyplan.syntax.Condition;
import java.util.List;
import java.util.stream.Stream;

/** The terms that a condition joins by {@code and}. */
final class Terms {
  private Terms() {}

  /** All terms in order; parentheses around some of them mean nothing. */
  static List<Condition> of(Condition condition) {
    return stream(condition).toList();
  }

  private static Stream<Condition> stream(Condition condition) {
    return condition instanceof Condition.All all
        ? all.conditions().stream().flatMap(Terms::stream)
        : Stream.of(condition);
  }
}
