package dev.keyplan.support.internal;

import java.util.AbstractList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Makes the requests of a pattern that takes several; each is made when it is needed. */
public final class FanOut {
  private FanOut() {}

  /** A request for each bucket, or for each shard. */
  public static List<QueryRequest> each(
      List<String> parts, Function<String, QueryRequest> request) {
    return lazily(parts.size(), i -> request.apply(parts.get(i)));
  }

  /** For each bucket, a request for each shard. */
  public static List<QueryRequest> each(
      List<String> buckets, List<String> shards, BiFunction<String, String, QueryRequest> request) {
    return lazily(
        Math.multiplyExact(buckets.size(), shards.size()),
        i -> request.apply(buckets.get(i / shards.size()), shards.get(i % shards.size())));
  }

  static <T> List<T> lazily(int size, IntFunction<T> element) {
    return new AbstractList<>() {
      @Override
      public T get(int index) {
        if (index < 0 || index >= size) {
          throw new IndexOutOfBoundsException(index);
        }
        return element.apply(index);
      }

      @Override
      public int size() {
        return size;
      }
    };
  }
}
