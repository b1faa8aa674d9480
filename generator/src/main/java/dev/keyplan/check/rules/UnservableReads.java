package dev.keyplan.check.rules;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Index;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.Table;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.Plan.Evidence;
import dev.keyplan.plan.Plan.Obstacle;
import dev.keyplan.plan.Plan.Rejection;
import dev.keyplan.plan.Plan.Unservable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the rules on unservable reads share: each reports those whose nearest access path failed on
 * its own kind of obstacle, so that a read is reported once, for what keeps it from being served.
 */
final class UnservableReads {
  private UnservableReads() {}

  /** The reads whose nearest access path failed so. */
  static List<Unservable> nearestFailedOn(List<Plan> plans, Set<Obstacle> obstacles) {
    return plans.stream()
        .filter(Unservable.class::isInstance)
        .map(Unservable.class::cast)
        .filter(unservable -> obstacles.contains(nearest(unservable).obstacle()))
        .toList();
  }

  static Rejection nearest(Unservable unservable) {
    return unservable.rejections().get(0);
  }

  static Entity entity(Unservable unservable) {
    return unservable.pattern().entities().get(0);
  }

  /**
   * {@code Customer}, or {@code Customer` and `Order}: what the read is about, inside of quotes.
   */
  static String subject(Unservable unservable) {
    return unservable.pattern().entities().stream()
        .map(entity -> entity.name().name())
        .collect(Collectors.joining("` and `"));
  }

  /** The diagnostic at the nearest path's obstacle. */
  static Diagnostic report(String id, Unservable unservable, String message) {
    Rejection nearest = nearest(unservable);
    Diagnostic diagnostic =
        Diagnostic.error(id, nearest.span(), message).withLabel(nearest.reason());
    for (Evidence evidence : nearest.evidence()) {
      diagnostic = diagnostic.withRelated(evidence.span(), evidence.text());
    }
    return diagnostic;
  }

  /** The same with the reasons of the paths that are further away. */
  static Diagnostic withOtherPaths(Diagnostic diagnostic, Unservable unservable) {
    Diagnostic all = diagnostic;
    for (Rejection other : unservable.rejections()) {
      if (!other.equals(nearest(unservable)) && other.obstacle() != Obstacle.NOT_A_MEMBER) {
        Table table = other.path().table();
        all =
            all.withRelated(
                other.path().index().map(Index::span).orElse(table.span()), other.reason());
      }
    }
    return all;
  }

  /** Whether the pattern names the access path itself. */
  static boolean isPinned(Unservable unservable) {
    return unservable.pattern() instanceof ReadPattern read && read.via().isPresent();
  }

  /** The same with the path that would serve, or the index to add, if there is one, as the hint. */
  static Diagnostic withSuggestion(Diagnostic diagnostic, Unservable unservable) {
    if (unservable.other().isPresent()) {
      return diagnostic.withHint(
          "leave out `via`: %s serves the pattern"
              .formatted(unservable.other().get().description()));
    }
    return unservable
        .suggestion()
        .map(
            suggestion ->
                diagnostic.withHint(
                    "add `%s` to the table `%s` and %s"
                        .formatted(
                            suggestion.tableLine(),
                            entity(unservable).table().name().name(),
                            suggestion.entityLines().stream()
                                .map(
                                    added ->
                                        "`%s` to the entity `%s`"
                                            .formatted(added.line(), added.entity().name().name()))
                                .collect(Collectors.joining(" and ")))))
        .orElse(diagnostic);
  }
}
