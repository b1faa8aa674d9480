package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.NAME_NOT_SHARED;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.ItemCollection;
import dev.keyplan.model.Trait;
import dev.keyplan.resolve.References.Reference;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the names in a read of several entities mean. A name stands for the attribute that is called
 * so, and in another entity for the one that this attribute refers to; where an entity has both,
 * its own attribute counts if it refers to the other one itself.
 */
final class CollectionNames {
  private final List<Entity> entities;
  private final boolean isEverything;
  private final References references;

  /** By name, then by entity: what the name may stand for. */
  private final Map<String, Map<DefinitionName, List<Attribute>>> meanings = new LinkedHashMap<>();

  CollectionNames(List<Entity> entities, boolean isEverything, References references) {
    this.entities = entities;
    this.isEverything = isEverything;
    this.references = references;
    for (Entity entity : entities) {
      entity.attributes().forEach(a -> meanings.computeIfAbsent(a.name(), this::meanings));
    }
  }

  List<Entity> entities() {
    return entities;
  }

  private Map<DefinitionName, List<Attribute>> meanings(String name) {
    Map<DefinitionName, List<Attribute>> found = new LinkedHashMap<>();
    for (Entity entity : entities) {
      found.put(entity.name(), new ArrayList<>());
      entity.attribute(name).ifPresent(found.get(entity.name())::add);
    }
    List<Reference> ofThemselves = new ArrayList<>();
    for (Entity entity : entities) {
      if (entity.attribute(name).isPresent()) {
        for (Reference reference : references.of(entity.name(), name)) {
          if (reference.entity().equals(entity.name())) {
            ofThemselves.add(reference);
          } else {
            attribute(reference).ifPresent(a -> add(a, found.get(reference.entity())));
          }
        }
      }
    }
    ofThemselves.forEach(
        own -> found.get(own.entity()).removeIf(a -> a.name().equals(own.attribute())));
    return found;
  }

  private static void add(Attribute attribute, List<Attribute> meant) {
    if (!meant.contains(attribute)) {
      meant.add(attribute);
    }
  }

  private Optional<Attribute> attribute(Reference reference) {
    return entities.stream()
        .filter(entity -> entity.name().equals(reference.entity()))
        .findFirst()
        .flatMap(entity -> entity.attribute(reference.attribute()));
  }

  /** The names that a key condition may use: each has one meaning in each entity. */
  AttributeScope ofKeys() {
    AttributeScope scope = AttributeScope.of(entities);
    meanings.forEach(
        (name, byEntity) -> {
          Optional<Entity> unclear =
              entities.stream().filter(e -> byEntity.get(e.name()).size() != 1).findFirst();
          if (unclear.isEmpty() || isEverything) {
            scope.add(name, Optional.of(named(name)));
          } else {
            scope.refuse(name, span -> unclear(name, unclear.get(), span));
          }
        });
    return scope;
  }

  /**
   * The names that a filter or a selection may use: what is stored under them is the same wherever
   * it is. It may be absent where not all have it.
   */
  AttributeScope ofItems() {
    AttributeScope scope = AttributeScope.of(entities);
    for (String name : meanings.keySet()) {
      Attribute first = named(name);
      Optional<Entity> other =
          entities.stream().filter(entity -> isDifferent(first, entity)).findFirst();
      if (other.isPresent()) {
        scope.refuse(name, span -> differs(first, other.get(), span));
      } else {
        boolean isInAll =
            entities.stream()
                .allMatch(e -> e.attribute(name).filter(a -> !a.isOptional()).isPresent());
        scope.add(name, Optional.of(isInAll ? first : first.asOptional()));
      }
    }
    return scope;
  }

  /**
   * Whether an entity stores something else under the attribute's name, or under its stored one.
   */
  private static boolean isDifferent(Attribute first, Entity entity) {
    Predicate<Attribute> isSame =
        a ->
            a.name().equals(first.name())
                && a.storedName().equals(first.storedName())
                && a.type().equals(first.type())
                && maintained(a).equals(maintained(first));
    return entity.attributes().stream()
        .filter(a -> a.name().equals(first.name()) || a.storedName().equals(first.storedName()))
        .anyMatch(isSame.negate());
  }

  /** The attribute that is called so, of the first entity that has one. */
  private Attribute named(String name) {
    return entities.stream().flatMap(e -> e.attribute(name).stream()).findFirst().orElseThrow();
  }

  /** The entities in which all of these names have one meaning. */
  List<Entity> known(Collection<String> names) {
    return entities.stream()
        .filter(e -> names.stream().allMatch(name -> meanings.get(name).get(e.name()).size() == 1))
        .toList();
  }

  ItemCollection collection(String type, Span span, Collection<String> names) {
    Map<DefinitionName, Map<String, Attribute>> used = new HashMap<>();
    for (Entity entity : known(names)) {
      used.put(
          entity.name(),
          names.stream()
              .distinct()
              .collect(Collectors.toMap(n -> n, n -> meanings.get(n).get(entity.name()).get(0))));
    }
    return new ItemCollection(type, isEverything, used, span);
  }

  private Diagnostic unclear(String name, Entity entity, Span span) {
    List<Attribute> several = meanings.get(name).get(entity.name());
    if (several.isEmpty()) {
      Diagnostic missing =
          NAME_NOT_SHARED
              .at(span, "`%s` leads to no attribute of `%s`".formatted(name, entity.name().name()))
              .withRelated(entity.span(), "an entity of the collection");
      return otherName(name)
          .map("the name that refers to it leads to one of each: `%s`"::formatted)
          .or(
              () ->
                  reference(name, entity)
                      .map(
                          attribute ->
                              "refer to one: `%s : %s.%s`"
                                  .formatted(name, entity.name().name(), attribute.name())))
          .map(missing::withHint)
          .orElse(missing);
    }
    Diagnostic diagnostic =
        NAME_NOT_SHARED.at(
            span, "`%s` leads to several attributes of `%s`".formatted(name, entity.name().name()));
    for (Attribute attribute : several) {
      diagnostic = diagnostic.withRelated(attribute.span(), "`" + attribute.name() + "`");
    }
    return diagnostic.withHint("give the attribute another name than the reference to the entity");
  }

  /** Another name that means the same attribute, and one in each entity. */
  private Optional<String> otherName(String name) {
    Attribute own = named(name);
    return meanings.entrySet().stream()
        .filter(meaning -> !meaning.getKey().equals(name))
        .filter(meaning -> isShared(meaning.getValue().values(), own))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /**
   * What the name could refer to: the same value in the same partition key, for nothing else yet.
   */
  private Optional<Attribute> reference(String name, Entity entity) {
    Attribute own = named(name);
    List<Attribute> candidates =
        entity.key().partition().stream()
            .flatMap(part -> part.filling().attributes().stream())
            .filter(attribute -> attribute.type().equals(own.type()))
            .filter(attribute -> entity.identity().contains(attribute))
            .filter(attribute -> !isShared(attribute))
            .toList();
    boolean isInPartitions =
        entities.stream()
            .filter(e -> e.attribute(name).isPresent())
            .allMatch(e -> isInPartition(e, name));
    return isInPartitions && candidates.size() == 1
        ? Optional.of(candidates.get(0))
        : Optional.empty();
  }

  private static boolean isInPartition(Entity entity, String name) {
    return entity.key().partition().stream()
        .flatMap(part -> part.filling().attributes().stream())
        .anyMatch(attribute -> attribute.name().equals(name));
  }

  /** Whether a name of the other entities means the attribute already. */
  private boolean isShared(Attribute attribute) {
    return meanings.values().stream().anyMatch(meant -> isShared(meant.values(), attribute));
  }

  private static boolean isShared(Collection<List<Attribute>> meant, Attribute attribute) {
    return meant.stream().allMatch(one -> one.size() == 1)
        && meant.stream().anyMatch(one -> one.contains(attribute));
  }

  private static Diagnostic differs(Attribute first, Entity entity, Span span) {
    Attribute other =
        entity.attributes().stream()
            .filter(a -> a.name().equals(first.name()) || a.storedName().equals(first.storedName()))
            .filter(a -> !a.equals(first))
            .findFirst()
            .orElseThrow();
    return NAME_NOT_SHARED
        .at(span, "`%s` is not the same in all entities".formatted(first.name()))
        .withRelated(first.span(), stored(first))
        .withRelated(other.span(), stored(other))
        .withHint("what is filtered or selected has one name and one type wherever it is stored");
  }

  private static String stored(Attribute attribute) {
    return "`%s`, stored as `%s`, is `%s%s`"
        .formatted(
            attribute.name(),
            attribute.storedName(),
            attribute.type().text(),
            maintained(attribute));
  }

  /** What keeps it up, without which an item that lacks it would be read as another. */
  private static String maintained(Attribute attribute) {
    return attribute.has(Trait.VERSION) ? " @version" : attribute.has(Trait.TOUCH) ? " @touch" : "";
  }
}
