package dev.keyplan.check.rules;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Filling;
import dev.keyplan.model.IndexMembership;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.Model;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fillings of all keys of all entities, as rules look at them. */
final class EntityKeys {
  private EntityKeys() {}

  /** One filling with its entity. */
  record OwnPart(Entity entity, EntityKey.Part part) {}

  /** One hole with its entity. */
  record OwnHole(Entity entity, KeyTemplate.Hole hole) {}

  /** Each filling once, also where it fills several keys. */
  static List<OwnPart> all(Model model) {
    List<OwnPart> all = new ArrayList<>();
    for (Entity entity : model.entities()) {
      Set<String> seen = new HashSet<>();
      List<EntityKey.Part> parts = new ArrayList<>(entity.key().parts());
      for (IndexMembership membership : entity.indexes()) {
        parts.addAll(membership.key().parts());
      }
      parts.stream()
          .filter(part -> seen.add(part.key().name()))
          .forEach(part -> all.add(new OwnPart(entity, part)));
    }
    return all;
  }

  /** All holes of all templates. */
  static List<OwnHole> holes(Model model) {
    List<OwnHole> holes = new ArrayList<>();
    for (OwnPart own : all(model)) {
      if (own.part().filling() instanceof Filling.FromTemplate from) {
        from.template().holes().forEach(hole -> holes.add(new OwnHole(own.entity(), hole)));
      }
    }
    return holes;
  }

  /** The first hole of an attribute in a filling that is a template with one. */
  static KeyTemplate.Hole hole(EntityKey.Part part, Attribute attribute) {
    return ((Filling.FromTemplate) part.filling())
        .template().holes().stream()
            .filter(hole -> hole.attribute().equals(attribute))
            .findFirst()
            .orElseThrow();
  }

  /** The narrowest place of an attribute in a filling. */
  static Span spanOf(EntityKey.Part part, Attribute attribute) {
    if (part.filling() instanceof Filling.FromTemplate from) {
      for (KeyTemplate.Part piece : from.template().parts()) {
        if (piece instanceof KeyTemplate.Hole hole && hole.attribute().equals(attribute)) {
          return hole.span();
        }
      }
    }
    return part.span();
  }

  /** Every name under which items of an entity have an attribute, with what writes it. */
  static Map<String, Span> storedNames(Entity entity) {
    Map<String, Span> names = new HashMap<>();
    entity.attributes().forEach(a -> names.putIfAbsent(a.storedName(), a.span()));
    entity.key().parts().forEach(part -> names.putIfAbsent(part.key().name(), part.span()));
    for (IndexMembership membership : entity.indexes()) {
      membership.key().parts().forEach(p -> names.putIfAbsent(p.key().name(), p.span()));
    }
    return names;
  }
}
