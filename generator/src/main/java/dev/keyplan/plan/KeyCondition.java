package dev.keyplan.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The key condition of a query.
 *
 * @param partition an equality for each partition key attribute
 * @param sort equalities from the left, then at most one range; may be empty
 * @param fanOut the queries it takes, where it is not one
 */
public record KeyCondition(List<KeyTerm> partition, List<KeyTerm> sort, Optional<FanOut> fanOut) {
  public KeyCondition {
    partition = List.copyOf(partition);
    sort = List.copyOf(sort);
  }

  /** The condition of one query. */
  public KeyCondition(List<KeyTerm> partition, List<KeyTerm> sort) {
    this(partition, sort, Optional.empty());
  }

  /** All terms, partition first. */
  public List<KeyTerm> terms() {
    List<KeyTerm> terms = new ArrayList<>(partition);
    terms.addAll(sort);
    return terms;
  }

  /** Whether anything is compared with the time of the call. */
  public boolean isOfNow() {
    return sort.stream()
        .flatMap(term -> term.values().stream())
        .anyMatch(value -> value instanceof KeyValue.OfOperand of && of.isNow());
  }
}
