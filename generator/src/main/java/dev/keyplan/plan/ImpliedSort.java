package dev.keyplan.plan;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Comparator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a key condition says of the sort key although the partition says so already: an entity whose
 * sort key repeats a value of its partition key has no item there with another one. A read of
 * several entities need not say it, since what it says holds for all of them.
 */
final class ImpliedSort {
  private ImpliedSort() {}

  /** The terms of the sort key without the last ones that are implied. */
  static List<KeyTerm> without(KeyCondition condition) {
    Set<Attribute> bound = bound(condition);
    List<KeyTerm> sort = condition.sort();
    int kept = sort.size();
    while (kept > 0 && isImplied(sort.get(kept - 1), bound)) {
      kept--;
    }
    if (kept == sort.size()) {
      return sort;
    }
    List<KeyTerm> rest = new ArrayList<>(sort.subList(0, kept));
    literal(sort.get(kept)).ifPresent(rest::add);
    return rest;
  }

  /** The attributes that have one value in all items of the partition. */
  private static Set<Attribute> bound(KeyCondition condition) {
    Set<Attribute> bound = new HashSet<>();
    for (KeyTerm term : condition.partition()) {
      KeyValue value = term.values().get(0);
      if (value instanceof KeyValue.OfText text && !text.template().isReadable()) {
        // Other values could make the same text.
        continue;
      }
      for (KeyValue.Part part : SharedParts.of(value)) {
        if (part instanceof KeyValue.Rendered rendered && rendered.hole().holdsValue()) {
          bound.add(rendered.hole().attribute());
        }
      }
    }
    return bound;
  }

  private static boolean isImplied(KeyTerm term, Set<Attribute> bound) {
    boolean isOfBeginning =
        term.comparator() == Comparator.EQUAL || term.comparator() == Comparator.BEGINS_WITH;
    return isOfBeginning
        && SharedParts.of(term.values().get(0)).stream()
            .filter(part -> !(part instanceof KeyValue.Text))
            .allMatch(
                part ->
                    part instanceof KeyValue.Rendered rendered
                        && !rendered.isPrefix()
                        && bound.contains(rendered.hole().attribute()));
  }

  /** What all items of the entity begin with, whatever the values are. */
  private static Optional<KeyTerm> literal(KeyTerm term) {
    if (!(term.values().get(0) instanceof KeyValue.OfText text)) {
      return Optional.empty();
    }
    List<KeyValue.Part> lead =
        text.parts().stream().takeWhile(KeyValue.Text.class::isInstance).toList();
    if (lead.size() == text.parts().size()) {
      return Optional.of(term);
    }
    return lead.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new KeyTerm(
                term.attribute(),
                Comparator.BEGINS_WITH,
                List.of(new KeyValue.OfText(text.template(), false, lead))));
  }
}
