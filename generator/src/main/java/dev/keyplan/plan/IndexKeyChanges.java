package dev.keyplan.plan;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Condition;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Facts;
import dev.keyplan.model.IndexKey;
import dev.keyplan.model.Operand;
import dev.keyplan.model.TypeKind;
import dev.keyplan.model.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an update does to the index keys that are made of, or depend on, what it changes.
 *
 * @param rewritten made anew; everything in them is assigned, demanded or part of the primary key
 * @param removed taken away, since the item leaves the index
 * @param undecided rewritten or removed, depending on what the update is given
 * @param facts what is known of the item after the update
 */
public record IndexKeyChanges(
    List<EntityKey.Part> rewritten,
    List<EntityKey.Part> removed,
    List<IndexKey> undecided,
    Facts facts) {
  public IndexKeyChanges {
    rewritten = List.copyOf(rewritten);
    removed = List.copyOf(removed);
    undecided = List.copyOf(undecided);
  }

  /** Those undecided that stand or fall with the first one, and what comes of them. */
  public IndexKeyChanges decided(boolean isWritten) {
    IndexKey first = undecided.get(0);
    List<EntityKey.Part> allRewritten = new ArrayList<>(rewritten);
    List<EntityKey.Part> allRemoved = new ArrayList<>(removed);
    List<IndexKey> open = new ArrayList<>();
    for (IndexKey key : undecided) {
      boolean isAlike =
          key.needed().equals(first.needed()) && key.condition().equals(first.condition());
      if (isAlike) {
        (isWritten ? allRewritten : allRemoved).add(key.part());
      } else {
        open.add(key);
      }
    }
    return new IndexKeyChanges(allRewritten, allRemoved, open, facts);
  }

  static IndexKeyChanges of(Write write) {
    Set<String> changed = new HashSet<>();
    write.assignments().forEach(assignment -> changed.add(assignment.attribute().name()));
    write.removed().forEach(attribute -> changed.add(attribute.name()));
    write.entity().touched().ifPresent(attribute -> changed.add(attribute.name()));
    Set<String> calculated = new HashSet<>();
    write.changes().forEach(change -> calculated.add(change.path().attribute().name()));
    Set<String> all = new HashSet<>(changed);
    all.addAll(calculated);
    Facts facts = after(write, all);
    List<EntityKey.Part> rewritten = new ArrayList<>();
    List<EntityKey.Part> removed = new ArrayList<>();
    List<IndexKey> undecided = new ArrayList<>();
    for (IndexKey key : write.entity().indexKeys()) {
      List<String> attributes = key.attributes().stream().map(Attribute::name).toList();
      // What is calculated decides on no index key: that is an error of its own.
      if (attributes.stream().anyMatch(changed::contains)
          && attributes.stream().noneMatch(calculated::contains)) {
        switch (key.isWritten(facts)) {
          case TRUE -> rewritten.add(key.part());
          case FALSE -> removed.add(key.part());
          case UNKNOWN -> undecided.add(key);
        }
      }
    }
    return new IndexKeyChanges(rewritten, removed, undecided, facts);
  }

  /** What is known of the item when it has been changed. */
  private static Facts after(Write write, Set<String> changed) {
    Facts facts = Facts.NONE;
    for (Condition demanded : write.condition().map(Condition::conjuncts).orElse(List.of())) {
      if (demanded.terms().stream()
          .flatMap(term -> term.attributes().stream())
          .noneMatch(attribute -> changed.contains(attribute.name()))) {
        facts = facts.with(demanded);
      }
    }
    for (Attribute attribute : write.removed()) {
      facts = facts.withAbsent(attribute);
    }
    for (Write.Assignment assignment : write.assignments()) {
      Attribute attribute = assignment.attribute();
      // A set that the caller gives may be empty, which is to be absent.
      if (assignment.value() instanceof Operand.OfConstant constant) {
        facts = facts.withValue(attribute, constant.value());
      } else if (attribute.type().kind() != TypeKind.SET) {
        facts = facts.withPresent(attribute);
      }
    }
    return facts;
  }
}
