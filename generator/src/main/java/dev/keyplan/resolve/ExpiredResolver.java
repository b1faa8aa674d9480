package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.CLAUSE_NOT_ALLOWED;
import static dev.keyplan.resolve.ResolutionError.WORD_UNKNOWN;

import dev.keyplan.model.Entity;
import dev.keyplan.model.TimeToLive;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.Clause;
import dev.keyplan.syntax.Name;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Resolves {@code with expired}: it stands where items expire. */
final class ExpiredResolver {
  private static final String EXPIRED = "expired";

  private final Reporter reporter;

  ExpiredResolver(Reporter reporter) {
    this.reporter = reporter;
  }

  /** Where expired items are asked for, if they are. */
  Optional<Span> resolve(Clauses clauses, List<Entity> entities) {
    Optional<Clause.With> clause = clauses.get(Clause.With.class);
    if (clause.isEmpty() || entities.isEmpty()) {
      return Optional.empty();
    }
    Name state = clause.get().state();
    if (!state.text().equals(EXPIRED)) {
      reporter.report(
          WORD_UNKNOWN
              .at(state.span(), "a read has no `with %s`".formatted(state.text()))
              .withHint("`with expired`"));
      return Optional.empty();
    }
    if (entities.stream().noneMatch(entity -> entity.expiry().isPresent())) {
      reportUnexpiring(clause.get().span(), entities);
      return Optional.empty();
    }
    return Optional.of(clause.get().span());
  }

  private void reportUnexpiring(Span span, List<Entity> entities) {
    Entity first = entities.get(0);
    Optional<String> expiry = first.table().settings().timeToLive().map(TimeToLive::attribute);
    String names =
        entities.stream()
            .map(entity -> "`" + entity.name().name() + "`")
            .distinct()
            .collect(Collectors.joining(" and "));
    reporter.report(
        CLAUSE_NOT_ALLOWED
            .at(span, "no item of %s expires".formatted(names))
            .withHint(
                "leave it out; %s lets items expire"
                    .formatted(
                        expiry
                            .map(name -> "`%s : epoch(s)` in the entity".formatted(name))
                            .orElse("`ttl expiresAt` in the table"))));
  }
}
