package dev.keyplan.support;

import dev.keyplan.support.CursorEncoding.Position;
import dev.keyplan.support.Pages.Response;
import dev.keyplan.support.internal.Rounds;
import dev.keyplan.support.internal.Yield;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * The results of all segments of a scan, while they are read: in a round, as many of them as may be
 * sent at the same time read a page, of a limit each its part. A round is sent when the results of
 * the last one are used up.
 */
final class Segments<T> implements Rounds<ScanRequest, ScanResponse> {
  private final Pages<T> pages;
  private final int atOnce;
  private List<Segment> open;
  private final Deque<Map<String, AttributeValue>> items = new ArrayDeque<>();
  private int returned;
  private Yield yield;

  /**
   * One segment, and where it goes on.
   *
   * @param startKey empty at the beginning
   */
  private record Segment(PagedScan scan, Map<String, AttributeValue> startKey) {}

  /**
   * @param atOnce how many to send in a round
   */
  Segments(List<PagedScan> scans, Pages<T> pages, int atOnce) {
    this.pages = pages;
    this.atOnce = atOnce;
    this.open = scans.stream().map(scan -> new Segment(scan, Map.of())).toList();
    this.yield = pages.firstYield(part());
  }

  @Override
  public List<ScanRequest> next() {
    if (!items.isEmpty() || isLast()) {
      return List.of();
    }
    OptionalInt each = pages.items(part(), yield);
    return open.stream()
        .limit(atOnce)
        .map(segment -> segment.scan().from(segment.startKey(), each))
        .toList();
  }

  /** How many results are wanted of each segment of a round. */
  private int part() {
    int left = pages.left(position());
    return left == Pages.NO_LIMIT ? left : (left - 1) / Math.min(atOnce, open.size()) + 1;
  }

  @Override
  public void add(List<ScanResponse> responses) {
    List<Segment> further = new ArrayList<>();
    int left = pages.left(position());
    int before = returned;
    for (int i = 0; i < responses.size(); i++) {
      Response response =
          new Response(responses.get(i).items(), responses.get(i).lastEvaluatedKey());
      List<Map<String, AttributeValue>> wanted = pages.wanted(position(), response);
      items.addAll(wanted);
      returned = Pages.sum(returned, wanted.size());
      if (!response.isLast()) {
        further.add(new Segment(open.get(i).scan(), response.lastKey()));
      }
    }
    yield = yield.after(returned - before, left);
    further.addAll(open.subList(responses.size(), open.size()));
    open = further;
  }

  /** How many results there were, wherever they were. */
  private Position position() {
    return new Position(Map.of(), returned);
  }

  /** Whether nothing more has to be read. */
  boolean isLast() {
    return open.isEmpty() || Pages.isEnough(returned, pages.limit());
  }

  /** The next result, once nothing has to be sent for it; empty at the end. */
  Optional<Map<String, AttributeValue>> take() {
    return Optional.ofNullable(items.poll());
  }

  /** All results that the last rounds have read. */
  List<Map<String, AttributeValue>> takeAll() {
    List<Map<String, AttributeValue>> all = List.copyOf(items);
    items.clear();
    return all;
  }
}
