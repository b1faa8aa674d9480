// Copied by Keyplan. Do not edit.
package com.cruddur.support;

import java.util.Map;
import java.util.OptionalInt;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * A query that is sent page by page.
 *
 * @param request without a place to start at
 * @param isSelective whether any number of what is read may be discarded
 */
record PagedQuery(String pattern, QueryRequest request, boolean isSelective)
    implements PagedRequest {
  /** One whose filter may discard anything, if it has one. */
  PagedQuery(String pattern, QueryRequest request) {
    this(pattern, request, request.filterExpression() != null);
  }

  PagedQuery unselective() {
    return new PagedQuery(pattern, request, false);
  }

  PagedQuery pageSize(int items) {
    return new PagedQuery(
        pattern,
        request.toBuilder().limit(Pages.positive("page size", items)).build(),
        isSelective);
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
  public byte[] binding(int limit) {
    return CursorEncoding.binding(pattern, request, limit);
  }
}
