package dev.keyplan.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.keyplan.oracle.Condition.Argument;
import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.PatternSpec.Read;
import dev.keyplan.support.NotUniqueResultException;
import dev.keyplan.support.Page;
import dev.keyplan.testing.JavaValues;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Compares what a read returns, in which order and in which pages. */
final class ReadComparison {
  private static final int MOST_PAGES = 10_000;

  private final ModelSpec model;
  private final Oracle oracle;
  private final GeneratedModel generated;
  private final Tally tally;

  ReadComparison(ModelSpec model, Oracle oracle, GeneratedModel generated, Tally tally) {
    this.model = model;
    this.oracle = oracle;
    this.generated = generated;
    this.tally = tally;
  }

  void compare(Read read, Operation operation) {
    EntitySpec entity = model.entity(operation.entity());
    Map<String, Object> arguments = operation.arguments();
    List<Map<String, Object>> expected = oracle.read(read, arguments);
    boolean mayBeRefused =
        read.parameters().anyMatch(a -> mayBeRefused(entity, a, arguments))
            || Stream.concat(read.where().stream(), read.filter().stream())
                .anyMatch(c -> c.isReversed(arguments));
    Object result;
    try {
      result = generated.call(entity, read.name(), null, operation.item(), arguments);
      compare(
          read,
          result,
          () -> generated.restarted().call(entity, read.name(), null, operation.item(), arguments),
          expected,
          arguments);
      tally.add(expected.isEmpty() ? "NOTHING_FOUND" : "FOUND");
    } catch (IllegalArgumentException | DynamoDbException e) {
      // How long several attributes of a key are together, only DynamoDB knows.
      tally.add("READ_REFUSED");
      assertThat(mayBeRefused).as("refusal: " + e.getMessage()).isTrue();
    } catch (NotUniqueResultException e) {
      assertThat(expected).as("not unique").hasSizeGreaterThan(1);
    }
  }

  /** Whether generated code may refuse the argument. */
  static boolean mayBeRefused(EntitySpec entity, Argument argument, Map<String, Object> arguments) {
    Object value = arguments.get(argument.name());
    Collection<?> values = argument.isList() ? (Collection<?>) value : List.of(value);
    return values.stream()
        .anyMatch(each -> new Refusals(entity).isPossible(argument.attribute(), each));
  }

  private void compare(
      Read read,
      Object result,
      Supplier<Object> again,
      List<Map<String, Object>> expected,
      Map<String, Object> arguments) {
    int most = Math.min(expected.size(), read.limit().orElse(Integer.MAX_VALUE));
    if (result instanceof Long count) {
      assertThat(count).as("count").isEqualTo(most);
    } else if (result instanceof Map<?, ?> found) {
      List<Map<String, Object>> rows = rows(found.values().stream());
      assertThat(rows)
          .as("items")
          .containsExactlyInAnyOrderElementsOf(
              expected.stream().map(i -> selected(read, i)).toList());
      assertOrder(read, found.keySet(), arguments);
    } else if (result instanceof Optional<?> found) {
      assertThat(expected).as("results").hasSize(found.isPresent() ? 1 : 0);
      found.ifPresent(
          one -> assertThat(JavaValues.components(one)).isEqualTo(selected(read, expected.get(0))));
    } else {
      List<Map<String, Object>> all = rows(stream(result));
      List<Map<String, Object>> tagged =
          read.subjects().size() > 1 && read.select().isEmpty()
              ? stream(result)
                  .map(r -> Oracle.tagged(JavaValues.components(r), r.getClass().getSimpleName()))
                  .toList()
              : all;
      compareAll(read, tagged, expected, most);
      comparePages(again, all, read.filter().isEmpty() && !read.verb().equals("scan"));
    }
  }

  /** The keys come as the values of the list do. */
  private static void assertOrder(Read read, Set<?> keys, Map<String, Object> arguments) {
    Condition.Comparison in =
        read.where().stream().filter(c -> c.operator().equals("in")).findFirst().orElseThrow();
    List<?> asked = (List<?>) in.operands().get(0).in(arguments);
    List<Integer> places =
        keys.stream()
            .map(key -> asked.indexOf(JavaValues.components(key).get(in.attribute())))
            .toList();
    assertThat(places).as("order").isSorted().doesNotContain(-1);
  }

  private static void compareAll(
      Read read, List<Map<String, Object>> all, List<Map<String, Object>> expected, int most) {
    List<Map<String, Object>> wanted = expected.stream().map(i -> selected(read, i)).toList();
    if (most == expected.size()) {
      assertThat(all).as("results").containsExactlyInAnyOrderElementsOf(wanted);
    } else {
      assertThat(all).as("results").hasSize(most);
      assertThat(wanted).as("results").containsAll(all);
    }
    if (read.select().isEmpty() || read.select().containsAll(read.order())) {
      assertThat(all.stream().map(i -> sorted(read, i)).toList())
          .as("order")
          .isEqualTo(expected.stream().limit(most).map(i -> sorted(read, i)).toList());
    }
  }

  private static void comparePages(
      Supplier<Object> query, List<Map<String, Object>> all, boolean isUnfiltered) {
    for (int i = 1; i <= 3; i++) {
      int size = i;
      assertThat(paged(() -> GeneratedModel.invoke(query.get(), "pageSize", List.of(size)), size))
          .as("pages of " + size)
          .isEqualTo(all);
    }
    for (int i = 1; i <= 3; i++) {
      int limit = i;
      Supplier<Object> limited = () -> GeneratedModel.invoke(query.get(), "limit", List.of(limit));
      List<Map<String, Object>> some = all.subList(0, Math.min(limit, all.size()));
      assertThat(rows(stream(limited.get()))).as("limit " + limit).isEqualTo(some);
      assertThat(paged(() -> GeneratedModel.invoke(limited.get(), "pageSize", List.of(2)), 2))
          .as("pages of limit " + limit)
          .isEqualTo(some);
    }
    Optional<?> first = (Optional<?>) GeneratedModel.invoke(query.get(), "first", List.of());
    assertThat(rows(first.stream())).as("first").isEqualTo(all.stream().limit(1).toList());
    if (isUnfiltered && all.size() > 1) {
      Object page =
          GeneratedModel.invoke(
              GeneratedModel.invoke(query.get(), "pageSize", List.of(1)), "page", List.of());
      assertThat(((Page<?>) page).next()).as("cursor").isPresent();
    }
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

  private static Stream<?> stream(Object query) {
    boolean isAsync = query.getClass().getSimpleName().startsWith("Async");
    return isAsync
        ? ((List<?>) GeneratedModel.invoke(query, "toList", List.of())).stream()
        : (Stream<?>) GeneratedModel.invoke(query, "stream", List.of());
  }

  private static List<Map<String, Object>> rows(Stream<?> records) {
    return records.map(JavaValues::components).toList();
  }

  private static Map<String, Object> selected(Read read, Map<String, Object> item) {
    Map<String, Object> selected = new LinkedHashMap<>(item);
    if (!read.select().isEmpty()) {
      selected.keySet().retainAll(read.select());
      for (String path : read.select()) {
        if (Paths.isInside(path)) {
          Paths.stored(item, path).ifPresent(value -> selected.put(component(path), value));
        }
      }
    }
    return selected;
  }

  /** {@code a4X} for {@code a4.x}. */
  private static String component(String path) {
    int dot = path.indexOf('.');
    return path.substring(0, dot)
        + path.substring(dot + 1, dot + 2).toUpperCase(Locale.ROOT)
        + path.substring(dot + 2);
  }

  private static List<Object> sorted(Read read, Map<String, Object> item) {
    return read.order().stream().map(item::get).toList();
  }
}
