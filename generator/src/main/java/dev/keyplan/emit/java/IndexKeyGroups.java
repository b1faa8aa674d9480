package dev.keyplan.emit.java;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The attributes that an update may change, put together where an index key is made of several:
 * those can only be written with all of them known.
 */
final class IndexKeyGroups {
  private final Entity entity;

  IndexKeyGroups(Entity entity) {
    this.entity = entity;
  }

  /**
   * Attributes that are set together.
   *
   * @param attributes one, or those of index keys that overlap
   * @param rewritten the index keys that are made of them, besides primary key attributes
   */
  record Group(List<Attribute> attributes, List<EntityKey.Part> rewritten) {}

  /** All attributes outside the primary key, in groups, in the order of the model. */
  List<Group> groups() {
    List<Attribute> settable = settable();
    List<EntityKey.Part> rewritable = rewritable(settable);
    List<Group> groups = new ArrayList<>();
    List<Attribute> done = new ArrayList<>();
    for (Attribute attribute : settable) {
      if (!done.contains(attribute)) {
        Group group = groupOf(attribute, settable, rewritable);
        groups.add(group);
        done.addAll(group.attributes());
      }
    }
    return groups;
  }

  /** Whether an index key needs attributes of the primary key as well. */
  boolean needsKey() {
    return Stream.concat(
            groups().stream().flatMap(group -> group.rewritten().stream()), touched().stream())
        .flatMap(part -> part.filling().attributes().stream())
        .anyMatch(entity.key().attributes()::contains);
  }

  /** The index keys that every update rewrites, since the time of the write is in them. */
  List<EntityKey.Part> touched() {
    return rewritable(entity.touched().stream().toList());
  }

  private List<Attribute> settable() {
    List<Attribute> key = entity.key().attributes();
    return entity.attributes().stream()
        .filter(attribute -> !key.contains(attribute) && !attribute.isMaintained())
        .toList();
  }

  private List<EntityKey.Part> rewritable(List<Attribute> settable) {
    Map<String, EntityKey.Part> parts = new LinkedHashMap<>();
    for (var membership : entity.indexes()) {
      for (EntityKey.Part part : membership.key().parts()) {
        boolean isPrimary = entity.table().key().contains(part.key().name());
        if (!isPrimary
            && !part.isStored()
            && part.filling().attributes().stream().anyMatch(settable::contains)) {
          parts.putIfAbsent(part.key().name(), part);
        }
      }
    }
    return List.copyOf(parts.values());
  }

  /** Grows until no index key reaches out of the group. */
  private static Group groupOf(
      Attribute first, List<Attribute> settable, List<EntityKey.Part> rewritable) {
    List<Attribute> members = new ArrayList<>(List.of(first));
    List<EntityKey.Part> parts = new ArrayList<>();
    boolean isGrowing = true;
    while (isGrowing) {
      isGrowing = false;
      for (EntityKey.Part part : rewritable) {
        List<Attribute> needed =
            part.filling().attributes().stream().filter(settable::contains).toList();
        if (!parts.contains(part) && needed.stream().anyMatch(members::contains)) {
          parts.add(part);
          needed.stream().filter(a -> !members.contains(a)).forEach(members::add);
          isGrowing = true;
        }
      }
    }
    return new Group(settable.stream().filter(members::contains).toList(), List.copyOf(parts));
  }
}
