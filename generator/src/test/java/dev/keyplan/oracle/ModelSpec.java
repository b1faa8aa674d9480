package dev.keyplan.oracle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A random model: one table, entities, patterns. Each element has an id, to be dropped by. */
record ModelSpec(Table table, List<EntitySpec> entities, List<PatternSpec> patterns) {
  ModelSpec {
    entities = List.copyOf(entities);
    patterns = List.copyOf(patterns);
  }

  /** The table, in the words of the language. */
  record Table(String key, List<Line> indexes, List<Line> settings) {
    Table {
      indexes = List.copyOf(indexes);
      settings = List.copyOf(settings);
    }

    boolean hasStream() {
      return settings.stream().anyMatch(line -> line.id().equals("stream"));
    }

    /** The attribute that says when items expire; no two entities have attributes of one name. */
    Optional<String> expiry() {
      return settings.stream()
          .filter(line -> line.id().equals("ttl"))
          .map(line -> line.text().substring("ttl ".length()))
          .findFirst();
    }
  }

  /** Something that stands on one line. */
  record Line(String id, String text) {}

  /** An attribute of an entity. */
  record AttributeSpec(
      String name,
      Optional<String> storedName,
      ValueType type,
      boolean isOptional,
      Optional<Object> defaultValue,
      String trait) {
    boolean isMaintained() {
      return isVersion() || isTouch();
    }

    boolean isVersion() {
      return trait.equals("@version");
    }

    boolean isTouch() {
      return trait.equals("@touch");
    }
  }

  /** What an entity writes into one side of a key: a text, or attributes as they are. */
  record Side(List<Part> parts) {
    Side {
      parts = List.copyOf(parts);
    }

    /** A text, or a hole with an attribute, perhaps in a function; a bare attribute has no text. */
    record Part(String text, Optional<String> attribute) {
      static Part literal(String text) {
        return new Part(text, Optional.empty());
      }

      static Part hole(String attribute, String function) {
        return new Part("{" + attribute + function + "}", Optional.of(attribute));
      }

      static Part bare(String attribute) {
        return new Part(attribute, Optional.of(attribute));
      }

      boolean isWhole() {
        return attribute.map("{%s}"::formatted).map(text::equals).orElse(false) || isBare();
      }

      boolean isBare() {
        return attribute.map(text::equals).orElse(false);
      }
    }

    String text() {
      if (parts.size() == 1 && parts.get(0).isBare()) {
        return parts.get(0).text();
      }
      return '"' + String.join("", parts.stream().map(Part::text).toList()) + '"';
    }

    Stream<String> attributes() {
      return parts.stream().flatMap(part -> part.attribute().stream());
    }

    /** The character that the attribute's texts may not have here, if there is one. */
    Optional<String> delimiter(String attribute) {
      for (int i = 0; i + 1 < parts.size(); i++) {
        boolean isIt = parts.get(i).attribute().equals(Optional.of(attribute));
        if (isIt && parts.get(i).isWhole() && !parts.get(i).isBare()) {
          return Optional.of(parts.get(i + 1).text().substring(0, 1));
        }
      }
      return Optional.empty();
    }
  }

  /** An entity in an index: both sides, and when. */
  record IndexUse(
      String index,
      String line,
      Optional<Side> partition,
      Optional<Side> sort,
      Set<String> attributes,
      Optional<Condition> when) {
    Stream<Side> sides() {
      return Stream.concat(partition.stream(), sort.stream());
    }

    /** Whether an item is in the index. */
    boolean holds(Map<String, Object> item) {
      return item.keySet().containsAll(attributes)
          && when.stream().allMatch(condition -> condition.holds(item, Map.of()));
    }
  }

  /**
   * An entity.
   *
   * @param former what older items are called
   */
  record EntitySpec(
      String name,
      Optional<String> former,
      Side partition,
      Optional<Side> sort,
      List<IndexUse> indexes,
      List<List<String>> uniques,
      List<AttributeSpec> attributes) {
    EntitySpec {
      indexes = List.copyOf(indexes);
      uniques = List.copyOf(uniques);
      attributes = List.copyOf(attributes);
    }

    Stream<Side> keySides() {
      return Stream.concat(Stream.of(partition), sort.stream());
    }

    /** What tells the items of the entity apart. */
    Set<String> keyAttributes() {
      Set<String> names = new LinkedHashSet<>();
      keySides().flatMap(Side::attributes).forEach(names::add);
      return names;
    }

    /** An attribute, or what is inside of one. */
    AttributeSpec attribute(String path) {
      return attributes.stream()
          .filter(a -> a.name().equals(Paths.attribute(path)))
          .findFirst()
          .map(a -> Inside.at(a, path))
          .orElseThrow();
    }

    boolean has(String name) {
      return attributes.stream().anyMatch(a -> a.name().equals(name));
    }

    boolean hasVersion() {
      return attributes.stream().anyMatch(AttributeSpec::isVersion);
    }

    /** Whether writes take the item as it was read. */
    boolean isGuarded() {
      return hasVersion() || !uniques.isEmpty();
    }
  }

  EntitySpec entity(String name) {
    return entities.stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow();
  }

  /** The one of a read's entities that an argument is about. */
  EntitySpec owner(PatternSpec.Read read, Condition.Argument argument) {
    return read.subjects().stream()
        .map(this::entity)
        .filter(entity -> entity.has(Paths.attribute(argument.attribute())))
        .findFirst()
        .orElseThrow();
  }

  /** Whether some of what a read finds may be left out, since it has expired. */
  boolean expires(PatternSpec.Read read) {
    return !read.isWithExpired()
        && table().expiry().stream()
            .anyMatch(name -> read.subjects().stream().anyMatch(e -> entity(e).has(name)));
  }

  Optional<PatternSpec> pattern(String name) {
    return patterns.stream().filter(p -> p.name().equals(name)).findFirst();
  }

  boolean hasEntity(String name) {
    return entities.stream().anyMatch(e -> e.name().equals(name));
  }

  /** The ids of all that can be dropped, the largest first. */
  List<String> elements() {
    List<String> ids = new ArrayList<>();
    entities.forEach(e -> ids.add(e.name()));
    patterns.forEach(p -> ids.add(p.name()));
    table.settings().forEach(setting -> ids.add(setting.id()));
    table.indexes().forEach(index -> ids.add(index.id()));
    for (EntitySpec entity : entities) {
      entity.indexes().forEach(use -> ids.add(entity.name() + " " + use.index()));
      entity.uniques().forEach(unique -> ids.add(entity.name() + " unique " + unique));
      entity.former().ifPresent(former -> ids.add(entity.name() + " was"));
      entity.attributes().forEach(a -> ids.add(entity.name() + "." + a.name()));
    }
    return ids;
  }

  /** The model without an element, and without what makes no sense any more. */
  ModelSpec without(String id) {
    List<EntitySpec> fewer =
        entities.stream()
            .filter(e -> !e.name().equals(id))
            .map(entity -> without(entity, id))
            .toList();
    return new ModelSpec(
        new Table(table.key(), without(table.indexes(), id), without(table.settings(), id)),
        fewer,
        patterns.stream()
            .filter(p -> !p.name().equals(id))
            .filter(p -> p.entities().noneMatch(id::equals))
            .toList());
  }

  private static List<Line> without(List<Line> lines, String id) {
    return lines.stream().filter(line -> !line.id().equals(id)).toList();
  }

  private static EntitySpec without(EntitySpec entity, String id) {
    return new EntitySpec(
        entity.name(),
        entity.former().filter(former -> !(entity.name() + " was").equals(id)),
        entity.partition(),
        entity.sort(),
        entity.indexes().stream()
            .filter(use -> !use.index().equals(id))
            .filter(use -> !(entity.name() + " " + use.index()).equals(id))
            .toList(),
        entity.uniques().stream()
            .filter(unique -> !(entity.name() + " unique " + unique).equals(id))
            .toList(),
        entity.attributes().stream()
            .filter(a -> !(entity.name() + "." + a.name()).equals(id))
            .toList());
  }
}
