package dev.keyplan.plan;

import dev.keyplan.model.Comparator;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Filling;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.plan.Plan.Obstacle;
import dev.keyplan.plan.Plan.Rejection;
import dev.keyplan.proof.KeyOverlap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plans a scan. It reads items of all entities, and discards those that are not wanted: by the type
 * that an item carries or, where there is none, by the literal texts that its keys begin with.
 */
final class ScanPlanner {
  private final ReadPattern pattern;
  private final Entity entity;
  private final Neighbours neighbours;

  ScanPlanner(ReadPattern pattern, Neighbours neighbours) {
    this.pattern = pattern;
    this.entity = pattern.entities().get(0);
    this.neighbours = neighbours;
  }

  Assessment assess(AccessPath path) {
    Optional<Rejection> mismatch = new PathContents(pattern, entity, path).mismatch();
    if (mismatch.isPresent()) {
      return Assessment.rejected(mismatch.get());
    }
    List<Entity> others =
        neighbours.of(entity).stream().filter(other -> path.keyOf(other).isPresent()).toList();
    Optional<String> typeAttribute =
        entity.table().typeAttribute().filter(name -> path.holds(name) || path.projectsSelected());
    if (typeAttribute.isPresent()) {
      return Assessment.served(path, scan(path, others, typeAttribute, List.of()));
    }
    List<KeyTerm> terms = new ArrayList<>();
    for (Entity other : others) {
      Optional<KeyTerm> excluding =
          beginnings(path).stream().filter(term -> excludes(term, path, other)).findFirst();
      if (excluding.isEmpty()) {
        return Assessment.rejected(indistinct(path, other));
      }
      if (!terms.contains(excluding.get())) {
        terms.add(excluding.get());
      }
    }
    return Assessment.served(path, scan(path, others, Optional.empty(), terms));
  }

  private Plan scan(
      AccessPath path, List<Entity> others, Optional<String> typeAttribute, List<KeyTerm> terms) {
    return new Plan.Scan(
        pattern,
        path,
        pattern.entities(),
        others,
        typeAttribute,
        terms,
        new PathContents(pattern, entity, path).filter(),
        pattern.limit(),
        pattern.pageSize(),
        pattern.consistent().isPresent());
  }

  private Rejection indistinct(AccessPath path, Entity other) {
    String type =
        entity
            .table()
            .typeAttribute()
            .map(name -> "does not hold `%s`".formatted(name))
            .orElse("has no type attribute");
    return new Rejection(
        path,
        Obstacle.OTHER_ENTITIES,
        "%s %s, and its keys begin alike for `%s` and `%s`"
            .formatted(path.description(), type, entity.name().name(), other.name().name()),
        pattern.via().map(ReadPattern.Via::span).orElse(pattern.span()));
  }

  /** What the entity's key texts begin with: those that are literal there, the last ones first. */
  private List<KeyTerm> beginnings(AccessPath path) {
    List<KeyTerm> terms = new ArrayList<>();
    for (EntityKey.Part part : parts(path, entity).values()) {
      String lead = KeyOverlap.lead(part.filling());
      if (!lead.isEmpty()) {
        KeyTemplate template = ((Filling.FromTemplate) part.filling()).template();
        terms.add(
            0,
            new KeyTerm(
                part.key(),
                template.parts().size() == 1 ? Comparator.EQUAL : Comparator.BEGINS_WITH,
                List.of(new KeyValue.OfText(template, false, List.of(new KeyValue.Text(lead))))));
      }
    }
    return terms;
  }

  private static boolean excludes(KeyTerm term, AccessPath path, Entity other) {
    EntityKey.Part part = parts(path, other).get(term.attribute().name());
    return part != null && Purity.excludes(term, part);
  }

  /** How an entity fills the path's key and the table's, which every index holds. */
  private static Map<String, EntityKey.Part> parts(AccessPath path, Entity entity) {
    Map<String, EntityKey.Part> parts = new LinkedHashMap<>();
    path.keyOf(entity).orElseThrow().parts().forEach(p -> parts.put(p.key().name(), p));
    entity.key().parts().forEach(p -> parts.putIfAbsent(p.key().name(), p));
    return parts;
  }
}
