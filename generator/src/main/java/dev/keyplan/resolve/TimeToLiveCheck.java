package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.NAME_UNKNOWN;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Namespace;
import dev.keyplan.model.Table;
import dev.keyplan.model.TimeToLive;
import java.util.List;
import java.util.Optional;

/**
 * Some entity stores the attribute that {@code ttl} names. To be asked only where every entity has
 * been understood: one that was not might store it.
 */
final class TimeToLiveCheck {
  private final List<Entity> entities;
  private final Reporter reporter;

  TimeToLiveCheck(List<Namespace> namespaces, Reporter reporter) {
    this.entities = namespaces.stream().flatMap(n -> n.entities().stream()).toList();
    this.reporter = reporter;
  }

  void check(Table table) {
    table.settings().timeToLive().ifPresent(timeToLive -> check(table, timeToLive));
  }

  private void check(Table table, TimeToLive timeToLive) {
    List<Attribute> stored =
        entities.stream()
            .filter(entity -> entity.table().name().equals(table.name()))
            .flatMap(entity -> entity.attributes().stream())
            .toList();
    String name = timeToLive.attribute();
    if (stored.isEmpty() || stored.stream().anyMatch(a -> a.storedName().equals(name))) {
      return;
    }
    Diagnostic unknown =
        NAME_UNKNOWN.at(
            timeToLive.span(),
            "no entity of the table `%s` stores an attribute as `%s`"
                .formatted(table.name().name(), name));
    Optional<Attribute> meant = stored.stream().filter(a -> a.name().equals(name)).findFirst();
    reporter.report(
        meant.isPresent()
            ? unknown
                .withRelated(meant.get().span(), "stored as `" + meant.get().storedName() + "`")
                .withHint(
                    "tables use the names in DynamoDB: `ttl %s`"
                        .formatted(Attribute.written(meant.get().storedName())))
            : Suggestions.add(unknown, name, stored.stream().map(Attribute::storedName).toList()));
  }
}
