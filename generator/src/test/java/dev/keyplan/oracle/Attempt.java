package dev.keyplan.oracle;

import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.Oracle.Outcome;
import dev.keyplan.oracle.Refusals.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A write of one item, alone or as a member of a transaction.
 *
 * @param refusal whether generated code refuses it before anything is sent
 * @param returns which of the item's states it returns
 * @param keys of the items that it writes: of a move, both
 */
record Attempt(
    WriteCall call,
    Answer refusal,
    String returns,
    List<List<Object>> keys,
    Invocation invocation,
    Function<Oracle, Outcome> outcome) {
  Attempt {
    keys = List.copyOf(keys);
  }

  /**
   * A call of a method.
   *
   * @param whole what it is given where it takes an item
   * @param item of which the key is given where it takes a key
   * @param built what it is given where it takes a builder
   */
  record Invocation(
      EntitySpec entity,
      String method,
      Supplier<Optional<Object>> whole,
      Map<String, Object> item,
      Map<String, Object> arguments,
      Optional<Map<String, Object>> built) {}
}
