package dev.keyplan.oracle;

import dev.keyplan.oracle.Condition.Comparison;
import dev.keyplan.oracle.Condition.Joined;
import dev.keyplan.oracle.Condition.Not;
import dev.keyplan.oracle.Condition.Operand;
import dev.keyplan.oracle.Condition.Presence;
import dev.keyplan.oracle.Condition.Size;
import dev.keyplan.oracle.ModelSpec.AttributeSpec;
import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.ValueType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes conditions at random. Parameters are numbered, so that no name stands for two. */
final class RandomConditions {
  private static final List<String> ORDERED = List.of("=", "<>", "<", "<=", ">", ">=", "between");

  private static final int LONGEST_LITERAL = 100;

  private final Random random;
  private final EntitySpec entity;
  private final String prefix;
  private int parameters;

  RandomConditions(Random random, EntitySpec entity, String prefix) {
    this.prefix = prefix;
    this.random = random;
    this.entity = entity;
  }

  /** A condition of any form. */
  Optional<Condition> any(List<AttributeSpec> attributes) {
    List<AttributeSpec> possible = new ArrayList<>(attributes);
    attributes.forEach(a -> possible.addAll(Inside.some(a, random)));
    return possible.isEmpty() ? Optional.empty() : Optional.of(condition(possible, 2, false));
  }

  /** One without parameters. */
  Optional<Condition> constant(List<AttributeSpec> attributes) {
    List<AttributeSpec> possible =
        attributes.stream()
            .filter(a -> a.type().isScalar() && a.type().kind() != Kind.BINARY)
            .filter(a -> a.type().kind() != Kind.UUID)
            .toList();
    return possible.isEmpty() ? Optional.empty() : Optional.of(condition(possible, 1, true));
  }

  /** {@code attribute = :p}, or a constant. */
  Comparison equal(String attribute) {
    return new Comparison(attribute, "=", List.of(operand(entity.attribute(attribute), false)));
  }

  /** One of a list. */
  Comparison oneOf(String attribute) {
    return new Comparison(attribute, "in", List.of(parameter()));
  }

  /** A range, which may be {@code begins_with} for text. */
  Comparison range(String attribute) {
    AttributeSpec of = entity.attribute(attribute);
    if (of.type().kind() == Kind.TEXT && random.nextInt(4) == 0) {
      return new Comparison(attribute, "begins_with", List.of(parameter()));
    }
    String operator = List.of("<", "<=", ">", ">=", "between").get(random.nextInt(5));
    Operand first = operand(of, false);
    return new Comparison(
        attribute,
        operator,
        operator.equals("between") ? List.of(first, operand(of, false)) : List.of(first));
  }

  private Condition condition(List<AttributeSpec> attributes, int depth, boolean isConstant) {
    if (depth > 0 && random.nextInt(3) == 0) {
      Condition left = condition(attributes, depth - 1, isConstant);
      return random.nextInt(3) == 0
          ? new Not(left)
          : new Joined(left, random.nextBoolean(), condition(attributes, depth - 1, isConstant));
    }
    AttributeSpec attribute = attributes.get(random.nextInt(attributes.size()));
    if (attribute.isOptional() && random.nextInt(3) == 0) {
      return new Presence(attribute.name(), random.nextBoolean());
    }
    return test(attribute, isConstant);
  }

  private Condition test(AttributeSpec attribute, boolean isConstant) {
    ValueType type = attribute.type();
    if (type.kind() == Kind.SET && !isConstant && random.nextInt(3) > 0) {
      return new Comparison(attribute.name(), "contains", List.of(parameter()));
    }
    if (!type.isScalar() && !isConstant && random.nextInt(3) == 0) {
      return new Size(attribute.name(), random.nextBoolean(), random.nextInt(3));
    }
    if (!type.isOrdered()) {
      return comparison(attribute, random.nextBoolean() ? "=" : "<>", isConstant);
    }
    if (!isConstant && random.nextInt(5) == 0) {
      return random.nextBoolean()
          ? new Comparison(attribute.name(), "in", List.of(parameter()))
          : new Comparison(attribute.name(), "in", List.of(operand(attribute, true), parameter()));
    }
    if (type.kind() == Kind.TEXT && random.nextInt(4) == 0) {
      String operator = random.nextBoolean() ? "begins_with" : "contains";
      return new Comparison(attribute.name(), operator, List.of(operand(attribute, isConstant)));
    }
    return comparison(attribute, ORDERED.get(random.nextInt(ORDERED.size())), isConstant);
  }

  private Comparison comparison(AttributeSpec attribute, String operator, boolean isConstant) {
    Operand first = isConstant ? operand(attribute, true) : any(attribute);
    return new Comparison(
        attribute.name(),
        operator,
        operator.equals("between")
            ? List.of(first, isConstant ? operand(attribute, true) : any(attribute))
            : List.of(first));
  }

  /** Also the time of the call, or another attribute of the type. */
  private Operand any(AttributeSpec attribute) {
    if (attribute.type().kind() == Kind.TIME && random.nextInt(5) == 0) {
      return Operand.literal("now", Oracle.NOW);
    }
    return random.nextInt(4) == 0
        ? other(attribute).orElseGet(() -> operand(attribute, false))
        : operand(attribute, false);
  }

  /** Another attribute of the type. */
  Optional<Operand> other(AttributeSpec attribute) {
    List<AttributeSpec> alike =
        entity.attributes().stream()
            .filter(a -> a.type().text().equals(attribute.type().text()))
            .filter(a -> !a.name().equals(attribute.name()))
            .toList();
    return alike.isEmpty()
        ? Optional.empty()
        : Optional.of(Operand.attribute(alike.get(random.nextInt(alike.size())).name()));
  }

  Operand operand(AttributeSpec attribute, boolean isConstant) {
    Object value = attribute.type().random(random);
    Optional<String> literal =
        ValueType.literal(value, attribute.type().kind())
            .filter(text -> text.length() < LONGEST_LITERAL);
    return literal.isPresent() && (isConstant || random.nextInt(5) == 0)
        ? Operand.literal(literal.get(), value)
        : parameter();
  }

  Operand parameter() {
    return Operand.parameter(prefix + parameters++);
  }
}
