package dev.keyplan.plan;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Comparator;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Operand;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.Restriction;
import dev.keyplan.plan.Plan.Obstacle;
import dev.keyplan.plan.Plan.Rejection;
import dev.keyplan.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Plans the get of many items: by whole primary keys, and of the table alone. */
final class BatchGetPlanner {
  private final ReadPattern pattern;
  private final Entity entity;

  BatchGetPlanner(ReadPattern pattern) {
    this.pattern = pattern;
    this.entity = pattern.entities().get(0);
  }

  Assessment assess() {
    AccessPath table = AccessPath.of(entity.table());
    return mismatch(table)
        .map(Assessment::rejected)
        .orElseGet(() -> Assessment.served(table, batchGet()));
  }

  private Plan batchGet() {
    Map<String, Operand> key = new LinkedHashMap<>();
    pattern.where().forEach(r -> key.put(r.attribute().name(), r.operands().get(0)));
    return new Plan.BatchGetItem(pattern, entity, key, pattern.consistent().isPresent());
  }

  private Optional<Rejection> mismatch(AccessPath table) {
    if (pattern.where().isEmpty()) {
      return Optional.empty();
    }
    List<Attribute> key = entity.key().attributes();
    for (Restriction restriction : pattern.where()) {
      if (!key.contains(restriction.attribute()) || restriction.comparator() != Comparator.EQUAL) {
        String reason =
            key.contains(restriction.attribute())
                ? "reads whole keys: it takes `=` or `in` on `%s`"
                : "has no `%s` in its key";
        return Optional.of(
            rejection(table, reason.formatted(restriction.attribute().name()), restriction.span()));
      }
    }
    String missing =
        key.stream()
            .filter(a -> pattern.where().stream().noneMatch(r -> r.attribute().equals(a)))
            .map(attribute -> "`" + attribute.name() + "`")
            .collect(Collectors.joining(" and "));
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            rejection(
                table,
                "reads whole keys: it needs `=` or `in` on %s, too".formatted(missing),
                pattern.where().stream()
                    .map(Restriction::span)
                    .reduce(Span::to)
                    .orElse(pattern.span())));
  }

  private static Rejection rejection(AccessPath table, String reason, Span span) {
    return new Rejection(table, Obstacle.SORT_KEY, "BatchGetItem on the table " + reason, span);
  }
}
