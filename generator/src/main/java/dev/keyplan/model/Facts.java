package dev.keyplan.model;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of an item, and what follows from it for a condition. An answer is never wrong, but
 * may be unknown: a condition follows from what is known of single attributes, or from one that
 * says the same; parameters have no value. An attribute without a value is as DynamoDB has it:
 * {@code <>} and {@code attribute_not_exists} are true of it, and nothing else.
 */
public final class Facts {
  /** The answers. */
  public enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    static Truth of(boolean isTrue) {
      return isTrue ? TRUE : FALSE;
    }

    /** Whether all of them hold. */
    public static Truth all(Collection<Truth> truths) {
      return truths.contains(FALSE) ? FALSE : truths.contains(UNKNOWN) ? UNKNOWN : TRUE;
    }

    Truth negated() {
      return switch (this) {
        case TRUE -> FALSE;
        case FALSE -> TRUE;
        case UNKNOWN -> UNKNOWN;
      };
    }
  }

  /** What is known of one attribute; of its value only if it has one. */
  private record Known(boolean isPresent, Optional<Value> value) {}

  /** Nothing but what is true of every item. */
  public static final Facts NONE = new Facts();

  private final Map<String, Known> known = new HashMap<>();
  private final List<Condition> holding = new ArrayList<>();

  private Facts() {}

  /** The attribute has this value. */
  public Facts withValue(Attribute attribute, Value value) {
    return with(attribute, new Known(true, Optional.of(value)));
  }

  /** The attribute has some value. */
  public Facts withPresent(Attribute attribute) {
    return with(attribute, new Known(true, Optional.empty()));
  }

  /** The attribute has no value. */
  public Facts withAbsent(Attribute attribute) {
    return with(attribute, new Known(false, Optional.empty()));
  }

  /** The condition holds; what is known already is known better. */
  public Facts with(Condition condition) {
    Facts facts = copy();
    facts.add(condition);
    return facts;
  }

  private Facts with(Attribute attribute, Known fact) {
    Facts facts = copy();
    facts.known.put(attribute.name(), fact);
    return facts;
  }

  private Facts copy() {
    Facts copy = new Facts();
    copy.known.putAll(known);
    copy.holding.addAll(holding);
    return copy;
  }

  private void add(Condition condition) {
    for (Condition conjunct : condition.conjuncts()) {
      holding.add(conjunct);
      // What is true inside of an attribute says nothing of its own value.
      if (conjunct instanceof Condition.Term term && term.path().isWhole()) {
        implied(term).ifPresent(fact -> known.putIfAbsent(term.attribute().name(), fact));
      }
    }
  }

  private static Optional<Known> implied(Condition.Term term) {
    if (term instanceof Condition.Exists exists) {
      return Optional.of(new Known(!exists.isNegated(), Optional.empty()));
    }
    if (!(term instanceof Condition.Compares compares)) {
      return Optional.of(new Known(true, Optional.empty()));
    }
    return switch (compares.comparator()) {
      case EQUAL -> Optional.of(new Known(true, constant(compares.operands().get(0))));
      case NOT_EQUAL -> Optional.empty();
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, BETWEEN, BEGINS_WITH ->
          Optional.of(new Known(true, Optional.empty()));
    };
  }

  /** Whether an attribute has a value. */
  public Truth has(Attribute attribute) {
    Known fact = known.get(attribute.name());
    if (fact != null) {
      return Truth.of(fact.isPresent());
    }
    return attribute.mayBeAbsent() ? Truth.UNKNOWN : Truth.TRUE;
  }

  /** Whether a condition holds. */
  public Truth of(Condition condition) {
    Truth truth = evaluated(condition);
    return truth == Truth.UNKNOWN && holding.stream().anyMatch(other -> isSame(condition, other))
        ? Truth.TRUE
        : truth;
  }

  /** The terms that a condition still depends on; none if it is known whether it holds. */
  public List<Condition.Term> open(Condition condition) {
    if (of(condition) != Truth.UNKNOWN) {
      return List.of();
    }
    if (condition instanceof Condition.All all) {
      return all.conditions().stream().flatMap(c -> open(c).stream()).toList();
    }
    if (condition instanceof Condition.Any any) {
      return any.conditions().stream().flatMap(c -> open(c).stream()).toList();
    }
    return condition instanceof Condition.Not not ? open(not.condition()) : condition.terms();
  }

  private Truth evaluated(Condition condition) {
    if (condition instanceof Condition.All all) {
      return Truth.all(all.conditions().stream().map(this::of).toList());
    }
    if (condition instanceof Condition.Any any) {
      return Truth.all(any.conditions().stream().map(c -> of(c).negated()).toList()).negated();
    }
    if (condition instanceof Condition.Not not) {
      return of(not.condition()).negated();
    }
    // What an item is, no attribute tells.
    return condition instanceof Condition.Term term ? evaluated(term) : Truth.UNKNOWN;
  }

  private Truth evaluated(Condition.Term term) {
    if (!term.path().isWhole() || term.attributes().size() > 1) {
      return Truth.UNKNOWN;
    }
    Attribute attribute = term.attribute();
    Truth has = has(attribute);
    if (term instanceof Condition.Exists exists) {
      return exists.isNegated() ? has.negated() : has;
    }
    boolean isUnequal =
        term instanceof Condition.Compares compares
            && compares.comparator() == Comparator.NOT_EQUAL;
    if (has == Truth.FALSE) {
      return Truth.of(isUnequal);
    }
    Optional<Value> value = Optional.ofNullable(known.get(attribute.name())).flatMap(Known::value);
    return value.map(v -> of(term, v)).orElse(Truth.UNKNOWN);
  }

  private static Truth of(Condition.Term term, Value value) {
    List<Value> right = new ArrayList<>();
    for (Operand operand : term.operands()) {
      constant(operand).ifPresent(right::add);
    }
    if (right.size() < term.operands().size()) {
      return Truth.UNKNOWN;
    }
    if (term instanceof Condition.Contains) {
      return Truth.of(text(value).contains(text(right.get(0))));
    }
    return term instanceof Condition.Compares compares
        ? Truth.of(holds(value, compares.comparator(), right))
        : Truth.UNKNOWN;
  }

  private static boolean holds(Value left, Comparator comparator, List<Value> right) {
    Value first = right.get(0);
    return switch (comparator) {
      case EQUAL -> order(left, first) == 0;
      case NOT_EQUAL -> order(left, first) != 0;
      case LESS -> order(left, first) < 0;
      case LESS_OR_EQUAL -> order(left, first) <= 0;
      case GREATER -> order(left, first) > 0;
      case GREATER_OR_EQUAL -> order(left, first) >= 0;
      case BETWEEN -> order(left, first) >= 0 && order(left, right.get(1)) <= 0;
      case BEGINS_WITH -> text(left).startsWith(text(first));
    };
  }

  /** Numbers by their size, texts by their UTF-8 bytes: as DynamoDB orders what is stored. */
  private static int order(Value left, Value right) {
    if (left instanceof Value.NumberValue ours && right instanceof Value.NumberValue theirs) {
      BigDecimal number = ours.number();
      return number.compareTo(theirs.number());
    }
    return Arrays.compareUnsigned(
        text(left).getBytes(StandardCharsets.UTF_8), text(right).getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Value value) {
    if (value instanceof Value.EnumValue constant) {
      return constant.constant().storedText();
    }
    if (value instanceof Value.TextValue text) {
      return text.text();
    }
    return value instanceof Value.BooleanValue truth
        ? Boolean.toString(truth.isTrue())
        : ((Value.NumberValue) value).number().toPlainString();
  }

  private static Optional<Value> constant(Operand operand) {
    return operand instanceof Operand.OfConstant of ? Optional.of(of.value()) : Optional.empty();
  }

  /** Whether two conditions say the same, apart from where they stand. */
  private static boolean isSame(Condition left, Condition right) {
    if (left instanceof Condition.All ours && right instanceof Condition.All theirs) {
      return areSame(ours.conditions(), theirs.conditions());
    }
    if (left instanceof Condition.Any ours && right instanceof Condition.Any theirs) {
      return areSame(ours.conditions(), theirs.conditions());
    }
    if (left instanceof Condition.Not ours && right instanceof Condition.Not theirs) {
      return isSame(ours.condition(), theirs.condition());
    }
    return left instanceof Condition.Term ours
        && right instanceof Condition.Term theirs
        && isSame(ours, theirs);
  }

  private static boolean areSame(List<Condition> left, List<Condition> right) {
    boolean isAlike = left.size() == right.size();
    for (int i = 0; isAlike && i < left.size(); i++) {
      isAlike = isSame(left.get(i), right.get(i));
    }
    return isAlike;
  }

  private static boolean isSame(Condition.Term left, Condition.Term right) {
    boolean isAlike =
        left.getClass() == right.getClass()
            && left.path().text().equals(right.path().text())
            && left.path().parameters().isEmpty()
            && comparator(left).equals(comparator(right))
            && left.operands().size() == right.operands().size();
    if (!isAlike || isNegated(left) != isNegated(right)) {
      return false;
    }
    for (int i = 0; i < left.operands().size(); i++) {
      Optional<Value> ours = constant(left.operands().get(i));
      Optional<Value> theirs = constant(right.operands().get(i));
      if (ours.isEmpty() || theirs.isEmpty() || order(ours.get(), theirs.get()) != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNegated(Condition.Term term) {
    return term instanceof Condition.Exists exists && exists.isNegated();
  }

  private static Optional<Comparator> comparator(Condition.Term term) {
    if (term instanceof Condition.Size size) {
      return Optional.of(size.comparator());
    }
    return term instanceof Condition.Compares compares
        ? Optional.of(compares.comparator())
        : Optional.empty();
  }
}
