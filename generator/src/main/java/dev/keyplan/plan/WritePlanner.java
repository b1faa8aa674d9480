package dev.keyplan.plan;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.KeySchema;
import dev.keyplan.model.Write;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns a write into what DynamoDB does for it. */
final class WritePlanner {
  private WritePlanner() {}

  static WriteAction action(Write write) {
    Entity entity = write.entity();
    return switch (write.verb()) {
      case CREATE -> new WriteAction.Put(entity, true, write.condition(), write.returned());
      case PUT -> new WriteAction.Put(entity, false, write.condition(), write.returned());
      case UPDATE ->
          new WriteAction.Update(
              entity,
              write.assignments(),
              write.removed(),
              write.changes(),
              rewritten(write),
              write.condition(),
              write.returned());
      case MOVE ->
          new WriteAction.Move(entity, write.assignments(), write.removed(), write.condition());
      case DELETE -> new WriteAction.Delete(entity, write.condition(), write.returned());
      case CHECK -> new WriteAction.Check(entity, write.condition());
    };
  }

  /** The synthetic index keys that contain an attribute which the update changes. */
  private static List<EntityKey.Part> rewritten(Write write) {
    Set<String> changed = new HashSet<>();
    write.assignments().forEach(assignment -> changed.add(assignment.attribute().name()));
    write.removed().forEach(attribute -> changed.add(attribute.name()));
    KeySchema primary = write.entity().table().key();
    Map<String, EntityKey.Part> parts = new LinkedHashMap<>();
    for (var membership : write.entity().indexes()) {
      for (EntityKey.Part part : membership.key().parts()) {
        boolean isPrimary = primary.contains(part.key().name());
        if (!part.isStored() && !isPrimary && containsAny(part, changed)) {
          parts.putIfAbsent(part.key().name(), part);
        }
      }
    }
    return List.copyOf(parts.values());
  }

  private static boolean containsAny(EntityKey.Part part, Set<String> attributes) {
    return part.filling().attributes().stream().map(Attribute::name).anyMatch(attributes::contains);
  }
}
