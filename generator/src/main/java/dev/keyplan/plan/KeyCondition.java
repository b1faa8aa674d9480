package dev.keyplan.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    return Stream.concat(partition.stream(), sort.stream()).toList();
  }
}
