package dev.keyplan.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.oracle.Condition.Argument;
import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.PatternSpec.Read;
import dev.keyplan.support.NotUniqueResultException;
import dev.keyplan.testing.JavaValues;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Compares what a read returns, in which order and in which pages. */
final class ReadComparison {
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
    Map<String, Object> arguments = operation.arguments();
    List<Map<String, Object>> expected = oracle.read(read, arguments);
    boolean mayBeRefused =
        read.parameters().anyMatch(a -> mayBeRefused(model.owner(read, a), a, arguments))
            || Stream.concat(read.where().stream(), read.filter().stream())
                .anyMatch(c -> c.isReversed(arguments));
    try {
      compare(
          read,
          call(generated, read, operation),
          new PageComparison(
              () -> call(generated.restarted(), read, operation),
              () -> call(generated.withOtherSecret(), read, operation)),
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

  private Object call(GeneratedModel application, Read read, Operation operation) {
    EntitySpec entity = model.entity(operation.entity());
    return application.call(entity, read.name(), operation.item(), operation.arguments());
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
      PageComparison pages,
      List<Map<String, Object>> expected,
      Map<String, Object> arguments) {
    int most = Math.min(expected.size(), read.limit().orElse(Integer.MAX_VALUE));
    if (result instanceof Long count) {
      assertThat(count).as("count").isEqualTo(most);
    } else if (result instanceof Map<?, ?> found) {
      List<Map<String, Object>> rows = PageComparison.rows(found.values().stream());
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
      List<Map<String, Object>> all = PageComparison.rows(PageComparison.stream(result));
      List<Map<String, Object>> tagged =
          read.subjects().size() > 1 && read.select().isEmpty()
              ? PageComparison.stream(result)
                  .map(r -> Oracle.tagged(JavaValues.components(r), r.getClass().getSimpleName()))
                  .toList()
              : all;
      compareAll(read, tagged, expected, most);
      pages.compare(all, read.filter().isEmpty() && !read.isScan() && !model.expires(read));
      if (read.isScan() && read.limit().isEmpty()) {
        pages.compareSegments(all);
      }
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

  private void compareAll(
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

  private Map<String, Object> selected(Read read, Map<String, Object> item) {
    Map<String, Object> selected = new LinkedHashMap<>(item);
    if (!read.select().isEmpty()) {
      selected.keySet().retainAll(read.select());
      for (String path : read.select()) {
        if (Paths.isInside(path)) {
          Paths.stored(item, path).ifPresent(value -> selected.put(component(path), value));
        } else if (isSet(read, path)) {
          // What another entity has not is empty, too.
          selected.putIfAbsent(path, Set.of());
        }
      }
    }
    return selected;
  }

  private boolean isSet(Read read, String attribute) {
    return read.subjects().stream()
        .map(model::entity)
        .filter(entity -> entity.has(attribute))
        .anyMatch(entity -> entity.attribute(attribute).type().kind() == ValueType.Kind.SET);
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
