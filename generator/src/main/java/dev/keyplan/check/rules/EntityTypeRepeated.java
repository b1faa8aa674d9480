package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Entity;
import dev.keyplan.model.FormerType;
import dev.keyplan.model.Model;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Each entity of a table has its own text in the type attribute, by which its items are told apart.
 * What an entity was called before is no other one's name, neither today's nor a former one.
 */
public final class EntityTypeRepeated implements ModelRule {
  public static final String ID = "ENTITY_TYPE_REPEATED";

  @Override
  public String id() {
    return ID;
  }

  /** Where an entity says what its items hold. */
  private record Place(Entity entity, Span span) {}

  @Override
  public List<Diagnostic> check(Model model) {
    List<Diagnostic> found = new ArrayList<>();
    Map<List<String>, Place> seen = new HashMap<>();
    List<Entity> entities =
        model.entities().stream().filter(e -> e.table().typeAttribute().isPresent()).toList();
    for (Entity entity : entities) {
      Place place = new Place(entity, entity.span());
      Place first = seen.putIfAbsent(key(entity, entity.typeValue()), place);
      if (first != null) {
        found.add(repeated(entity, first));
      }
    }
    for (Entity entity : entities) {
      for (FormerType former : entity.formerTypes()) {
        if (former.text().isEmpty()) {
          // No name at all, which is an error of its own.
          continue;
        }
        Place place = new Place(entity, former.span());
        Place first = seen.putIfAbsent(key(entity, former.text()), place);
        if (first != null) {
          found.add(taken(entity, former, first));
        }
      }
    }
    return found;
  }

  private static List<String> key(Entity entity, String type) {
    return List.of(entity.table().name().toString(), type);
  }

  private static Diagnostic repeated(Entity entity, Place first) {
    return Diagnostic.error(
            ID,
            entity.span(),
            "two entities of the table `%s` are stored as `%s`"
                .formatted(entity.table().name().name(), entity.typeValue()))
        .withRelated(first.span(), "the other")
        .withHint(
            "store another text: `entity %s \"…\" in %s`"
                .formatted(entity.name().name(), entity.table().name().name()));
  }

  private static Diagnostic taken(Entity entity, FormerType former, Place first) {
    if (first.entity().name().equals(entity.name())) {
      String message =
          first.span().equals(entity.span())
              ? "`%s` is what `%s` is stored as today"
              : "`%s` is a former name of `%s` already";
      return Diagnostic.error(
              ID, former.span(), message.formatted(former.text(), entity.name().name()))
          .withRelated(first.span(), "here")
          .withHint("leave it out");
    }
    return Diagnostic.error(
            ID,
            former.span(),
            "items stored as `%s` are of the entity `%s`"
                .formatted(former.text(), first.entity().name().name()))
        .withRelated(first.span(), "its name")
        .withHint("an item is of one entity only: take the name away from one of them");
  }
}
