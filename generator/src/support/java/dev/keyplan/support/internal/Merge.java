package dev.keyplan.support.internal;

import java.util.List;

/**
 * How the results of several shards become one sequence.
 *
 * @param shards how many requests in a row are merged; 1 where there are only buckets
 * @param sort the attributes that they are in order of
 * @param key the attributes that say where a query goes on
 */
public record Merge(int shards, List<String> sort, List<String> key) {
  public Merge {
    sort = List.copyOf(sort);
    key = List.copyOf(key);
  }

  /** How many of so many results each shard is asked for. */
  public int part(int wanted) {
    return (wanted - 1) / shards + 1;
  }
}
