package dev.keyplan.oracle;

import dev.keyplan.oracle.ModelSpec.AttributeSpec;
import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.ModelSpec.IndexUse;
import dev.keyplan.oracle.ModelSpec.Line;
import dev.keyplan.oracle.ModelSpec.Side;
import dev.keyplan.oracle.ModelSpec.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
  private final List<Line> indexes = new ArrayList<>();
  private final List<EntitySpec> entities = new ArrayList<>();
  private final boolean isSortNumber;
  private final boolean isSortless;
  private final boolean isSharedIndex;

  private RandomModel(Random random) {
    this.random = random;
    this.isSortNumber = chance(10);
    this.isSortless = !isSortNumber && chance(12);
    this.isSharedIndex = chance(60);
  }

  static ModelSpec of(Random random) {
    return new RandomModel(random).model();
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private ModelSpec model() {
    if (isSharedIndex) {
      indexes.add(new Line("gsi", "index gsi gpk / gsk" + projection()));
    }
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      entities.add(entity(i));
    }
    List<String> settings = new ArrayList<>();
    if (chance(20)) {
      settings.add("type none");
    }
    ModelSpec bare =
        new ModelSpec(
            new Table(
                isSortless ? "pk" : isSortNumber ? "pk / sk: number" : "pk / sk",
                indexes,
                settings),
            entities,
            List.of());
    return new ModelSpec(bare.table(), entities, new RandomPatterns(random, bare).patterns());
  }

  private String projection() {
    return switch (random.nextInt(6)) {
      case 0 -> " project keys";
      case 1 -> " project selected";
      default -> "";
    };
  }

  private EntitySpec entity(int number) {
    String name = "E" + number;
    List<AttributeSpec> attributes = attributes((char) ('a' + number));
    List<AttributeSpec> keys =
        new ArrayList<>(
            attributes.stream()
                .filter(a -> !a.isOptional() && !a.isMaintained() && a.storedName().isEmpty())
                .filter(a -> isHole(a.type()))
                .toList());
    boolean isShared = number > 0 && chance(40);
    Side partition =
        isShared
            ? shared(attributes)
            : template(chance(80) ? name + "#" : "", keys, 1 + random.nextInt(2), true);
    maintained((char) ('a' + number), attributes);
    Optional<Side> sort =
        isSortless
            ? Optional.empty()
            : isSortNumber
                ? Optional.of(numberSide(attributes, "sk"))
                : Optional.of(sortSide(name, partition, keys, attributes));
    EntitySpec bare =
        new EntitySpec(name, partition, sort, List.of(), List.of(), List.copyOf(attributes));
    return new EntitySpec(
        name, partition, sort, indexUses(bare), uniques(bare), List.copyOf(attributes));
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

  private static boolean isHole(ValueType type) {
    boolean isNumberOnly = type.text().startsWith("epoch") || type.text().equals("double");
    return type.isScalar()
        && type.kind() != ValueType.Kind.BINARY
        && !isNumberOnly
        && !List.of("decimal(38,10)", "int", "long").contains(type.text());
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

  /** Takes attributes away from those that are left. */
  private Side template(String prefix, List<AttributeSpec> left, int holes, boolean isPartition) {
    List<Side.Part> parts = new ArrayList<>();
    if (!prefix.isEmpty()) {
      parts.add(Side.Part.literal(prefix));
    }
    for (int i = 0; i < holes && !left.isEmpty(); i++) {
      if (i > 0) {
        parts.add(Side.Part.literal(delimiter()));
      }
      AttributeSpec attribute = left.get(random.nextInt(left.size()));
      String function = function(attribute.type(), isPartition);
      boolean staysLeft = function.startsWith(":") && !function.equals(":desc");
      if (!staysLeft) {
        left.remove(attribute);
      }
      parts.add(Side.Part.hole(attribute.name(), function));
    }
    if (parts.size() == 1 || chance(15)) {
      parts.add(Side.Part.literal(delimiter()));
    }
    return new Side(parts);
  }

  private String delimiter() {
    return List.of("#", "#", "#", "/", "|", "~", "#X#", " ", "\u0001").get(random.nextInt(9));
  }

  private String function(ValueType type, boolean isPartition) {
    if (!chance(isPartition ? 20 : 12)) {
      return "";
    }
    return switch (type.kind()) {
      case TIME, DATE ->
          isPartition
              ? List.of(":month", ":day", ":hour", ":year", ":shard(3)").get(random.nextInt(5))
              : ":desc";
      case NUMBER -> isPartition ? ":shard(3)" : ":desc";
      case TEXT, UUID, ENUM -> isPartition ? ":shard(3)" : "";
      default -> "";
    };
  }

  private Side sortSide(
      String name, Side partition, List<AttributeSpec> left, List<AttributeSpec> attributes) {
    List<AttributeSpec> inFunctions =
        left.stream().filter(a -> partition.attributes().anyMatch(a.name()::equals)).toList();
    if (!inFunctions.isEmpty()) {
      left.remove(inFunctions.get(0));
      List<Side.Part> parts = new ArrayList<>();
      parts.add(Side.Part.literal(chance(50) ? "S" : name + "|"));
      parts.add(Side.Part.hole(inFunctions.get(0).name(), ""));
      if (!left.isEmpty() && chance(60)) {
        parts.add(Side.Part.literal("#"));
        parts.add(Side.Part.hole(left.remove(0).name(), ""));
      }
      return new Side(parts);
    }
    if (chance(20)) {
      return new Side(List.of(Side.Part.literal(name)));
    }
    if (chance(15)) {
      Optional<AttributeSpec> bare = left.stream().filter(a -> isText(a.type())).findFirst();
      if (bare.isPresent()) {
        left.remove(bare.get());
        rename(attributes, bare.get(), "sk");
        return new Side(List.of(Side.Part.bare(bare.get().name())));
      }
    }
    return template(chance(60) ? name + "|" : "", left, 1 + random.nextInt(3), false);
  }

  private static boolean isText(ValueType type) {
    return isHole(type)
        && type.kind() != ValueType.Kind.NUMBER
        && type.kind() != ValueType.Kind.BOOLEAN
        && !type.text().contains("ordered");
  }

  private static boolean isNumber(ValueType type) {
    return type.kind() == ValueType.Kind.NUMBER || type.text().startsWith("epoch");
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

  private static void rename(List<AttributeSpec> attributes, AttributeSpec old, String name) {
    attributes.set(
        attributes.indexOf(old),
        new AttributeSpec(
            old.name(),
            Optional.of(name),
            old.type(),
            old.isOptional(),
            old.defaultValue(),
            old.trait()));
  }

  private List<IndexUse> indexUses(EntitySpec entity) {
    List<IndexUse> uses = new ArrayList<>();
    List<AttributeSpec> holes =
        new ArrayList<>(entity.attributes().stream().filter(a -> isHole(a.type())).toList());
    if (isSharedIndex && chance(70)) {
      String prefix = chance(80) ? entity.name() + "#" : "";
      Side partition = template(prefix, new ArrayList<>(holes), 1 + random.nextInt(2), true);
      Side sort =
          template(chance(50) ? "G#" : "", new ArrayList<>(holes), 1 + random.nextInt(2), false);
      Optional<Condition> when =
          chance(30)
              ? new RandomConditions(random, entity).constant(entity.attributes())
              : Optional.empty();
      String line =
          "gsi = "
              + partition.text()
              + " / "
              + sort.text()
              + when.map(condition -> " when " + condition.text()).orElse("");
      uses.add(use("gsi", line, Optional.of(partition), Optional.of(sort), when));
    }
    int natives = random.nextInt(3);
    for (int i = 0; i < natives; i++) {
      nativeUse(entity, i).ifPresent(uses::add);
    }
    return uses;
  }

  /** An index on attributes as they are stored, for this entity alone. */
  private Optional<IndexUse> nativeUse(EntitySpec entity, int number) {
    List<AttributeSpec> possible =
        new ArrayList<>(
            entity.attributes().stream()
                .filter(a -> isText(a.type()) || isNumber(a.type()))
                .filter(a -> a.storedName().isEmpty() && !a.isVersion())
                .toList());
    if (possible.size() < 2) {
      return Optional.empty();
    }
    AttributeSpec partition = possible.remove(random.nextInt(possible.size()));
    AttributeSpec sort = possible.remove(random.nextInt(possible.size()));
    String id = "n" + number + entity.name();
    boolean isLocal = chance(20);
    String text =
        isLocal
            ? "local index %s / %s".formatted(id, stored(sort))
            : "index %s %s / %s".formatted(id, stored(partition), stored(sort));
    indexes.add(new Line(id, text + projection()));
    if (!isLocal && chance(25)) {
      String alone = "index %s %s".formatted(id, stored(partition));
      indexes.set(indexes.size() - 1, new Line(id, alone + projection()));
      Side only = new Side(List.of(Side.Part.bare(partition.name())));
      return Optional.of(use(id, id, Optional.of(only), Optional.empty(), Optional.empty()));
    }
    Side side = new Side(List.of(Side.Part.bare(sort.name())));
    return Optional.of(
        use(
            id,
            id,
            Optional.of(
                isLocal ? entity.partition() : new Side(List.of(Side.Part.bare(partition.name())))),
            Optional.of(side),
            Optional.empty()));
  }

  private static String stored(AttributeSpec attribute) {
    return attribute.name() + (isNumber(attribute.type()) ? ": number" : "");
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
