package dev.keyplan.oracle;

import dev.keyplan.oracle.Condition.Argument;
import dev.keyplan.oracle.Condition.Operand;
import dev.keyplan.oracle.ModelSpec.AttributeSpec;
import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.PatternSpec.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Makes what the built-in update is told. */
final class RandomUpdates {
  private final Random random;
  private final RandomValues values;
  private final EntitySpec entity;

  RandomUpdates(Random random, RandomValues values, EntitySpec entity) {
    this.random = random;
    this.values = values;
    this.entity = entity;
  }

  Map<String, Optional<Object>> changes() {
    Map<String, Optional<Object>> changes = new LinkedHashMap<>();
    for (AttributeSpec attribute : open()) {
      if (random.nextInt(3) == 0) {
        boolean isRemoved = attribute.isOptional() && random.nextInt(3) == 0;
        changes.put(
            attribute.name(), isRemoved ? Optional.empty() : Optional.of(values.value(attribute)));
      }
    }
    return changes;
  }

  private List<AttributeSpec> open() {
    return entity.attributes().stream()
        .filter(a -> !entity.keyAttributes().contains(a.name()) && !a.isMaintained())
        .toList();
  }

  /** Some of what it may do besides, also inside of attributes; seldom where it clashes. */
  List<Change> others(Set<String> changed) {
    List<Change> others = new ArrayList<>();
    for (AttributeSpec attribute : entity.attributes()) {
      boolean isChanged = changed.contains(attribute.name());
      if (!isChanged && values.chance(20)) {
        others.add(relative(attribute));
      } else if (!Inside.isEmpty(attribute) && values.chance(isChanged ? 5 : 60)) {
        for (int i = random.nextInt(3); i >= 0; i--) {
          others.add(inside(attribute));
        }
      }
    }
    return others;
  }

  private Change inside(AttributeSpec attribute) {
    AttributeSpec place = values.chance(10) ? attribute : Inside.any(attribute, random);
    if (place.isOptional() && values.chance(30)) {
      return new Change(Change.Kind.REMOVE, place.name(), Operand.literal("", ""), false);
    }
    boolean isSet = place.type().kind() == ValueType.Kind.SET || values.chance(50);
    Change relative = isSet ? set(place) : relative(place);
    boolean isMember = place.name().matches(".*\\.\\w+");
    return relative.kind() == Change.Kind.IF_ABSENT && !(isMember && place.isOptional())
        ? set(place)
        : relative;
  }

  private Change set(AttributeSpec place) {
    Object value = values.value(place);
    return new Change(
        Change.Kind.SET, place.name(), Operand.literal(value.toString(), value), false);
  }

  private Change relative(AttributeSpec attribute) {
    Change.Kind drawn = RandomWrites.relative(attribute.type(), random);
    Change.Kind kind =
        drawn == Change.Kind.PLUS || drawn == Change.Kind.MINUS ? Change.Kind.ADD : drawn;
    Operand any = Operand.parameter("any");
    boolean isEach = new Change(kind, attribute.name(), any, false).isOfElement();
    Argument argument = new Argument("any", attribute.name(), isEach, isEach);
    Object value = values.argument(entity, argument);
    return new Change(kind, attribute.name(), Operand.literal(value.toString(), value), isEach);
  }
}
