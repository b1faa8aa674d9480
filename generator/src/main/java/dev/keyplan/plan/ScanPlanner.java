package dev.keyplan.plan;

import dev.keyplan.model.Comparator;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Filling;
import dev.keyplan.model.ItemCollection;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.plan.Plan.Obstacle;
import dev.keyplan.plan.Plan.Rejection;
import dev.keyplan.proof.KeyOverlap;
import dev.keyplan.source.Span;
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
  private final Neighbours neighbours;

  ScanPlanner(ReadPattern pattern, Neighbours neighbours) {
    this.pattern = pattern;
    this.neighbours = neighbours;
  }

  Assessment assess(AccessPath path) {
    List<Entity> wanted =
        pattern.entities().stream().filter(one -> path.keyOf(one).isPresent()).toList();
    boolean isEverything = pattern.collection().filter(ItemCollection::isEverything).isPresent();
    if (wanted.isEmpty() || (wanted.size() < pattern.entities().size() && !isEverything)) {
      return Assessment.rejected(notAMember(path));
    }
    Optional<Rejection> mismatch =
        wanted.stream()
            .flatMap(one -> contents(one, path).mismatch().stream())
            .findFirst()
            .or(() -> unrecognised(path));
    if (mismatch.isPresent()) {
      return Assessment.rejected(mismatch.get());
    }
    List<Entity> others =
        neighbours.others(wanted).stream().filter(one -> path.keyOf(one).isPresent()).toList();
    Optional<String> typeAttribute =
        path.table().typeAttribute().filter(name -> path.holds(name) || path.projectsSelected());
    if (typeAttribute.isPresent() || others.isEmpty()) {
      return Assessment.served(path, scan(path, wanted, others, typeAttribute, List.of()));
    }
    List<List<KeyTerm>> beginnings = new ArrayList<>();
    for (Entity one : wanted) {
      List<KeyTerm> terms = new ArrayList<>();
      for (Entity other : others) {
        Optional<KeyTerm> excluding =
            beginnings(path, one).stream().filter(term -> excludes(term, path, other)).findFirst();
        if (excluding.isEmpty()) {
          return Assessment.rejected(indistinct(path, one, other));
        }
        if (!terms.contains(excluding.get())) {
          terms.add(excluding.get());
        }
      }
      beginnings.add(terms);
    }
    return Assessment.served(path, scan(path, wanted, others, Optional.empty(), beginnings));
  }

  private PathContents contents(Entity one, AccessPath path) {
    return new PathContents(
        pattern.collection().isPresent() ? pattern.ofOne(one) : pattern, one, path);
  }

  /** Of several entities, an index that lacks what tells their items apart. */
  private Optional<Rejection> unrecognised(AccessPath path) {
    return pattern.collection().isEmpty() || path.projectsSelected()
        ? Optional.empty()
        : CollectionMatch.unrecognised(path, pattern);
  }

  private Plan scan(
      AccessPath path,
      List<Entity> wanted,
      List<Entity> others,
      Optional<String> typeAttribute,
      List<List<KeyTerm>> beginnings) {
    return new Plan.Scan(
        pattern,
        path,
        wanted,
        others,
        typeAttribute,
        beginnings,
        Expiry.filter(
            pattern,
            path,
            false,
            pattern.collection().isPresent()
                ? pattern.filter()
                : contents(wanted.get(0), path).filter()),
        pattern.limit(),
        pattern.pageSize(),
        pattern.consistent().isPresent());
  }

  private Rejection notAMember(AccessPath path) {
    Entity missing =
        pattern.entities().stream()
            .filter(one -> path.keyOf(one).isEmpty())
            .findFirst()
            .orElseThrow();
    return new Rejection(
        path,
        Obstacle.NOT_A_MEMBER,
        "%s does not contain `%s`".formatted(path.description(), missing.name().name()),
        span());
  }

  private Rejection indistinct(AccessPath path, Entity wanted, Entity other) {
    String type =
        path.table()
            .typeAttribute()
            .map(name -> "does not hold `%s`".formatted(name))
            .orElse("has no type attribute");
    return new Rejection(
        path,
        Obstacle.OTHER_ENTITIES,
        "%s %s, and its keys begin alike for `%s` and `%s`"
            .formatted(path.description(), type, wanted.name().name(), other.name().name()),
        span());
  }

  /** Where the pattern names the path, or its name. */
  private Span span() {
    return pattern.via().map(ReadPattern.Via::span).orElse(pattern.span());
  }

  /** What an entity's key texts begin with: those that are literal there, the last ones first. */
  private static List<KeyTerm> beginnings(AccessPath path, Entity entity) {
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
