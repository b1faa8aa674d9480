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
  /** How many requests of one call are sent at the same time, unless the application says so. */
  public static final int AT_A_TIME = 8;

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

  /** How many queries are merged. */
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

  /**
   * <code>a page asks all 16 shards, up to 8 at a time</code>: which of them are sent, and when.
   *
   * @param query all are sent for its count, unless what is found first may make others needless
   * @param allowed how many at a time
   */
  public String sending(Plan.Query query, String allowed) {
    if (query.isCount()) {
      return query.limit().isPresent()
          ? "one is sent after another until the limit is reached"
          : "all are sent, " + allowed;
    }
    String unit = buckets.map(b -> b.unit().word()).orElse("");
    if (shards.isEmpty()) {
      return "one %1$s is asked after another until the page is full; where all are read, %2$s"
          .formatted(unit, allowed);
    }
    String all = "a page asks all " + merged() + " shards";
    return buckets.isEmpty()
        ? all + ", " + allowed
        : all + " of one %1$s after another until it is full, %2$s".formatted(unit, allowed);
  }
}
