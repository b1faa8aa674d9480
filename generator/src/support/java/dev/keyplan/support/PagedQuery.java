package dev.keyplan.support;

import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * A query that is sent page by page.
 *
 * @param request without a place to start at
 */
record PagedQuery(String pattern, QueryRequest request) implements PagedRequest {
  /** The filter that leaves out what has expired, which is little of what is read. */
  private static final Pattern UNEXPIRED = Pattern.compile("NOT \\(\\S+ <= :_now\\w*\\)");

  PagedQuery pageSize(int items) {
    return new PagedQuery(
        pattern, request.toBuilder().limit(Pages.positive("page size", items)).build());
  }

  QueryRequest from(Map<String, AttributeValue> startKey, OptionalInt items) {
    QueryRequest.Builder next = request.toBuilder();
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

  @Override
  public boolean isFiltered() {
    String filter = request.filterExpression();
    return filter != null && !UNEXPIRED.matcher(filter).matches();
  }

  @Override
  public byte[] binding(int limit) {
    return CursorEncoding.binding(pattern, request, limit);
  }
}
