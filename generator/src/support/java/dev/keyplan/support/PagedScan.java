package dev.keyplan.support;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * A scan that is sent page by page.
 *
 * @param request without a place to start at
 * @param isSelective whether any number of what is read may be discarded
 */
record PagedScan(String pattern, ScanRequest request, boolean isSelective) implements PagedRequest {
  /** One whose filter may discard anything, if it has one. */
  PagedScan(String pattern, ScanRequest request) {
    this(pattern, request, request.filterExpression() != null);
  }

  PagedScan unselective() {
    return new PagedScan(pattern, request, false);
  }

  PagedScan pageSize(int items) {
    return with(request.toBuilder().limit(Pages.positive("page size", items)).build());
  }

  PagedScan segment(int segment, int total) {
    if (segment < 0 || segment >= Pages.positive("number of segments", total)) {
      throw new IllegalArgumentException(
          "The segment is " + segment + ", but of " + total + " the first is 0");
    }
    return with(request.toBuilder().segment(segment).totalSegments(total).build());
  }

  /** The segments of this scan, if it is not one of a segment. */
  List<PagedScan> segments(int total) {
    if (request.segment() != null) {
      throw new IllegalArgumentException("The scan is of one segment, which has no segments");
    }
    return IntStream.range(0, Pages.positive("number of segments", total))
        .mapToObj(segment -> segment(segment, total))
        .toList();
  }

  ScanRequest from(Map<String, AttributeValue> startKey, OptionalInt items) {
    ScanRequest.Builder next = request.toBuilder();
    items.ifPresent(next::limit);
    if (!startKey.isEmpty()) {
      next.exclusiveStartKey(startKey);
    }
    return next.build();
  }

  @Override
  public OptionalInt pageSize() {
    return request.limit() == null ? OptionalInt.empty() : OptionalInt.of(request.limit());
  }

  private PagedScan with(ScanRequest changed) {
    return new PagedScan(pattern, changed, isSelective);
  }

  @Override
  public byte[] binding(int limit) {
    return CursorEncoding.binding(pattern, request, limit);
  }
}
