package dev.keyplan.oracle;

import dev.keyplan.oracle.ModelSpec.AttributeSpec;
import dev.keyplan.oracle.ModelSpec.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes sides of keys at random. */
final class RandomSides {
  private final Random random;

  RandomSides(Random random) {
    this.random = random;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  static boolean isHole(ValueType type) {
    boolean isNumberOnly = type.text().startsWith("epoch") || type.text().equals("double");
    return type.isScalar()
        && type.kind() != ValueType.Kind.BINARY
        && !isNumberOnly
        && !List.of("decimal(38,10)", "int", "long").contains(type.text());
  }

  /** Takes attributes away from those that are left. */
  Side template(String prefix, List<AttributeSpec> left, int holes, boolean isPartition) {
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
    boolean hasForm = type.text().startsWith("timestamp(\"");
    if (!chance(isPartition ? 20 : 12) || (hasForm && (isPartition || !type.isOrdered()))) {
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

  Side sortSide(
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

  static boolean isText(ValueType type) {
    return isHole(type)
        && type.kind() != ValueType.Kind.NUMBER
        && type.kind() != ValueType.Kind.BOOLEAN
        && !type.text().contains("ordered");
  }

  static boolean isNumber(ValueType type) {
    return type.kind() == ValueType.Kind.NUMBER || type.text().startsWith("epoch");
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
}
