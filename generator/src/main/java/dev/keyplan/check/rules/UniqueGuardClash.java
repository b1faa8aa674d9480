package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.FormerType;
import dev.keyplan.model.GuardEntity;
import dev.keyplan.model.Index;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.Model;
import dev.keyplan.model.Unique;
import dev.keyplan.proof.KeyOverlap;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The guard items that keep {@code unique} true share a table with other items. No item can have
 * the key of a guard, no entity is marked like one, and no attribute has the name under which a
 * guard keeps whose value it holds.
 */
public final class UniqueGuardClash implements ModelRule {
  public static final String ID = "UNIQUE_GUARD_CLASH";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    Map<DefinitionName, List<Entity>> byTable = new HashMap<>();
    for (Entity entity : model.entities()) {
      byTable.computeIfAbsent(entity.table().name(), name -> new ArrayList<>()).add(entity);
    }
    List<Diagnostic> found = new ArrayList<>();
    for (Entity entity : model.entities()) {
      for (int i = 0; i < entity.uniques().size(); i++) {
        check(entity, i, byTable.get(entity.table().name()), found);
      }
    }
    return found;
  }

  private static void check(
      Entity entity, int number, List<Entity> neighbours, List<Diagnostic> found) {
    Unique unique = entity.uniques().get(number);
    Entity guard = GuardEntity.of(entity).get(number);
    for (Entity other : neighbours) {
      sameKey(unique, guard, other).ifPresent(found::add);
      if (number == 0) {
        names(unique, other).forEach(found::add);
      }
    }
    List<Entity> guards = neighbours.stream().flatMap(e -> GuardEntity.of(e).stream()).toList();
    guards.stream()
        .filter(other -> other.span().start() < guard.span().start())
        .filter(other -> other.typeValue().equals(guard.typeValue()))
        .flatMap(other -> sameKey(unique, guard, other).stream())
        .forEach(found::add);
    if (number == 0) {
      indexes(unique, entity).forEach(found::add);
    }
  }

  private static Optional<Diagnostic> sameKey(Unique unique, Entity guard, Entity other) {
    KeyOverlap.Answer answer = KeyOverlap.of(other.key(), guard.key());
    if (answer.verdict() == KeyOverlap.Verdict.DISJOINT) {
      return Optional.empty();
    }
    String key =
        answer.key().entrySet().stream()
            .map(e -> e.getKey() + " `" + e.getValue() + "`")
            .reduce((a, b) -> a + ", " + b)
            .map(text -> "a guard has " + text + ", for example")
            .orElse("no proof that it never is");
    return Optional.of(
        Diagnostic.error(
                ID,
                unique.span(),
                "a guard item of `%s` may have the key of `%s`"
                    .formatted(unique.text(), other.name().name()))
            .withLabel(key)
            .withRelated(other.key().parts().get(0).span(), "and an item may, too")
            .withHint(
                "begin the key of `%s` with a text of its own: `\"%s#…\"`"
                    .formatted(other.name().name(), other.name().name().toUpperCase(Locale.ROOT))));
  }

  private static Stream<Diagnostic> names(Unique unique, Entity other) {
    Stream<Diagnostic> attributes =
        other.attributes().stream()
            .filter(attribute -> attribute.storedName().equals(GuardEntity.OWNER))
            .map(Attribute::span)
            .map(span -> taken(unique, span).withHint("store it under another name"));
    return other.table().typeAttribute().isPresent()
        ? Stream.concat(attributes, marks(unique, other))
        : attributes;
  }

  /** Where an entity is or was marked as guards are. */
  private static Stream<Diagnostic> marks(Unique unique, Entity other) {
    Stream<Diagnostic> today =
        Stream.of(other)
            .filter(entity -> entity.typeValue().equals(GuardEntity.TYPE))
            .map(Entity::span)
            .map(
                span ->
                    marked(unique, span)
                        .withHint("give the entity another name, or mark in quotes"));
    Stream<Diagnostic> before =
        other.formerTypes().stream()
            .filter(former -> former.text().equals(GuardEntity.TYPE))
            .map(FormerType::span)
            .map(span -> marked(unique, span).withHint("leave it out"));
    return Stream.concat(today, before);
  }

  private static Diagnostic marked(Unique unique, Span span) {
    return Diagnostic.error(
            ID, span, "`%s` is how guard items are marked".formatted(GuardEntity.TYPE))
        .withRelated(unique.span(), "guards are kept for this");
  }

  private static Stream<Diagnostic> indexes(Unique unique, Entity entity) {
    return entity.table().indexes().stream()
        .map(Index::key)
        .flatMap(key -> key.attributes().stream())
        .filter(key -> key.name().equals(GuardEntity.OWNER))
        .map(KeyAttribute::span)
        .distinct()
        .map(span -> taken(unique, span).withHint("call the key attribute otherwise"));
  }

  private static Diagnostic taken(Unique unique, Span span) {
    return Diagnostic.error(
            ID,
            span,
            "`%s` is where guard items keep whose value they hold".formatted(GuardEntity.OWNER))
        .withRelated(unique.span(), "guards are kept for this");
  }
}
