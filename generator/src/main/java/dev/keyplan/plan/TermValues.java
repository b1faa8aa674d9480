package dev.keyplan.plan;

import dev.keyplan.model.AttributeType;
import dev.keyplan.model.Comparator;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.Operand;
import dev.keyplan.model.Value;
import dev.keyplan.proof.Ends;
import dev.keyplan.proof.KeyValues;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The values of a key attribute for which a term of a key condition can hold, whatever the caller
 * gives.
 */
final class TermValues {
  /** Behind a text, it makes the next one. */
  private static final String LEAST = "\0";

  private final KeyTerm term;

  private TermValues(KeyTerm term) {
    this.term = term;
  }

  static KeyValues of(KeyTerm term) {
    TermValues values = new TermValues(term);
    return switch (term.attribute().type()) {
      case STRING -> values.texts();
      case NUMBER -> values.numbers();
      case BINARY ->
          term.comparator() == Comparator.EQUAL
              ? values.equalTo(values.parts(0))
              : KeyValues.all(term.attribute());
    };
  }

  private KeyValues texts() {
    List<KeyValue.Part> first = parts(0);
    return switch (term.comparator()) {
      case EQUAL -> equalTo(first);
      case BEGINS_WITH -> beginningWith(first);
      case BETWEEN -> between(first, parts(1));
      case GREATER -> range(end(first, true) + LEAST, Optional.empty(), true);
      case GREATER_OR_EQUAL -> range(end(first, true), Optional.empty(), true);
      case LESS -> range("", Optional.of(end(first, false)), false);
      case LESS_OR_EQUAL -> range("", Optional.of(end(first, false)), true);
      case NOT_EQUAL -> KeyValues.all(term.attribute());
    };
  }

  private KeyValues equalTo(List<KeyValue.Part> parts) {
    return values(parts, new KeyValues.Nothing());
  }

  private KeyValues beginningWith(List<KeyValue.Part> parts) {
    int last = parts.size() - 1;
    boolean isOpen = parts.get(last) instanceof KeyValue.Rendered rendered && rendered.isPrefix();
    return isOpen
        ? values(parts.subList(0, last), new KeyValues.Between(LEAST, Optional.empty(), true))
        : values(parts, new KeyValues.Anything());
  }

  /** What both ends begin with is the same in all texts of the range. */
  private KeyValues between(List<KeyValue.Part> low, List<KeyValue.Part> high) {
    int shared = 0;
    while (shared < Math.min(low.size(), high.size()) && low.get(shared).equals(high.get(shared))) {
      shared++;
    }
    return values(
        low.subList(0, shared),
        new KeyValues.Between(
            end(low.subList(shared, low.size()), true),
            Optional.of(end(high.subList(shared, high.size()), false)),
            true));
  }

  private KeyValues range(String low, Optional<String> high, boolean includesHigh) {
    return values(List.of(), new KeyValues.Between(low, high, includesHigh));
  }

  private KeyValues values(List<KeyValue.Part> parts, KeyValues.Tail tail) {
    return new KeyValues(term.attribute(), parts.stream().map(TermValues::part).toList(), tail);
  }

  /** The lowest text that the parts can make, or the highest. */
  private static String end(List<KeyValue.Part> parts, boolean isLow) {
    StringBuilder text = new StringBuilder();
    for (KeyValue.Part part : parts) {
      if (part(part) instanceof KeyTemplate.Hole hole) {
        text.append(isLow ? Ends.first(hole) : Ends.last(hole));
      } else {
        text.append(((KeyTemplate.Text) part(part)).value());
      }
    }
    return text.toString();
  }

  private List<KeyValue.Part> parts(int value) {
    if (term.values().get(value) instanceof KeyValue.OfOperand of) {
      KeyTemplate.Hole hole =
          new KeyTemplate.Hole(of.attribute(), Optional.empty(), of.operand().span());
      return List.of(new KeyValue.Rendered(hole, of.operand(), isBeginning()));
    }
    return ((KeyValue.OfText) term.values().get(value)).parts();
  }

  private boolean isBeginning() {
    return term.comparator() == Comparator.BEGINS_WITH;
  }

  private static KeyTemplate.Part part(KeyValue.Part part) {
    if (part instanceof KeyValue.Text text) {
      return new KeyTemplate.Text(text.value());
    }
    if (part instanceof KeyValue.Each each) {
      return each.hole();
    }
    KeyValue.Rendered rendered = (KeyValue.Rendered) part;
    return rendered.operand() instanceof Operand.OfConstant constant
        ? new KeyTemplate.Text(Ends.text(rendered.hole(), stored(constant.value())))
        : rendered.hole();
  }

  /** A constant as DynamoDB stores it. */
  private static String stored(Value value) {
    if (value instanceof Value.TextValue text) {
      return text.text();
    }
    if (value instanceof Value.EnumValue constant) {
      return constant.constant().storedText();
    }
    return value instanceof Value.NumberValue number
        ? number.number().toPlainString()
        : Boolean.toString(((Value.BooleanValue) value).isTrue());
  }

  private KeyValues numbers() {
    if (term.comparator() == Comparator.EQUAL && constant(0).isEmpty()) {
      return equalTo(parts(0));
    }
    AttributeType type = ((KeyValue.OfOperand) term.values().get(0)).attribute().type();
    Optional<BigDecimal> low = Optional.of(constant(0).orElseGet(() -> Ends.least(type)));
    Optional<BigDecimal> high = Optional.of(constant(0).orElseGet(() -> Ends.greatest(type)));
    return switch (term.comparator()) {
      case EQUAL -> numbers(low, high);
      case BETWEEN -> numbers(low, Optional.of(constant(1).orElseGet(() -> Ends.greatest(type))));
      case GREATER, GREATER_OR_EQUAL -> numbers(low, Optional.empty());
      case LESS, LESS_OR_EQUAL -> numbers(Optional.empty(), high);
      case NOT_EQUAL, BEGINS_WITH -> KeyValues.all(term.attribute());
    };
  }

  private KeyValues numbers(Optional<BigDecimal> low, Optional<BigDecimal> high) {
    return new KeyValues(term.attribute(), List.of(), new KeyValues.Numbers(low, high));
  }

  private Optional<BigDecimal> constant(int value) {
    return ((KeyValue.OfOperand) term.values().get(value)).operand()
                instanceof Operand.OfConstant constant
            && constant.value() instanceof Value.NumberValue number
        ? Optional.of(number.number())
        : Optional.empty();
  }
}
