package dev.keyplan.support.internal;

import java.util.AbstractList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Makes the requests of a pattern that takes several. The first one is made at once, so that it is
 * the caller who learns of arguments that are refused; each other one when it is needed.
 */
public final class FanOut {
  private FanOut() {}

  /** A request for each bucket, or for each shard. */
  public static List<QueryRequest> each(
      List<String> parts, Function<String, QueryRequest> request) {
    return requests(parts.size(), i -> request.apply(parts.get(i)));
  }

  /** For each bucket, a request for each shard. */
  public static List<QueryRequest> each(
      List<String> buckets, List<String> shards, BiFunction<String, String, QueryRequest> request) {
    return requests(
        Math.multiplyExact(buckets.size(), shards.size()),
        i -> request.apply(buckets.get(i / shards.size()), shards.get(i % shards.size())));
  }

  private static List<QueryRequest> requests(int size, IntFunction<QueryRequest> request) {
    List<QueryRequest> first = size == 0 ? List.of() : List.of(request.apply(0));
    return lazily(size, i -> i == 0 ? first.get(0) : request.apply(i));
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
