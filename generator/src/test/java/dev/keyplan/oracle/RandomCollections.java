package dev.keyplan.oracle;

import dev.keyplan.oracle.Condition.Comparison;
import dev.keyplan.oracle.ModelSpec.AttributeSpec;
import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.PatternSpec.Read;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/** Makes reads of several entities. */
final class RandomCollections {
  private final Random random;
  private final ModelSpec model;

  RandomCollections(Random random, ModelSpec model) {
    this.random = random;
    this.model = model;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** Of the entities that share the partition key of the first one, or a scan of any. */
  Optional<Read> read(String name) {
    EntitySpec first = model.entities().get(0);
    boolean isScan = chance(30);
    List<EntitySpec> possible =
        model.entities().stream()
            .filter(e -> isScan || e.partition().equals(first.partition()))
            .toList();
    if (possible.size() < 2) {
      return Optional.empty();
    }
    boolean isWhole = isScan && chance(30);
    List<EntitySpec> subjects =
        isWhole || chance(60) ? possible : possible.subList(possible.size() - 2, possible.size());
    List<Comparison> where =
        isScan
            ? List.of()
            : first
                .partition()
                .attributes()
                .distinct()
                .map(new RandomConditions(random, first, "p")::equal)
                .toList();
    boolean isCount = !isScan && chance(20);
    boolean canExpire =
        model.table().expiry().stream()
            .anyMatch(expiry -> subjects.stream().anyMatch(e -> e.has(expiry)));
    return Optional.of(
        new Read(
            name,
            isScan ? (isWhole ? "scan *" : "scan") : isCount ? "count" : "query",
            subjects.stream().map(EntitySpec::name).toList(),
            where,
            chance(50) ? filter(subjects) : Optional.empty(),
            List.of(),
            false,
            !isCount && chance(20) ? OptionalInt.of(1 + random.nextInt(4)) : OptionalInt.empty(),
            !isScan && chance(20) ? OptionalInt.of(1 + random.nextInt(4)) : OptionalInt.empty(),
            !isCount && chance(25) ? selection(subjects) : List.of(),
            (!isCount && !isScan && chance(30) ? "order desc " : "")
                + (canExpire && chance(30) ? "with expired" : "")));
  }

  /** What is asked of one entity, joined with what is asked of another, or with what it is. */
  private Optional<Condition> filter(List<EntitySpec> subjects) {
    Optional<Condition> left = ofOne(subjects.get(0), "q");
    EntitySpec last = subjects.get(subjects.size() - 1);
    Condition isLast = new Condition.IsEntity(last.name());
    Optional<Condition> right =
        switch (random.nextInt(3)) {
          case 0 -> Optional.of(isLast);
          case 1 -> Optional.of(new Condition.Not(isLast));
          default -> ofOne(last, "r");
        };
    if (left.isEmpty() || right.isEmpty()) {
      return left.or(() -> right);
    }
    return Optional.of(new Condition.Joined(left.get(), random.nextBoolean(), right.get()));
  }

  private Optional<Condition> ofOne(EntitySpec entity, String prefix) {
    List<AttributeSpec> others =
        entity.attributes().stream()
            .filter(a -> !entity.keyAttributes().contains(a.name()))
            .toList();
    return new RandomConditions(random, entity, prefix).any(others);
  }

  private List<String> selection(List<EntitySpec> subjects) {
    Set<String> names = new LinkedHashSet<>();
    for (EntitySpec entity : subjects) {
      entity.attributes().stream()
          .map(AttributeSpec::name)
          .filter(name -> chance(30))
          .forEach(names::add);
    }
    return new ArrayList<>(names);
  }
}
