package dev.keyplan.oracle;

import dev.keyplan.oracle.ModelSpec.AttributeSpec;
import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.ModelSpec.IndexUse;
import dev.keyplan.oracle.ModelSpec.Line;
import dev.keyplan.oracle.ModelSpec.Side;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Makes the indexes of a table, and what entities write into them. */
final class RandomIndexes {
  private final Random random;
  private final RandomSides sides;
  private final boolean isShared;
  private final boolean isInverted;
  private final List<Line> lines = new ArrayList<>();

  RandomIndexes(Random random, RandomSides sides, boolean isTextSort) {
    this.random = random;
    this.sides = sides;
    this.isShared = chance(60);
    this.isInverted = isTextSort && chance(20);
    if (isInverted) {
      lines.add(new Line("inv", "index inv sk / pk" + projection()));
    }
    if (isShared) {
      lines.add(new Line("gsi", "index gsi gpk / gsk" + projection()));
    }
  }

  /** What stands in the table. */
  List<Line> lines() {
    return lines;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String projection() {
    return switch (random.nextInt(6)) {
      case 0 -> " project keys";
      case 1 -> " project selected";
      default -> "";
    };
  }

  List<IndexUse> uses(EntitySpec entity) {
    List<IndexUse> uses = new ArrayList<>();
    List<AttributeSpec> holes =
        new ArrayList<>(
            entity.attributes().stream().filter(a -> RandomSides.isHole(a.type())).toList());
    if (isShared && chance(70)) {
      String prefix = chance(80) ? entity.name() + "#" : "";
      Side partition = sides.template(prefix, new ArrayList<>(holes), 1 + random.nextInt(2), true);
      Side sort =
          sides.template(
              chance(50) ? "G#" : "", new ArrayList<>(holes), 1 + random.nextInt(2), false);
      Optional<Condition> when =
          chance(30)
              ? new RandomConditions(random, entity, "p").constant(known(entity))
              : Optional.empty();
      String line =
          "gsi = "
              + partition.text()
              + " / "
              + sort.text()
              + when.map(condition -> " when " + condition.text()).orElse("");
      uses.add(use("gsi", line, Optional.of(partition), Optional.of(sort), when));
    }
    if (isInverted) {
      uses.add(use("inv", "inv", entity.sort(), Optional.of(entity.partition()), Optional.empty()));
    }
    int natives = random.nextInt(3);
    for (int i = 0; i < natives; i++) {
      nativeUse(entity, i).ifPresent(uses::add);
    }
    return uses;
  }

  /** All but the version, which {@code when} may not ask for. */
  private static List<AttributeSpec> known(EntitySpec entity) {
    return entity.attributes().stream().filter(a -> !a.isVersion()).toList();
  }

  /** An index on attributes as they are stored, for this entity alone. */
  private Optional<IndexUse> nativeUse(EntitySpec entity, int number) {
    List<AttributeSpec> possible =
        new ArrayList<>(
            entity.attributes().stream()
                .filter(a -> RandomSides.isText(a.type()) || RandomSides.isNumber(a.type()))
                .filter(a -> a.storedName().isEmpty() && !a.isVersion())
                .toList());
    if (possible.size() < 2) {
      return Optional.empty();
    }
    boolean isLocal = chance(20);
    boolean areMany = !isLocal && chance(35);
    boolean hasSort = isLocal || chance(80);
    List<AttributeSpec> partition = some(possible, areMany ? 1 + random.nextInt(4) : 1);
    List<AttributeSpec> sort =
        hasSort ? some(possible, areMany ? 1 + random.nextInt(4) : 1) : List.of();
    String id = "n" + number + entity.name();
    String key = (isLocal ? "" : stored(partition)) + (sort.isEmpty() ? "" : " / " + stored(sort));
    lines.add(new Line(id, (isLocal ? "local index " : "index ") + id + " " + key + projection()));
    return Optional.of(
        use(
            id,
            id,
            Optional.of(isLocal ? entity.partition() : side(partition)),
            sort.isEmpty() ? Optional.empty() : Optional.of(side(sort)),
            Optional.empty()));
  }

  /** Takes attributes away, but leaves one, as long as there is another. */
  private List<AttributeSpec> some(List<AttributeSpec> possible, int count) {
    List<AttributeSpec> some = new ArrayList<>();
    while (some.size() < count && (some.isEmpty() ? !possible.isEmpty() : possible.size() > 1)) {
      some.add(possible.remove(random.nextInt(possible.size())));
    }
    return some;
  }

  private static Side side(List<AttributeSpec> attributes) {
    return new Side(attributes.stream().map(a -> Side.Part.bare(a.name())).toList());
  }

  private static String stored(List<AttributeSpec> attributes) {
    String all = String.join(", ", attributes.stream().map(RandomIndexes::stored).toList());
    return attributes.size() > 1 ? "(" + all + ")" : all;
  }

  private static String stored(AttributeSpec attribute) {
    return attribute.name() + (RandomSides.isNumber(attribute.type()) ? ": number" : "");
  }

  private static IndexUse use(
      String id,
      String line,
      Optional<Side> partition,
      Optional<Side> sort,
      Optional<Condition> when) {
    Set<String> names = new LinkedHashSet<>();
    partition.stream().flatMap(Side::attributes).forEach(names::add);
    sort.stream().flatMap(Side::attributes).forEach(names::add);
    return new IndexUse(id, line, partition, sort, names, when);
  }
}
