// Copied by Keyplan. Do not edit.
package com.cruddur.support;

import com.cruddur.support.internal.Ranges;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  /** What the key has to be equal to: {@code pk = :pk}. */
  private static final Pattern EQUAL = Pattern.compile("(?:^| AND )(\\S+) = (:\\w+)");

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

  /**
   * Whether an item still has what is wanted of the index's key. An index is behind its table: its
   * entries may be of items that have another key by now.
   */
  Predicate<Map<String, AttributeValue>> isStillThere() {
    Map<String, AttributeValue> wanted = new HashMap<>();
    Matcher term = EQUAL.matcher(request.keyConditionExpression());
    while (term.find()) {
      String name = request.expressionAttributeNames().getOrDefault(term.group(1), term.group(1));
      wanted.put(name, request.expressionAttributeValues().get(term.group(2)));
    }
    return item ->
        wanted.entrySet().stream()
            .allMatch(
                key ->
                    item.containsKey(key.getKey())
                        && Ranges.compare(item.get(key.getKey()), key.getValue()) == 0);
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
