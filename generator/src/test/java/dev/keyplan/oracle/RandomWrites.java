package dev.keyplan.oracle;

import dev.keyplan.oracle.Condition.Operand;
import dev.keyplan.oracle.ModelSpec.AttributeSpec;
import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.PatternSpec.Change;
import dev.keyplan.oracle.PatternSpec.Write;
import dev.keyplan.oracle.ValueType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes writes of an entity, alone or as members of transactions. */
final class RandomWrites {
  private final Random random;
  private final EntitySpec entity;
  private final RandomConditions conditions;

  RandomWrites(Random random, EntitySpec entity, RandomConditions conditions) {
    this.random = random;
    this.entity = entity;
    this.conditions = conditions;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** Nothing if it would change nothing. */
  Optional<Write> write(String name, String verb) {
    List<Change> changes = new ArrayList<>();
    for (AttributeSpec attribute : entity.attributes()) {
      boolean isKey = entity.keyAttributes().contains(attribute.name());
      boolean isOpen = !attribute.isMaintained();
      boolean isUpdated = isOpen && verb.equals("update") && !isKey && chance(30);
      boolean isMoved = isOpen && verb.equals("move") && chance(isKey ? 60 : 15);
      if (isUpdated && !Inside.isEmpty(attribute) && chance(60)) {
        for (int i = chance(30) ? 2 : 1; i > 0; i--) {
          changes.add(change(Inside.any(attribute, random), true));
        }
      } else if (isUpdated || isMoved) {
        changes.add(change(attribute, isUpdated));
      }
    }
    boolean isUpdate = verb.equals("update") || verb.equals("move");
    if (isUpdate && changes.isEmpty()) {
      return Optional.empty();
    }
    Optional<Condition> condition =
        verb.equals("create") || !chance(50)
            ? Optional.empty()
            : conditions.any(entity.attributes());
    return Optional.of(new Write(name, verb, entity.name(), List.of(), changes, condition, ""));
  }

  private Change change(AttributeSpec attribute, boolean isUpdate) {
    if (attribute.isOptional() && chance(30)) {
      return new Change(Change.Kind.REMOVE, attribute.name(), Operand.literal("", ""), false);
    }
    Change.Kind kind = isUpdate && chance(50) ? relative(attribute.type()) : Change.Kind.SET;
    if (isUpdate && chance(15)) {
      Optional<Operand> other = conditions.other(attribute);
      if (other.isPresent()) {
        return new Change(Change.Kind.SET, attribute.name(), other.get(), false);
      }
    }
    boolean isNow = attribute.type().kind() == Kind.TIME && chance(20);
    Operand operand =
        isNow
            ? Operand.literal("now", Oracle.NOW)
            : kind == Change.Kind.SET
                ? conditions.operand(attribute, false)
                : conditions.parameter();
    Change change = new Change(kind, attribute.name(), operand, false);
    return change.isOfElement() && chance(40)
        ? new Change(kind, attribute.name(), operand, true)
        : change;
  }

  private Change.Kind relative(ValueType type) {
    return relative(type, random);
  }

  /** Changes what is stored without knowing it. */
  static Change.Kind relative(ValueType type, Random random) {
    if (type.kind() == Kind.NUMBER && !type.text().equals("double")) {
      return List.of(Change.Kind.ADD, Change.Kind.PLUS, Change.Kind.MINUS, Change.Kind.IF_ABSENT)
          .get(random.nextInt(4));
    }
    return switch (type.kind()) {
      case SET -> random.nextBoolean() ? Change.Kind.ADD_ELEMENT : Change.Kind.REMOVE_ELEMENT;
      case LIST -> random.nextBoolean() ? Change.Kind.APPEND : Change.Kind.PREPEND;
      default -> Change.Kind.IF_ABSENT;
    };
  }
}
