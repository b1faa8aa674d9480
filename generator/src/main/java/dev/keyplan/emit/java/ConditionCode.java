package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.Comparator;
import dev.keyplan.model.Condition;
import dev.keyplan.model.Facts;
import dev.keyplan.model.Operand;
import dev.keyplan.model.Value;
import java.util.List;

/**
 * Conditions over constants as Java expressions, which give what DynamoDB would: of an attribute
 * without a value, {@code <>} and {@code attribute_not_exists} are true, and nothing else. Equality
 * takes null, which is refused later and with its name.
 */
final class ConditionCode {
  private final Facts facts;
  private final AttributeValues values;
  private final SupportTypes support;

  /**
   * @param facts what is known when the code is generated, and not asked again
   */
  ConditionCode(Facts facts, AttributeValues values, SupportTypes support) {
    this.facts = facts;
    this.values = values;
    this.support = support;
  }

  /** {@code order.status() == Status.OPEN && order.due().isPresent()}. */
  CodeBlock of(Condition condition) {
    if (condition instanceof Condition.All all) {
      return joined(all.conditions(), " && ");
    }
    if (condition instanceof Condition.Any any) {
      return joined(any.conditions(), " || ");
    }
    if (condition instanceof Condition.Not not) {
      return CodeBlock.of("!($L)", of(not.condition()));
    }
    return of((Condition.Term) condition);
  }

  /** Only what is not known already counts: a known part would have decided the whole. */
  private CodeBlock joined(List<Condition> conditions, String operator) {
    List<Condition> open =
        conditions.stream().filter(c -> facts.of(c) == Facts.Truth.UNKNOWN).toList();
    return open.stream()
        .map(c -> open.size() > 1 ? inside(c) : of(c))
        .collect(CodeBlock.joining(operator));
  }

  /** The condition as it stands among others. */
  CodeBlock inside(Condition condition) {
    return condition instanceof Condition.Term term && !isOptional(term)
        ? of(term)
        : CodeBlock.of("($L)", of(condition));
  }

  private boolean isOptional(Condition.Term term) {
    return !(term instanceof Condition.Exists)
        && facts.has(term.attribute()) == Facts.Truth.UNKNOWN;
  }

  private CodeBlock of(Condition.Term term) {
    Attribute attribute = term.attribute();
    if (term instanceof Condition.Exists exists) {
      CodeBlock presence = values.presence().apply(attribute);
      return exists.isNegated() ? CodeBlock.of("!$L", presence) : presence;
    }
    CodeBlock compared = compared(term);
    if (!isOptional(term)) {
      return compared;
    }
    CodeBlock presence = values.presence().apply(attribute);
    boolean isUnequal =
        term instanceof Condition.Compares compares
            && compares.comparator() == Comparator.NOT_EQUAL;
    return isUnequal
        ? CodeBlock.of("!$L || $L", presence, compared)
        : CodeBlock.of("$L && $L", presence, compared);
  }

  private CodeBlock compared(Condition.Term term) {
    CodeBlock left = values.checked().apply(term.attribute());
    AttributeType type = term.attribute().type();
    if (term instanceof Condition.Contains contains) {
      return CodeBlock.of("$L.contains($L)", left, constant(type, contains.operand()));
    }
    Condition.Compares compares = (Condition.Compares) term;
    CodeBlock first = constant(type, compares.operands().get(0));
    return switch (compares.comparator()) {
      case EQUAL -> equal(term.attribute(), compares.operands().get(0), true);
      case NOT_EQUAL -> equal(term.attribute(), compares.operands().get(0), false);
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
          ordered(type, left, compares.comparator().symbol(), first);
      case BETWEEN ->
          CodeBlock.of(
              "$L && $L",
              ordered(type, left, ">=", first),
              ordered(type, left, "<=", constant(type, compares.operands().get(1))));
      case BEGINS_WITH -> CodeBlock.of("$L.startsWith($L)", left, first);
    };
  }

  private CodeBlock equal(Attribute attribute, Operand operand, boolean isEqual) {
    AttributeType type = attribute.type();
    CodeBlock left = values.value().apply(attribute);
    CodeBlock right = constant(type, operand);
    return switch (type.kind()) {
      case BOOLEAN -> {
        boolean isTrue = ((Value.BooleanValue) value(operand)).isTrue();
        yield CodeBlock.of(isTrue == isEqual ? "$L" : "!$L", left);
      }
      case INTEGER, DOUBLE, ENUM -> CodeBlock.of(isEqual ? "$L == $L" : "$L != $L", left, right);
      case DECIMAL ->
          ordered(type, values.checked().apply(attribute), isEqual ? "==" : "!=", right);
      default -> CodeBlock.of(isEqual ? "$L.equals($L)" : "!$L.equals($L)", right, left);
    };
  }

  private CodeBlock ordered(AttributeType type, CodeBlock left, String operator, CodeBlock right) {
    return switch (type.kind()) {
      case INTEGER, DOUBLE -> CodeBlock.of("$L $L $L", left, operator, right);
      case STRING, ULID ->
          CodeBlock.of("$T.order($L, $L) $L 0", support.keys(), left, right, operator);
      case UUID ->
          CodeBlock.of(
              "$T.order($L.toString(), $L.toString()) $L 0", support.keys(), left, right, operator);
      default -> CodeBlock.of("$L.compareTo($L) $L 0", left, right, operator);
    };
  }

  private CodeBlock constant(AttributeType type, Operand operand) {
    return ConstantMapping.of(type, value(operand));
  }

  private static Value value(Operand operand) {
    return ((Operand.OfConstant) operand).value();
  }
}
