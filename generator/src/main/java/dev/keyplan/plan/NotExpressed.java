package dev.keyplan.plan;

import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Filling;
import dev.keyplan.model.KeyTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Why a key does not express a restriction.
 *
 * @param isBound whether the pattern binds an attribute of this name by {@code =}
 */
record NotExpressed(AccessPath path, EntityKey key, Predicate<String> isBound) {
  /** As a sentence about the path. */
  String reason(String name) {
    List<String> before = attributesBefore(name);
    return before.isEmpty()
        ? notHeld(name)
        : "%s has %s before `%s` in its sort key: bind %s by `=` first"
            .formatted(
                path.description(),
                KeyMatch.quoted(before),
                name,
                before.size() > 1 ? "them" : "it");
  }

  private String notHeld(String name) {
    return key.parts().stream()
        .flatMap(part -> holes(part.filling()))
        .filter(hole -> hole.attribute().name().equals(name))
        .findFirst()
        .map(
            hole ->
                "%s has `%s` in its key, but not `%s` itself"
                    .formatted(path.description(), hole.text(), name))
        .orElseGet(() -> "%s has no `%s` in its key".formatted(path.description(), name));
  }

  private static Stream<KeyTemplate.Hole> holes(Filling filling) {
    return filling instanceof Filling.FromTemplate from
        ? from.template().holes().stream()
        : Stream.empty();
  }

  /** The attributes that would have to be bound before this one; empty if the key lacks it. */
  private List<String> attributesBefore(String name) {
    List<String> before = new ArrayList<>();
    for (EntityKey.Part part : key.sort()) {
      if (part.filling() instanceof Filling.FromAttribute from) {
        if (from.attribute().name().equals(name)) {
          return unbound(before);
        }
        before.add(from.attribute().name());
      }
      for (KeyTemplate.Hole hole : holes(part.filling()).toList()) {
        if (hole.holdsValue() && hole.attribute().name().equals(name)) {
          return unbound(before);
        }
        before.add(hole.attribute().name());
      }
    }
    return List.of();
  }

  private List<String> unbound(List<String> names) {
    return names.stream().distinct().filter(name -> !isBound.test(name)).toList();
  }
}
