package dev.keyplan.model;

import static dev.keyplan.testing.ModelParts.SPAN;
import static dev.keyplan.testing.ModelParts.attribute;
import static dev.keyplan.testing.ModelParts.integer;
import static dev.keyplan.testing.ModelParts.optional;
import static dev.keyplan.testing.ModelParts.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.model.Facts.Truth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What follows is compared with what is true of every item of a small world. */
class FactsTest {
  private final Attribute size = attribute("size", integer(0, 9));
  private final Attribute name = optional("name", string());
  private final Attribute note = optional("note", string());

  /** An item; an empty name or note is none. */
  private record Item(int size, String name, String note) {}

  private static final List<Item> WORLD = world();

  private static List<Item> world() {
    List<Item> items = new ArrayList<>();
    for (int size = 0; size <= 4; size++) {
      for (String name : List.of("", "a", "ab", "b")) {
        for (String note : List.of("", "a")) {
          items.add(new Item(size, name, note));
        }
      }
    }
    return items;
  }

  @Test
  void answersAreTrueOfAllItemsThatTheFactsAreTrueOf() {
    List<Condition> conditions = conditions();
    int decided = 0;
    for (Condition fact : conditions) {
      Facts facts = Facts.NONE.with(fact);
      for (Condition condition : conditions) {
        Truth answer = facts.of(condition);
        List<Boolean> truths =
            WORLD.stream()
                .filter(item -> holds(fact, item))
                .map(item -> holds(condition, item))
                .distinct()
                .toList();
        if (answer != Truth.UNKNOWN) {
          decided++;
          assertThat(truths)
              .as("%s given %s", condition, fact)
              .doesNotContain(answer != Truth.TRUE);
        }
      }
    }
    assertThat(decided).isGreaterThan(conditions.size());
  }

  @Test
  void everythingIsDecidedOfAnItemThatIsKnown() {
    for (Item item : WORLD) {
      Facts facts = Facts.NONE.withValue(size, number(item.size()));
      facts =
          item.name().isEmpty() ? facts.withAbsent(name) : facts.withValue(name, text(item.name()));
      facts =
          item.note().isEmpty() ? facts.withAbsent(note) : facts.withValue(note, text(item.note()));
      for (Condition condition : conditions()) {
        assertThat(facts.of(condition))
            .as("%s of %s", condition, item)
            .isEqualTo(Truth.of(holds(condition, item)));
      }
    }
  }

  @Test
  void parametersHaveNoValue() {
    Operand parameter = new Operand.OfParameter(new Parameter("x", size, SPAN), SPAN);
    Condition equal =
        new Condition.Compares(AttributePath.of(size), Comparator.EQUAL, List.of(parameter), SPAN);

    assertThat(Facts.NONE.with(equal).of(equal)).isEqualTo(Truth.UNKNOWN);
    assertThat(Facts.NONE.withValue(size, number(1)).of(equal)).isEqualTo(Truth.UNKNOWN);
    assertThat(Facts.NONE.has(size)).isEqualTo(Truth.TRUE);
    assertThat(Facts.NONE.has(name)).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void whatIsInsideOfAnAttributeSaysNothingOfIt() {
    AttributePath inside = new AttributePath(name, List.of(new AttributePath.Entry("a", size)));
    Condition exists = new Condition.Exists(inside, false, SPAN);
    Condition absent = new Condition.Exists(inside, true, SPAN);

    assertThat(Facts.NONE.with(absent).has(name)).isEqualTo(Truth.UNKNOWN);
    assertThat(Facts.NONE.withPresent(name).of(exists)).isEqualTo(Truth.UNKNOWN);
    assertThat(Facts.NONE.withPresent(name).of(absent)).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void aComparisonWithAnotherAttributeIsNotKnown() {
    Operand other = new Operand.OfAttribute(AttributePath.of(note), SPAN);
    Condition equal =
        new Condition.Compares(AttributePath.of(name), Comparator.EQUAL, List.of(other), SPAN);

    assertThat(Facts.NONE.withValue(name, text("a")).withValue(note, text("a")).of(equal))
        .isEqualTo(Truth.UNKNOWN);
  }

  private List<Condition> conditions() {
    List<Condition> terms = new ArrayList<>();
    for (Comparator comparator : Comparator.values()) {
      if (comparator != Comparator.BEGINS_WITH) {
        terms.add(compares(size, comparator, number(1), number(3)));
        terms.add(compares(size, comparator, number(2), number(2)));
      }
      terms.add(compares(name, comparator, text("a"), text("ab")));
    }
    terms.add(compares(note, Comparator.EQUAL, text("a")));
    terms.add(new Condition.Exists(AttributePath.of(name), false, SPAN));
    terms.add(new Condition.Exists(AttributePath.of(name), true, SPAN));
    terms.add(new Condition.Exists(AttributePath.of(note), true, SPAN));
    terms.add(
        new Condition.Contains(
            AttributePath.of(name), name, new Operand.OfConstant(text("b"), SPAN), SPAN));
    List<Condition> all = new ArrayList<>(terms);
    for (int i = 1; i < terms.size(); i++) {
      all.add(new Condition.All(List.of(terms.get(i - 1), terms.get(i))));
      all.add(new Condition.Any(List.of(terms.get(i), new Condition.Not(terms.get(i / 2)))));
      all.add(new Condition.Not(terms.get(i)));
    }
    return all;
  }

  private static Condition compares(Attribute attribute, Comparator comparator, Value... values) {
    List<Operand> operands = new ArrayList<>();
    for (int i = 0; i < comparator.operands(); i++) {
      operands.add(new Operand.OfConstant(values[i], SPAN));
    }
    return new Condition.Compares(AttributePath.of(attribute), comparator, operands, SPAN);
  }

  private static Value number(int number) {
    return new Value.NumberValue(BigDecimal.valueOf(number));
  }

  private static Value text(String text) {
    return new Value.TextValue(text);
  }

  /** As DynamoDB evaluates it. */
  private static boolean holds(Condition condition, Item item) {
    if (condition instanceof Condition.All all) {
      return all.conditions().stream().allMatch(c -> holds(c, item));
    }
    if (condition instanceof Condition.Any any) {
      return any.conditions().stream().anyMatch(c -> holds(c, item));
    }
    if (condition instanceof Condition.Not not) {
      return !holds(not.condition(), item);
    }
    Condition.Term term = (Condition.Term) condition;
    String text = term.attribute().name().equals("name") ? item.name() : item.note();
    boolean isNumber = term.attribute().name().equals("size");
    boolean has = isNumber || !text.isEmpty();
    if (term instanceof Condition.Exists exists) {
      return has != exists.isNegated();
    }
    if (term instanceof Condition.Contains contains) {
      return has && text.contains(constant(contains.operand()));
    }
    Condition.Compares compares = (Condition.Compares) term;
    if (!has) {
      return compares.comparator() == Comparator.NOT_EQUAL;
    }
    String left = isNumber ? Integer.toString(item.size()) : text;
    List<String> right = compares.operands().stream().map(FactsTest::constant).toList();
    int order = left.compareTo(right.get(0));
    return switch (compares.comparator()) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
      case BETWEEN -> order >= 0 && left.compareTo(right.get(1)) <= 0;
      case BEGINS_WITH -> left.startsWith(right.get(0));
    };
  }

  private static String constant(Operand operand) {
    Value value = ((Operand.OfConstant) operand).value();
    return value instanceof Value.NumberValue number
        ? number.number().toPlainString()
        : ((Value.TextValue) value).text();
  }
}
