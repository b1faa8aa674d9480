package dev.keyplan.check.rules;

import dev.keyplan.model.Condition;
import dev.keyplan.model.Entity;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.Selection;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.Expiry;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.TypeTest;
import dev.keyplan.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An expression of a request, as it is sent.
 *
 * @param span what in the pattern it comes from
 */
record RequestExpression(Kind kind, String text, Span span) {
  private static final Pattern OPERATORS =
      Pattern.compile("\\b(AND|OR|NOT|BETWEEN|IN)\\b|<>|<=|>=|[=<>+]| - |\\b[a-z_]+\\(");

  /** What an expression is for. */
  enum Kind {
    KEY_CONDITION("key condition"),
    FILTER("filter"),
    PROJECTION("projection"),
    CONDITION("condition"),
    UPDATE("update");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** For sentences. */
    String words() {
      return words;
    }
  }

  /** All that the requests of a plan have. */
  static List<RequestExpression> of(Plan plan) {
    if (plan instanceof Plan.Query query) {
      return query(query);
    }
    if (plan instanceof Plan.Scan scan) {
      return scan(scan);
    }
    if (plan.pattern() instanceof ReadPattern read) {
      return projection(plan, read, new ExpressionText()).stream().toList();
    }
    return PlannedWrite.of(List.of(plan)).stream().flatMap(write -> of(write).stream()).toList();
  }

  /** All that the request of a write has, except for the comparison with what was read. */
  static List<RequestExpression> of(PlannedWrite write) {
    return WriteExpressions.of(write);
  }

  int bytes() {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Operators and functions; the {@code =} behind {@code SET} is none, nor the end of a range. */
  long operators() {
    return OPERATORS
        .matcher(text)
        .results()
        .mapToLong(
            found ->
                switch (found.group()) {
                  case "BETWEEN" -> 0;
                  case "=" -> kind == Kind.UPDATE ? 0 : 1;
                  default -> 1;
                })
        .sum();
  }

  private static List<RequestExpression> query(Plan.Query plan) {
    ExpressionText text = new ExpressionText();
    Span span = plan.pattern().span();
    List<RequestExpression> all = new ArrayList<>();
    String keys = text.keys(plan.condition().terms());
    all.add(new RequestExpression(Kind.KEY_CONDITION, keys, span));
    plan.filter()
        .map(filter -> filter(text.of(filter, "filter"), plan.filter(), span))
        .ifPresent(all::add);
    if (!plan.isFetchedByKey()) {
      projection(plan, plan.pattern(), text).ifPresent(all::add);
    }
    return all;
  }

  private static List<RequestExpression> scan(Plan.Scan plan) {
    ExpressionText text = new ExpressionText();
    List<String> terms = new ArrayList<>();
    plan.typeAttribute()
        .map(name -> ofTypes(text.names().name(name), plan.entities(), text))
        .ifPresent(terms::add);
    if (!plan.beginnings().isEmpty()) {
      terms.add(TypeTest.oneOf(plan.beginnings().stream().map(text::keys).toList()));
    }
    plan.filter()
        .map(
            filter -> {
              String expression = text.of(filter, "filter");
              boolean isAlone = terms.isEmpty() || !filter.isJoined();
              return isAlone ? expression : "(" + expression + ")";
            })
        .ifPresent(terms::add);
    List<RequestExpression> all = new ArrayList<>();
    if (!terms.isEmpty()) {
      all.add(filter(String.join(" AND ", terms), plan.filter(), plan.pattern().span()));
    }
    projection(plan, plan.pattern(), text).ifPresent(all::add);
    return all;
  }

  /** {@code #_type = :type}: what items are wanted. */
  private static String ofTypes(String name, List<Entity> wanted, ExpressionText text) {
    return TypeTest.of(
        name, wanted, (hint, type) -> text.names().value(JavaNames.decapitalised(hint)));
  }

  private static RequestExpression filter(String text, Optional<Condition> filter, Span pattern) {
    return new RequestExpression(
        Kind.FILTER, text, filter.flatMap(RequestExpression::span).orElse(pattern));
  }

  /** From the first term of a condition to the last one. */
  static Optional<Span> span(Condition condition) {
    List<Condition.Term> terms = condition.terms();
    return terms.isEmpty()
        ? Optional.empty()
        : Optional.of(terms.get(0).span().to(terms.get(terms.size() - 1).span()));
  }

  private static Optional<RequestExpression> projection(
      Plan plan, ReadPattern pattern, ExpressionText text) {
    return pattern
        .selection()
        .map(
            selection ->
                new RequestExpression(
                    Kind.PROJECTION,
                    String.join(
                        ", ",
                        projected(plan, pattern, selection).stream()
                            .map(
                                names ->
                                    names.stream()
                                        .map(text.names()::name)
                                        .collect(Collectors.joining(".")))
                            .toList()),
                    selection.span()));
  }

  private static Set<List<String>> projected(Plan plan, ReadPattern pattern, Selection selection) {
    Set<List<String>> names = selection.storedNames(pattern.entities());
    Expiry.afterReading(plan).ifPresent(expiry -> names.add(List.of(expiry.storedName())));
    Entity first = pattern.entities().get(0);
    List<String> key = first.table().key().attributes().stream().map(KeyAttribute::name).toList();
    if (pattern.collection().isPresent()) {
      first.table().typeAttribute().map(List::of).orElse(key).stream()
          .map(List::of)
          .forEach(names::add);
    }
    if (selection.mayBeAbsent()) {
      names.add(List.of(key.get(0)));
    }
    return names;
  }
}
