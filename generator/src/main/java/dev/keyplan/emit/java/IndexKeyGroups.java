package dev.keyplan.emit.java;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.IndexKey;
import java.util.ArrayList;
import java.util.List;
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
   * @param keys the index keys that are made of them, or there because of them
   */
  record Group(List<Attribute> attributes, List<IndexKey> keys) {}

  /** All attributes outside the primary key, in groups, in the order of the model. */
  List<Group> groups() {
    List<Attribute> settable = settable();
    List<IndexKey> keys = entity.indexKeys();
    List<Group> groups = new ArrayList<>();
    List<Attribute> done = new ArrayList<>();
    for (Attribute attribute : settable) {
      if (!done.contains(attribute)) {
        Group group = groupOf(attribute, settable, keys);
        groups.add(group);
        done.addAll(group.attributes());
      }
    }
    return groups;
  }

  /** Whether an index key needs attributes of the primary key as well. */
  boolean needsKey() {
    return Stream.concat(
            groups().stream().flatMap(group -> group.keys().stream()), touched().stream())
        .flatMap(key -> key.attributes().stream())
        .anyMatch(entity.key().attributes()::contains);
  }

  /** The index keys that every update rewrites, since the time of the write is in them. */
  List<IndexKey> touched() {
    return entity.indexKeys().stream()
        .filter(key -> key.attributes().stream().anyMatch(Attribute::isMaintained))
        .toList();
  }

  private List<Attribute> settable() {
    List<Attribute> key = entity.key().attributes();
    return entity.attributes().stream()
        .filter(attribute -> !key.contains(attribute) && !attribute.isMaintained())
        .toList();
  }

  /** Grows until no index key reaches out of the group. */
  private static Group groupOf(Attribute first, List<Attribute> settable, List<IndexKey> all) {
    List<Attribute> members = new ArrayList<>(List.of(first));
    List<IndexKey> keys = new ArrayList<>();
    boolean isGrowing = true;
    while (isGrowing) {
      isGrowing = false;
      for (IndexKey key : all) {
        List<Attribute> needed = key.attributes().stream().filter(settable::contains).toList();
        if (!keys.contains(key) && needed.stream().anyMatch(members::contains)) {
          keys.add(key);
          needed.stream().filter(a -> !members.contains(a)).forEach(members::add);
          isGrowing = true;
        }
      }
    }
    return new Group(settable.stream().filter(members::contains).toList(), List.copyOf(keys));
  }
}
