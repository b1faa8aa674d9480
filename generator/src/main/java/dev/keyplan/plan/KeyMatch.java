package dev.keyplan.plan;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Comparator;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Facts;
import dev.keyplan.model.Filling;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.Operand;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.Restriction;
import dev.keyplan.plan.Plan.Obstacle;
import dev.keyplan.plan.Plan.Rejection;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Expresses a pattern's restrictions as the key condition of one access path. DynamoDB wants an
 * equality on every partition key attribute; on the sort key equalities from the left and then at
 * most one range. A template is matched hole by hole in the same way.
 */
final class KeyMatch {
  private final AccessPath path;
  private final EntityKey key;
  private final ReadPattern pattern;
  private final Facts facts;
  private final Map<String, Restriction> restrictions = new LinkedHashMap<>();
  private final Set<String> expressed = new HashSet<>();
  private final List<KeyTerm> partitionTerms = new ArrayList<>();
  private final List<KeyTerm> sortTerms = new ArrayList<>();
  private FanOutMatch fanOut = FanOutMatch.none();
  private Optional<Rejection> rejection = Optional.empty();

  private KeyMatch(AccessPath path, EntityKey key, ReadPattern pattern, Facts facts) {
    this.path = path;
    this.key = key;
    this.pattern = pattern;
    this.facts = facts;
  }

  /**
   * @param facts what is true of all items on the path, and need not be said
   */
  static KeyMatch of(AccessPath path, EntityKey key, ReadPattern pattern, Facts facts) {
    KeyMatch match = new KeyMatch(path, key, pattern, facts);
    match.run();
    return match;
  }

  /** Why the key cannot express the pattern, if it cannot. */
  Optional<Rejection> rejection() {
    return rejection;
  }

  /** The key condition; complete only without a rejection. */
  KeyCondition condition() {
    return new KeyCondition(partitionTerms, sortTerms, fanOut.result());
  }

  private void run() {
    for (Restriction restriction : pattern.where()) {
      String name = restriction.attribute().name();
      if (restrictions.putIfAbsent(name, restriction) != null) {
        reject(
            Obstacle.SORT_KEY,
            "%s takes one comparison of `%s`, and `between` for two bounds"
                .formatted(path.description(), name),
            restriction.span());
        return;
      }
    }
    matchPartition();
    if (rejection.isEmpty()) {
      matchSort();
    }
    if (rejection.isEmpty()) {
      rejectUnexpressed();
    }
  }

  private void matchPartition() {
    fanOut = FanOutMatch.of(key, restrictions);
    List<String> missing = missingInPartition();
    if (!missing.isEmpty()) {
      Span span =
          missing.stream()
              .filter(restrictions::containsKey)
              .map(name -> restrictions.get(name).span())
              .findFirst()
              .orElseGet(this::restricted);
      String reason =
          fanOut
              .obstacle(missing)
              .orElseGet(() -> "needs `=` on " + quoted(missing) + ", its partition key");
      reject(Obstacle.PARTITION_KEY, path.description() + " " + reason, span);
      return;
    }
    for (EntityKey.Part part : key.partition()) {
      partitionTerms.add(equality(part));
    }
  }

  private List<String> missingInPartition() {
    Set<String> missing = new LinkedHashSet<>();
    for (EntityKey.Part part : key.partition()) {
      for (Attribute attribute : part.filling().attributes()) {
        if (!isBound(attribute.name()) && !fanOut.answers(attribute.name())) {
          missing.add(attribute.name());
        }
      }
    }
    return List.copyOf(missing);
  }

  private void matchSort() {
    for (EntityKey.Part part : key.sort()) {
      boolean isOpen;
      if (part.filling() instanceof Filling.FromAttribute from) {
        isOpen = matchAttribute(part, from.attribute());
      } else {
        isOpen = matchTemplate(part, ((Filling.FromTemplate) part.filling()).template());
      }
      if (isOpen || rejection.isPresent()) {
        return;
      }
    }
  }

  /** Adds the term of a native key attribute; returns whether no further term may follow. */
  private boolean matchAttribute(EntityKey.Part part, Attribute attribute) {
    Restriction restriction = restrictions.get(attribute.name());
    if (restriction == null) {
      return true;
    }
    expressed.add(attribute.name());
    if (restriction.comparator() == Comparator.EQUAL) {
      sortTerms.add(equality(part));
      return false;
    }
    Optional<String> obstacle = KeyRange.obstacle(attribute, restriction.comparator());
    if (obstacle.isPresent()) {
      reject(Obstacle.SORT_KEY, path.description() + " " + obstacle.get(), restriction.span());
      return true;
    }
    sortTerms.add(
        new KeyTerm(
            part.key(),
            restriction.comparator(),
            restriction.operands().stream()
                .map(operand -> (KeyValue) new KeyValue.OfOperand(attribute, operand))
                .toList()));
    return true;
  }

  /** Adds the term of a template; returns whether no further term may follow. */
  private boolean matchTemplate(EntityKey.Part part, KeyTemplate template) {
    List<KeyValue.Part> prefix = new ArrayList<>();
    for (KeyTemplate.Part templatePart : template.parts()) {
      if (templatePart instanceof KeyTemplate.Text text) {
        prefix.add(new KeyValue.Text(text.value()));
        continue;
      }
      KeyTemplate.Hole hole = (KeyTemplate.Hole) templatePart;
      Restriction restriction = restrictions.get(hole.attribute().name());
      if (restriction == null || isPartOfRange(hole, restriction)) {
        addPrefix(part, template, prefix);
        return true;
      }
      express(hole);
      if (restriction.comparator() != Comparator.EQUAL) {
        var range = KeyRange.of(part.key(), template, prefix, hole, restriction);
        range.term().ifPresent(sortTerms::add);
        range
            .obstacle()
            .ifPresent(
                reason ->
                    reject(
                        Obstacle.SORT_KEY, path.description() + " " + reason, restriction.span()));
        return true;
      }
      prefix.add(new KeyValue.Rendered(hole, restriction.operands().get(0), false));
    }
    sortTerms.add(
        new KeyTerm(
            part.key(), Comparator.EQUAL, List.of(new KeyValue.OfText(template, true, prefix))));
    return false;
  }

  /** A bucket or a shard narrows the search, but only the value itself answers a restriction. */
  private void express(KeyTemplate.Hole hole) {
    if (hole.holdsValue()) {
      expressed.add(hole.attribute().name());
    }
  }

  /** Whether a range is asked for where the key has only a bucket or a shard. */
  private static boolean isPartOfRange(KeyTemplate.Hole hole, Restriction restriction) {
    return !hole.holdsValue() && restriction.comparator() != Comparator.EQUAL;
  }

  private void addPrefix(EntityKey.Part part, KeyTemplate template, List<KeyValue.Part> prefix) {
    if (!prefix.isEmpty()) {
      sortTerms.add(
          new KeyTerm(
              part.key(),
              Comparator.BEGINS_WITH,
              List.of(new KeyValue.OfText(template, false, prefix))));
    }
  }

  private KeyTerm equality(EntityKey.Part part) {
    KeyValue value;
    if (part.filling() instanceof Filling.FromAttribute from) {
      expressed.add(from.attribute().name());
      value = new KeyValue.OfOperand(from.attribute(), bound(from.attribute().name()));
    } else {
      KeyTemplate template = ((Filling.FromTemplate) part.filling()).template();
      List<KeyValue.Part> parts = new ArrayList<>();
      for (KeyTemplate.Part templatePart : template.parts()) {
        if (templatePart instanceof KeyTemplate.Hole hole) {
          parts.add(equal(hole));
        } else {
          parts.add(new KeyValue.Text(((KeyTemplate.Text) templatePart).value()));
        }
      }
      boolean isWhole = parts.stream().noneMatch(KeyValue.Each.class::isInstance);
      value = new KeyValue.OfText(template, isWhole, parts);
    }
    return new KeyTerm(part.key(), Comparator.EQUAL, List.of(value));
  }

  private KeyValue.Part equal(KeyTemplate.Hole hole) {
    String name = hole.attribute().name();
    if (!isBound(name)) {
      return new KeyValue.Each(hole);
    }
    express(hole);
    return new KeyValue.Rendered(hole, bound(name), false);
  }

  private void rejectUnexpressed() {
    for (Restriction restriction : pattern.where()) {
      String name = restriction.attribute().name();
      if (expressed.contains(name) || facts.of(restriction.condition()) == Facts.Truth.TRUE) {
        continue;
      }
      String reason = new NotExpressed(path, key, this::isBound).reason(name);
      reject(Obstacle.SORT_KEY, reason, restriction.span());
      return;
    }
  }

  /** Where the pattern restricts anything, or its name if it does not. */
  private Span restricted() {
    return pattern.where().stream().map(Restriction::span).reduce(Span::to).orElse(pattern.span());
  }

  private boolean isBound(String attribute) {
    Restriction restriction = restrictions.get(attribute);
    return restriction != null && restriction.comparator() == Comparator.EQUAL;
  }

  private Operand bound(String attribute) {
    return restrictions.get(attribute).operands().get(0);
  }

  private void reject(Obstacle obstacle, String reason, Span span) {
    rejection = Optional.of(new Rejection(path, obstacle, reason, span));
  }

  static String quoted(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" and "));
  }
}
