package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.ENTITY_NOT_RECOGNISED;
import static dev.keyplan.resolve.ResolutionError.NAME_AMBIGUOUS;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Condition;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Table;
import dev.keyplan.syntax.Condition.Bare;
import dev.keyplan.syntax.Name;
import dev.keyplan.syntax.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Resolves the name of an entity in a filter, which tests what an item is: by the type attribute,
 * or, since DynamoDB filters by no key, by an attribute that only this entity has.
 */
final class EntityTest {
  private final List<Entity> entities;
  private final AttributeScope attributes;
  private final Reporter reporter;

  EntityTest(List<Entity> entities, AttributeScope attributes, Reporter reporter) {
    this.entities = entities;
    this.attributes = attributes;
    this.reporter = reporter;
  }

  boolean isNamedBy(Bare condition) {
    return find(condition.path()).isPresent();
  }

  /** The test of the entity that is named. */
  Optional<Condition> resolve(Bare condition) {
    Entity entity = find(condition.path()).orElseThrow();
    Name name = condition.path().first();
    if (condition.path().isSimple() && attributes.contains(name.text())) {
      reporter.report(
          NAME_AMBIGUOUS
              .at(name.span(), "`%s` is an entity and an attribute".formatted(name.text()))
              .withHint("write `%s` for the entity".formatted(entity.name())));
      return Optional.empty();
    }
    Optional<Attribute> marker =
        entity.table().typeAttribute().isPresent() ? Optional.empty() : marker(entity);
    if (entity.table().typeAttribute().isEmpty() && marker.isEmpty()) {
      reporter.report(
          ENTITY_NOT_RECOGNISED
              .at(
                  condition.span(),
                  "a filter cannot tell `%s` from the other entities"
                      .formatted(entity.name().name()))
              .withLabel("it has no attribute of its own that every item has")
              .withRelated(entity.table().span(), "the table has no type attribute")
              .withHint("give the table one: `type kind`; or state a pattern for each entity"));
      return Optional.empty();
    }
    return Optional.of(new Condition.OfEntity(entity, marker, condition.span()));
  }

  private Optional<Entity> find(Path path) {
    String written =
        path.steps().stream()
            .filter(Path.Member.class::isInstance)
            .map(step -> ((Path.Member) step).name().text())
            .collect(Collectors.joining("."));
    return entities.stream()
        .filter(e -> written.equals(e.name().name()) || written.equals(e.name().toString()))
        .findFirst();
  }

  /** An attribute that every item of the entity stores, no item of another, and no key. */
  private Optional<Attribute> marker(Entity entity) {
    return entity.attributes().stream()
        .filter(attribute -> !attribute.mayBeAbsent() && !attribute.isMaintained())
        .filter(attribute -> entity.keyPlace(attribute).isEmpty())
        .filter(attribute -> !isInKey(entity.table(), attribute.storedName()))
        .filter(
            attribute ->
                entities.stream()
                    .filter(other -> !other.name().equals(entity.name()))
                    .flatMap(other -> other.attributes().stream())
                    .noneMatch(other -> other.storedName().equals(attribute.storedName())))
        .findFirst();
  }

  private static boolean isInKey(Table table, String storedName) {
    return Stream.concat(Stream.of(table.key()), table.indexes().stream().map(index -> index.key()))
        .anyMatch(key -> key.contains(storedName));
  }
}
