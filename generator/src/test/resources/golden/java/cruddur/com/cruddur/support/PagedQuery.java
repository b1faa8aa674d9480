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
 */
record PagedQuery(String pattern, QueryRequest request) implements PagedRequest {
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
    return request.filterExpression() != null;
  }

  @Override
  public byte[] binding(int limit) {
    return CursorEncoding.binding(pattern, request, limit);
  }
}
