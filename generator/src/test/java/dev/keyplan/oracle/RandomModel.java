package dev.keyplan.oracle;

import dev.keyplan.oracle.ModelSpec.AttributeSpec;
import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.ModelSpec.Line;
import dev.keyplan.oracle.ModelSpec.Side;
import dev.keyplan.oracle.ModelSpec.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Makes a model at random. Much of it is likely to be right, but not all: what the compiler refuses
 * is dropped by {@link GeneratedModel}.
 */
final class RandomModel {
  private static final List<String> STORED_NAMES =
      List.of(
          "name",
          "size",
          "a-b",
          "a.b",
          "a b",
          ":x",
          "#y",
          "status",
          "\uD83D\uDE42",
          "_of",
          "x.y[0]");

  private final Random random;
  private final RandomSides sides;
  private final RandomIndexes indexes;
  private final List<EntitySpec> entities = new ArrayList<>();
  private final boolean isSortNumber;
  private final boolean isSortless;

  private RandomModel(Random random) {
    this.random = random;
    this.isSortNumber = chance(10);
    this.isSortless = !isSortNumber && chance(12);
    this.sides = new RandomSides(random);
    this.indexes = new RandomIndexes(random, sides, !isSortNumber && !isSortless);
  }

  static ModelSpec of(Random random) {
    return new RandomModel(random).model();
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private ModelSpec model() {
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      entities.add(entity(i));
    }
    ModelSpec bare =
        new ModelSpec(
            new Table(
                isSortless ? "pk" : isSortNumber ? "pk / sk: number" : "pk / sk",
                indexes.lines(),
                settings()),
            entities,
            List.of());
    return new ModelSpec(bare.table(), entities, new RandomPatterns(random, bare).patterns());
  }

  private List<Line> settings() {
    List<Line> settings = new ArrayList<>();
    if (chance(20)) {
      settings.add(new Line("type none", "type none"));
    }
    if (chance(25)) {
      settings.add(new Line("copies none", "copies none"));
    }
    if (chance(40)) {
      settings.add(new Line("stream", "stream new_and_old_images"));
    }
    entities.stream()
        .flatMap(entity -> entity.attributes().stream())
        .filter(a -> a.type().text().equals("epoch(s)") && a.storedName().isEmpty())
        .filter(a -> chance(40))
        .findFirst()
        .ifPresent(a -> settings.add(new Line("ttl", "ttl " + a.name())));
    return settings;
  }

  private EntitySpec entity(int number) {
    String name = "E" + number;
    List<AttributeSpec> attributes = attributes((char) ('a' + number));
    List<AttributeSpec> keys =
        new ArrayList<>(
            attributes.stream()
                .filter(a -> !a.isOptional() && !a.isMaintained() && a.storedName().isEmpty())
                .filter(a -> RandomSides.isHole(a.type()))
                .toList());
    boolean isShared = number > 0 && chance(40);
    Side partition =
        isShared
            ? shared(attributes)
            : sides.template(chance(80) ? name + "#" : "", keys, 1 + random.nextInt(2), true);
    maintained((char) ('a' + number), attributes);
    Optional<Side> sort =
        isSortless
            ? Optional.empty()
            : isSortNumber
                ? Optional.of(numberSide(attributes, "sk"))
                : Optional.of(sides.sortSide(name, partition, keys, attributes));
    Optional<String> former = chance(20) ? Optional.of("Former " + number) : Optional.empty();
    EntitySpec bare =
        new EntitySpec(
            name, former, partition, sort, List.of(), List.of(), List.copyOf(attributes));
    return new EntitySpec(
        name,
        former,
        partition,
        sort,
        indexes.uses(bare),
        former.isPresent() ? List.of() : uniques(bare),
        List.copyOf(attributes));
  }

  /** The partition key of the first entity, with attributes that are called as they are there. */
  private Side shared(List<AttributeSpec> attributes) {
    EntitySpec first = entities.get(0);
    first.partition().attributes().distinct().forEach(a -> attributes.add(first.attribute(a)));
    return first.partition();
  }

  private void maintained(char letter, List<AttributeSpec> attributes) {
    if (chance(20)) {
      attributes.add(maintained(letter + "v", "long", "@version"));
    }
    if (chance(20)) {
      String type = List.of("timestamp", "epoch(s)", "timestamp(s)").get(random.nextInt(3));
      attributes.add(maintained(letter + "t", type, "@touch"));
    }
  }

  private static AttributeSpec maintained(String name, String type, String trait) {
    ValueType.Kind kind = trait.equals("@version") ? ValueType.Kind.NUMBER : ValueType.Kind.TIME;
    Object value = trait.equals("@version") ? (Object) 1L : Oracle.NOW;
    return new AttributeSpec(
        name,
        Optional.empty(),
        new ValueType(type, kind, List.of(value), List.of()),
        false,
        Optional.empty(),
        trait);
  }

  private List<AttributeSpec> attributes(char letter) {
    List<AttributeSpec> attributes = new ArrayList<>();
    int count = 4 + random.nextInt(7);
    Set<String> storedNames = new HashSet<>();
    for (int i = 0; i < count; i++) {
      ValueType type = i < 4 ? ValueTypes.ofKey(random) : ValueTypes.any(random);
      boolean isOptional = i > 1 && type.canBeOptional() && chance(25);
      Optional<Object> defaultValue =
          !isOptional && chance(10) ? Optional.of(type.random(random)) : Optional.empty();
      String storedName = STORED_NAMES.get(random.nextInt(STORED_NAMES.size()));
      boolean isRenamed = i > 1 && chance(15) && storedNames.add(storedName);
      attributes.add(
          new AttributeSpec(
              letter + Integer.toString(i),
              isRenamed ? Optional.of(storedName) : Optional.empty(),
              type,
              isOptional,
              defaultValue.filter(v -> ValueType.literal(v, type.kind()).isPresent()),
              ""));
    }
    return attributes;
  }

  private Side numberSide(List<AttributeSpec> attributes, String storedName) {
    AttributeSpec added =
        new AttributeSpec(
            attributes.get(0).name() + "n",
            Optional.of(storedName),
            ValueTypes.ofNumber(random),
            false,
            Optional.empty(),
            "");
    attributes.add(added);
    return new Side(List.of(Side.Part.bare(added.name())));
  }

  private List<List<String>> uniques(EntitySpec entity) {
    List<List<String>> uniques = new ArrayList<>();
    if (chance(15)) {
      List<AttributeSpec> possible =
          entity.attributes().stream().filter(a -> a.type().isScalar()).toList();
      List<String> names = new ArrayList<>();
      names.add(possible.get(random.nextInt(possible.size())).name());
      String second = possible.get(random.nextInt(possible.size())).name();
      if (chance(30) && !names.contains(second)) {
        names.add(second);
      }
      uniques.add(List.copyOf(names));
    }
    return uniques;
  }
}
