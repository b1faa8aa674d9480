package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Facts;
import dev.keyplan.model.IndexKey;
import dev.keyplan.model.Model;
import dev.keyplan.model.Pattern;
import dev.keyplan.model.Write.Assignment;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.WriteAction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An update that changes a part of an index key must know its other parts, or it could not write
 * the key anew: each is set too, is demanded by {@code if}, or stands in the primary key. In the
 * same way it must know whether the item is in a sparse index at all. An update that is given the
 * item as it was read knows what every item has.
 */
public final class IndexKeyHalfKnown implements PlanRule {
  public static final String ID = "INDEX_KEY_HALF_KNOWN";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    List<Diagnostic> found = new ArrayList<>();
    for (PlannedWrite write : PlannedWrite.of(plans)) {
      if (write.action() instanceof WriteAction.Update update) {
        check(write.pattern(), update).ifPresent(found::add);
      }
    }
    return found;
  }

  /** All keys together: one assignment is usually what all of them miss. */
  private static Optional<Diagnostic> check(Pattern pattern, WriteAction.Update update) {
    List<EntityKey.Part> parts = new ArrayList<>();
    Map<String, String> missing = new LinkedHashMap<>();
    for (EntityKey.Part part : update.indexKeys().rewritten()) {
      collect(update, part, part.filling().attributes(), parts, missing);
    }
    for (IndexKey key : update.indexKeys().undecided()) {
      collect(update, key.part(), open(key, update.indexKeys().facts()), parts, missing);
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(report(pattern, update, parts, missing));
  }

  /** The attributes of a key without those of which enough is known. */
  private static List<Attribute> open(IndexKey key, Facts facts) {
    Set<Attribute> open = new LinkedHashSet<>(key.part().filling().attributes());
    key.needed().stream()
        .filter(attribute -> facts.has(attribute) == Facts.Truth.UNKNOWN)
        .forEach(open::add);
    key.condition().stream()
        .flatMap(condition -> facts.open(condition).stream())
        .forEach(term -> open.add(term.attribute()));
    return List.copyOf(open);
  }

  private static void collect(
      WriteAction.Update update,
      EntityKey.Part part,
      Collection<Attribute> attributes,
      List<EntityKey.Part> parts,
      Map<String, String> missing) {
    List<Attribute> unknown =
        attributes.stream()
            .filter(attribute -> !update.entity().key().attributes().contains(attribute))
            .filter(attribute -> update.valueOf(attribute).isEmpty())
            .filter(attribute -> !attribute.isMaintained())
            .filter(attribute -> attribute.mayBeAbsent() || !update.isAsRead())
            .toList();
    if (!unknown.isEmpty()) {
      parts.add(part);
      unknown.forEach(attribute -> missing.putIfAbsent(attribute.name(), demand(part, attribute)));
    }
  }

  /** Of an attribute that is not in the text, it is enough to know whether it has a value. */
  private static String demand(EntityKey.Part part, Attribute attribute) {
    String name = attribute.name();
    return attribute.isOptional() && !part.filling().attributes().contains(attribute)
        ? "attribute_exists(" + name + ")"
        : name + " = :" + name;
  }

  private static Diagnostic report(
      Pattern pattern,
      WriteAction.Update update,
      List<EntityKey.Part> parts,
      Map<String, String> missing) {
    List<String> keys = parts.stream().map(part -> part.key().name()).toList();
    String unknown = quoted(missing.keySet().stream());
    Diagnostic diagnostic =
        Diagnostic.error(
            ID,
            update.assignments().stream()
                .filter(assignment -> isIn(parts, update, assignment))
                .map(Assignment::span)
                .findFirst()
                .orElse(pattern.span()),
            "the update must write the index %s %s anew, and does not know %s"
                .formatted(keys.size() == 1 ? "key" : "keys", quoted(keys.stream()), unknown));
    for (EntityKey.Part part : parts) {
      diagnostic = diagnostic.withRelated(part.span(), "the key is made here");
    }
    String demand = String.join(" and ", missing.values());
    return diagnostic.withHint("set %s too, or demand it: `if %s`".formatted(unknown, demand));
  }

  private static boolean isIn(
      List<EntityKey.Part> parts, WriteAction.Update update, Assignment assignment) {
    String name = assignment.attribute().name();
    return update.entity().indexKeys().stream()
        .filter(key -> parts.contains(key.part()))
        .anyMatch(key -> key.attributes().stream().anyMatch(a -> a.name().equals(name)));
  }

  private static String quoted(Stream<String> names) {
    return names.map(name -> "`" + name + "`").collect(Collectors.joining(" and "));
  }
}
