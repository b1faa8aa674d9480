package dev.keyplan.support;

import dev.keyplan.support.internal.Merge;
import dev.keyplan.support.internal.Ranges;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The items of several queries in one sequence, from a position on. */
final class MergedResults {
  private final DynamoDbClient client;
  private final List<QueryRequest> requests;
  private final Merge merge;
  private final List<Lane> lanes = new ArrayList<>();
  private int bucket;
  private int returned;
  private int queriesLeft;

  /**
   * @param queries the most that it sends
   */
  MergedResults(
      DynamoDbClient client,
      List<QueryRequest> requests,
      Merge merge,
      MergedPosition start,
      int queries) {
    this.client = client;
    this.requests = requests;
    this.merge = merge;
    this.bucket = start.bucket();
    this.returned = start.returned();
    this.queriesLeft = queries;
    begin(start.lanes());
  }

  private void begin(List<MergedPosition.Lane> starts) {
    lanes.clear();
    for (int shard = 0; shard < merge.shards(); shard++) {
      lanes.add(new Lane(requests.get(bucket * merge.shards() + shard), starts.get(shard)));
    }
  }

  /**
   * The next item; empty at the end, or if no more queries may be sent.
   *
   * @param wanted how many items will be asked for, to read no more than needed
   */
  Optional<Map<String, AttributeValue>> next(int wanted) {
    do {
      for (Lane lane : lanes) {
        if (!lane.fill(wanted)) {
          return Optional.empty();
        }
      }
      Optional<Lane> first = first();
      if (first.isPresent()) {
        returned++;
        return Optional.of(first.get().take());
      }
    } while (nextBucket());
    return Optional.empty();
  }

  /** Where to go on; empty at the end. */
  Optional<MergedPosition> position() {
    if (lanes.stream().allMatch(Lane::isDone) && !nextBucket()) {
      return Optional.empty();
    }
    return Optional.of(
        new MergedPosition(bucket, lanes.stream().map(Lane::position).toList(), returned));
  }

  private boolean nextBucket() {
    if ((bucket + 1) * merge.shards() >= requests.size()) {
      return false;
    }
    bucket++;
    begin(MergedPosition.start(merge.shards()).lanes());
    return true;
  }

  /** Of those that have an item, the shard whose item is to come; of equals, the first shard. */
  private Optional<Lane> first() {
    Lane first = null;
    for (Lane lane : lanes) {
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

    /** Reads until there is an item, or none is left; false if no more queries may be sent. */
    boolean fill(int wanted) {
      while (items.isEmpty() && !isRead) {
        if (queriesLeft == 0) {
          return false;
        }
        queriesLeft--;
        QueryResponse response = client.query(request(wanted));
        items.addAll(response.items());
        next = response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : Map.of();
        isRead = next.isEmpty();
      }
      return true;
    }

    private QueryRequest request(int wanted) {
      QueryRequest.Builder builder = request.toBuilder();
      if (wanted != Integer.MAX_VALUE) {
        // Each shard gives its part; the one that turns out to have more is asked again.
        builder.limit((wanted + merge.shards() - 1) / merge.shards());
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
        int order = Ranges.compare(items.getFirst().get(name), other.items.getFirst().get(name));
        if (order != 0) {
          return Boolean.FALSE.equals(request.scanIndexForward()) ? -order : order;
        }
      }
      return 0;
    }
  }
}
