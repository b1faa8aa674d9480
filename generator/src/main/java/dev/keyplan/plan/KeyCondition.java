package dev.keyplan.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * The key condition of a query.
 *
 * @param partition an equality for each partition key attribute
 * @param sort equalities from the left, then at most one range; may be empty
 */
public record KeyCondition(List<KeyTerm> partition, List<KeyTerm> sort) {
  public KeyCondition {
    partition = List.copyOf(partition);
    sort = List.copyOf(sort);
  }

  /** All terms, partition first. */
  public List<KeyTerm> terms() {
    return Stream.concat(partition.stream(), sort.stream()).toList();
  }
}
