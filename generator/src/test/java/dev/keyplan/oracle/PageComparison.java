package dev.keyplan.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.keyplan.support.CursorException;
import dev.keyplan.support.Page;
import dev.keyplan.testing.JavaValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.core.async.SdkPublisher;

/**
 * Compares the pages, parts and beginnings of what a query gives with the whole.
 *
 * @param query the same query of another application each time
 * @param stranger that of one which has not the secret of the others
 */
record PageComparison(Supplier<Object> query, Supplier<Object> stranger) {
  private static final int MOST_PAGES = 10_000;
  private static final int MANY = 20;

  void compare(List<Map<String, Object>> all, boolean isUnfiltered) {
    for (int size : sizes(all)) {
      assertThat(paged(() -> with(query, "pageSize", size), size))
          .as("pages of " + size)
          .isEqualTo(all);
    }
    int most = all.isEmpty() ? 1 : 3;
    for (int i = 1; i <= most; i++) {
      int limit = i;
      Supplier<Object> limited = () -> with(query, "limit", limit);
      List<Map<String, Object>> some = all.subList(0, Math.min(limit, all.size()));
      assertThat(rows(stream(limited.get()))).as("limit " + limit).isEqualTo(some);
      assertThat(paged(() -> with(limited, "pageSize", 2), 2))
          .as("pages of limit " + limit)
          .isEqualTo(some);
    }
    Optional<?> first = (Optional<?>) GeneratedModel.invoke(query.get(), "first", List.of());
    assertThat(rows(first.stream())).as("first").isEqualTo(all.stream().limit(1).toList());
    published(all);
    cursor(all, isUnfiltered);
  }

  /** Small pages of much take long, and there is less to go wrong where nothing is found. */
  private static List<Integer> sizes(List<Map<String, Object>> all) {
    return all.isEmpty() ? List.of(7) : all.size() > MANY ? List.of(7, 50) : List.of(1, 2, 3);
  }

  /** What publishers give: results one by one, and pages. */
  private void published(List<Map<String, Object>> all) {
    Object sized = with(query, "pageSize", 2);
    if (isAsync(sized)) {
      assertThat(rows(collected(sized, "items").stream())).as("items").isEqualTo(all);
      List<Map<String, Object>> rows = new ArrayList<>();
      collected(sized, "pages")
          .forEach(page -> rows.addAll(rows(((Page<?>) page).items().stream())));
      assertThat(rows).as("published pages").isEqualTo(all);
    }
  }

  private static List<Object> collected(Object query, String method) {
    List<Object> collected = new ArrayList<>();
    SdkPublisher<?> publisher = (SdkPublisher<?>) GeneratedModel.invoke(query, method, List.of());
    publisher.subscribe(collected::add).join();
    return collected;
  }

  private void cursor(List<Map<String, Object>> all, boolean isUnfiltered) {
    Page<?> page = (Page<?>) GeneratedModel.invoke(with(query, "pageSize", 1), "page", List.of());
    if (isUnfiltered && all.size() > 1) {
      assertThat(page.next()).as("cursor").isPresent();
    }
    page.next()
        .ifPresent(
            next -> {
              Object other = with(stranger, "pageSize", 1);
              assertThatThrownBy(() -> GeneratedModel.invoke(other, "page", List.of(next)))
                  .as("cursor of another secret")
                  .isInstanceOf(CursorException.class);
            });
  }

  /** The parts of a scan are the whole, whatever reads them. */
  void compareSegments(List<Map<String, Object>> all) {
    for (int segments : all.isEmpty() ? List.of(2) : List.of(1, 2, 5)) {
      Object scan = with(query, "pageSize", 3 * segments);
      Stream<?> parts =
          isAsync(scan)
              ? ((List<?>) GeneratedModel.invoke(scan, "toList", List.of(segments))).stream()
              : (Stream<?>) GeneratedModel.invoke(scan, "stream", List.of(segments));
      assertThat(rows(parts))
          .as("segments at once, of " + segments)
          .containsExactlyInAnyOrderElementsOf(all);
      List<Map<String, Object>> rows = new ArrayList<>();
      for (int i = 0; i < segments; i++) {
        int segment = i;
        Supplier<Object> part =
            () -> GeneratedModel.invoke(query.get(), "segment", List.of(segment, segments));
        rows.addAll(paged(() -> with(part, "pageSize", MANY), MANY));
      }
      assertThat(rows)
          .as("segments in pages, of " + segments)
          .containsExactlyInAnyOrderElementsOf(all);
    }
  }

  private static Object with(Supplier<Object> query, String method, int number) {
    return GeneratedModel.invoke(query.get(), method, List.of(number));
  }

  /** All pages, each of a query that is made anew. */
  private static List<Map<String, Object>> paged(Supplier<Object> query, int size) {
    List<Map<String, Object>> rows = new ArrayList<>();
    Page<?> page = (Page<?>) GeneratedModel.invoke(query.get(), "page", List.of());
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      assertThat(page.items().size()).as("page size").isLessThanOrEqualTo(size);
      rows.addAll(rows(page.items().stream()));
      if (page.next().isEmpty()) {
        return rows;
      }
      page = (Page<?>) GeneratedModel.invoke(query.get(), "page", List.of(page.next().get()));
    }
    return fail("Too many pages");
  }

  private static boolean isAsync(Object query) {
    return query.getClass().getSimpleName().startsWith("Async");
  }

  static Stream<?> stream(Object query) {
    return isAsync(query)
        ? ((List<?>) GeneratedModel.invoke(query, "toList", List.of())).stream()
        : (Stream<?>) GeneratedModel.invoke(query, "stream", List.of());
  }

  static List<Map<String, Object>> rows(Stream<?> records) {
    return records.map(JavaValues::components).toList();
  }
}
