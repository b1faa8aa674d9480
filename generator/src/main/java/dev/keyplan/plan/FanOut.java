package dev.keyplan.plan;

import dev.keyplan.model.HoleFunction;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.Operand;
import java.util.Optional;

/**
 * The several queries that a pattern takes where the partition key is divided by something that it
 * does not bind by {@code =}: one for each bucket of a range, in their order, and for each of them
 * one in each shard, merged in the order of the sort key. One of the two is there, or both.
 *
 * @param shards the hole of the shards
 */
public record FanOut(Optional<Buckets> buckets, Optional<KeyTemplate.Hole> shards) {

  /**
   * The buckets between two times.
   *
   * @param hole what divides the partitions
   * @param isReversed whether the later times come first in the sort key
   */
  public record Buckets(KeyTemplate.Hole hole, Operand from, Operand to, boolean isReversed) {
    /** {@code month}. */
    public HoleFunction.Unit unit() {
      return ((HoleFunction.Bucket) hole.function().orElseThrow()).unit();
    }

    /** <code>between {from} and {to}</code>. */
    public String text() {
      return "between " + OperandText.of(from) + " and " + OperandText.of(to);
    }
  }

  /** How many queries are sent at once and merged. */
  public int merged() {
    return shards
        .map(hole -> ((HoleFunction.Shard) hole.function().orElseThrow()).count())
        .orElse(1);
  }

  /** <code>one query for each month between {from} and {to}</code>. */
  public String text() {
    String each = buckets.map(b -> " for each " + b.unit().word() + " " + b.text()).orElse("");
    return shards.isEmpty()
        ? "one query" + each
        : merged() + " queries" + each + ", merged in the order of the sort key";
  }
}
