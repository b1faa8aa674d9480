package dev.keyplan.support;

import dev.keyplan.support.internal.Merge;
import dev.keyplan.support.internal.Ranges;
import dev.keyplan.support.internal.Read;
import dev.keyplan.support.internal.Rounds;
import dev.keyplan.support.internal.Yield;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The items of several queries in one sequence, from a position on. Sends nothing itself. */
final class MergedResults {
  private final List<QueryRequest> requests;
  private final Merge merge;
  private final Predicate<Map<String, AttributeValue>> isWanted;
  private final Yield firstYield;
  private final Deque<List<Lane>> buckets = new ArrayDeque<>();
  private int bucket;
  private int returned;
  private List<Lane> asked = List.of();

  /**
   * @param isWanted what is not is left out
   * @param firstYield how many items are read for one result to begin with
   */
  MergedResults(
      List<QueryRequest> requests,
      Merge merge,
      Predicate<Map<String, AttributeValue>> isWanted,
      Yield firstYield,
      MergedPosition start) {
    this.requests = requests;
    this.merge = merge;
    this.isWanted = isWanted;
    this.firstYield = firstYield;
    this.bucket = start.bucket();
    this.returned = start.returned();
    buckets.add(lanes(bucket, start.lanes()));
  }

  private List<Lane> lanes(int bucket, List<MergedPosition.Lane> starts) {
    List<Lane> lanes = new ArrayList<>();
    for (int shard = 0; shard < merge.shards(); shard++) {
      lanes.add(new Lane(requests.get(bucket * merge.shards() + shard), starts.get(shard)));
    }
    return lanes;
  }

  /** The shards of the bucket that the next item is in. */
  private List<Lane> lanes() {
    return buckets.getFirst();
  }

  /**
   * What has to be sent before the next item is known; empty if it is known, or at the end.
   *
   * @param wanted how many items will be asked for, to read no more than needed
   * @param ahead how many shards to read at once, if all buckets will be read
   */
  List<QueryRequest> next(int wanted, int ahead) {
    while (isDone() && nextBucket()) {
      // Goes on until there is something to read.
    }
    asked = List.of();
    if (lanes().stream().anyMatch(Lane::isLacking)) {
      while (buckets.size() < ahead / merge.shards() && hasBucket(buckets.size())) {
        buckets.add(start(bucket + buckets.size()));
      }
      asked = buckets.stream().flatMap(List::stream).filter(Lane::isLacking).toList();
    }
    return asked.stream().map(lane -> lane.request(wanted)).toList();
  }

  /** All that has to be sent before the next item is known. */
  Rounds<QueryRequest, QueryResponse> toNext(int wanted, int ahead) {
    return new Rounds<>() {
      @Override
      public List<QueryRequest> next() {
        return MergedResults.this.next(wanted, ahead);
      }

      @Override
      public void add(List<QueryResponse> responses) {
        MergedResults.this.add(responses);
      }
    };
  }

  /** Takes the answers to what was to be sent, or to the first of it. */
  void add(List<QueryResponse> responses) {
    for (int i = 0; i < responses.size(); i++) {
      asked.get(i).add(responses.get(i));
    }
  }

  /** How many results there were, those before the start included. */
  int returned() {
    return returned;
  }

  /** The next item, once nothing has to be sent for it; empty at the end. */
  Optional<Map<String, AttributeValue>> take() {
    Optional<Lane> first = first();
    returned = Pages.sum(returned, first.isPresent() ? 1 : 0);
    return first.map(Lane::take);
  }

  /** Where to go on; empty at the end. */
  Optional<MergedPosition> position() {
    if (isDone() && !nextBucket()) {
      return Optional.empty();
    }
    return Optional.of(
        new MergedPosition(bucket, lanes().stream().map(Lane::position).toList(), returned));
  }

  private boolean isDone() {
    return lanes().stream().allMatch(Lane::isDone);
  }

  private boolean nextBucket() {
    if (!hasBucket(1)) {
      return false;
    }
    bucket++;
    buckets.removeFirst();
    if (buckets.isEmpty()) {
      buckets.add(start(bucket));
    }
    return true;
  }

  private boolean hasBucket(int further) {
    return (bucket + further) * merge.shards() < requests.size();
  }

  private List<Lane> start(int number) {
    return lanes(number, MergedPosition.start(merge.shards()).lanes());
  }

  /** Of those that have an item, the shard whose item is to come; of equals, the first shard. */
  private Optional<Lane> first() {
    Lane first = null;
    for (Lane lane : lanes()) {
      if (!lane.items.isEmpty() && (first == null || lane.compare(first) < 0)) {
        first = lane;
      }
    }
    return Optional.ofNullable(first);
  }

  /** One shard: the items that were read, and where DynamoDB goes on behind them. */
  private final class Lane {
    private final QueryRequest request;
    private final Deque<Map<String, AttributeValue>> items = new ArrayDeque<>();
    private Map<String, AttributeValue> taken;
    private Map<String, AttributeValue> next;
    private boolean isRead;
    private Yield yield = firstYield;
    private int part;

    Lane(QueryRequest request, MergedPosition.Lane start) {
      this.request = request;
      this.taken = start.startKey();
      this.next = start.startKey();
      this.isRead = start.isDone();
    }

    boolean isDone() {
      return isRead && items.isEmpty();
    }

    MergedPosition.Lane position() {
      return isDone()
          ? new MergedPosition.Lane(Map.of(), true)
          : new MergedPosition.Lane(items.isEmpty() ? next : taken, false);
    }

    boolean isLacking() {
      return items.isEmpty() && !isRead;
    }

    void add(QueryResponse response) {
      response.items().stream().filter(isWanted).forEach(items::add);
      yield = yield.after(items.size(), part);
      next = response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : Map.of();
      isRead = next.isEmpty();
    }

    QueryRequest request(int wanted) {
      QueryRequest.Builder builder = request.toBuilder();
      if (wanted != Pages.NO_LIMIT) {
        // Each shard gives its part; the one that turns out to have more is asked again.
        part = merge.part(wanted);
        builder.limit(yield.items(part));
      }
      if (!next.isEmpty()) {
        builder.exclusiveStartKey(next);
      }
      return builder.build();
    }

    Map<String, AttributeValue> take() {
      Map<String, AttributeValue> item = items.remove();
      Map<String, AttributeValue> key = new HashMap<>();
      merge.key().forEach(name -> key.put(name, item.get(name)));
      taken = Collections.unmodifiableMap(key);
      return item;
    }

    int compare(Lane other) {
      for (String name : merge.sort()) {
        int order =
            Ranges.compare(
                Read.stored(items.getFirst(), name), Read.stored(other.items.getFirst(), name));
        if (order != 0) {
          return Boolean.FALSE.equals(request.scanIndexForward()) ? -order : order;
        }
      }
      return 0;
    }
  }
}
