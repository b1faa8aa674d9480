package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.KeyType;
import dev.keyplan.model.Model;
import dev.keyplan.proof.KeyOverlap;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Two entities of a table can never have the same primary key: an item of one would overwrite an
 * item of the other. Proved for every pair of entities, or refuted with two items that collide.
 */
public final class KeysMayBeEqual implements ModelRule {
  public static final String ID = "KEYS_MAY_BE_EQUAL";

  @Override
  public String id() {
    return ID;
  }

  private static final int MOST_FOR_AN_ENTITY = 1;

  private static final Comparator<Span> IN_ORDER =
      Comparator.comparing((Span span) -> span.file().path()).thenComparing(Span::start);

  @Override
  public List<Diagnostic> check(Model model) {
    Map<DefinitionName, List<Entity>> byTable = new LinkedHashMap<>();
    for (Entity entity : model.entities()) {
      byTable.computeIfAbsent(entity.table().name(), name -> new ArrayList<>()).add(entity);
    }
    return byTable.values().stream().flatMap(entities -> check(entities).stream()).toList();
  }

  /**
   * Keys that begin with different texts cannot be equal. So only those pairs are compared whose
   * texts, in alphabetical order, stand one behind the other and begin alike.
   */
  private static List<Diagnostic> check(List<Entity> entities) {
    Function<Entity, String> lead = mostTelling(entities);
    List<Entity> sorted = new ArrayList<>(entities);
    sorted.sort(Comparator.comparing(lead));
    List<Diagnostic> found = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      int reported = 0;
      for (int j = i + 1; j < sorted.size() && reported < MOST_FOR_AN_ENTITY; j++) {
        if (!lead.apply(sorted.get(j)).startsWith(lead.apply(sorted.get(i)))) {
          break;
        }
        Optional<Diagnostic> diagnostic = compare(sorted.get(i), sorted.get(j));
        diagnostic.ifPresent(found::add);
        reported += diagnostic.isPresent() ? 1 : 0;
      }
    }
    return found;
  }

  /** Of the key's attributes, the one whose fillings begin in the most different ways. */
  private static Function<Entity, String> mostTelling(List<Entity> entities) {
    int attributes = entities.get(0).key().parts().size();
    int best = 0;
    long mostLeads = 0;
    for (int i = 0; i < attributes; i++) {
      int index = i;
      long leads = entities.stream().map(entity -> lead(entity, index)).distinct().count();
      if (leads > mostLeads) {
        mostLeads = leads;
        best = i;
      }
    }
    int chosen = best;
    return entity -> lead(entity, chosen);
  }

  private static String lead(Entity entity, int attribute) {
    return KeyOverlap.lead(entity.key().parts().get(attribute).filling());
  }

  private static Optional<Diagnostic> compare(Entity left, Entity right) {
    // The one that stands further down is the one to change.
    boolean isInOrder = IN_ORDER.compare(left.span(), right.span()) <= 0;
    Entity one = isInOrder ? left : right;
    Entity other = isInOrder ? right : left;
    KeyOverlap.Answer answer = KeyOverlap.of(one.key(), other.key());
    if (answer.verdict() == KeyOverlap.Verdict.DISJOINT) {
      return Optional.empty();
    }
    Span oneSpan = keySpan(one);
    Span otherSpan = keySpan(other);
    Diagnostic diagnostic =
        Diagnostic.error(
                ID,
                otherSpan,
                "`%s` and `%s` may have the same key"
                    .formatted(one.name().name(), other.name().name()))
            .withLabel(answer.rightItem(other))
            .withRelated(oneSpan, answer.leftItem(one));
    String tag = other.name().name().toUpperCase(Locale.ROOT);
    boolean canBeText =
        other.key().parts().stream().anyMatch(part -> part.key().type() == KeyType.STRING);
    return Optional.of(
        diagnostic.withHint(
            canBeText
                ? "begin one of the two keys with a text of its own, for example `\"%s#…\"`"
                    .formatted(tag)
                : "no key attribute of the table is text, which would tell them apart: another table"));
  }

  private static Span keySpan(Entity entity) {
    List<EntityKey.Part> parts = entity.key().parts();
    return parts.get(0).span().to(parts.get(parts.size() - 1).span());
  }
}
