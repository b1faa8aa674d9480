package dev.keyplan.plan;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Comparator;
import dev.keyplan.model.HoleFunction;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.Operand;
import dev.keyplan.model.Restriction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A range on one hole of a template, as a comparison of the whole key text.
 *
 * <p>With the text before the hole as prefix, a range must not run out of the prefix into other
 * kinds of items, and {@code > 5} must not find the items that have 5 and something behind it. So a
 * range ends at the <em>successor</em> of the prefix (its last character raised by one), and a
 * value that is to be passed over is followed by the successor of the delimiter: {@code "5$"} lies
 * behind every {@code "5#…"} and before every greater value. No item equals such a bound, since a
 * text in a hole never contains the delimiter; BETWEEN, which includes its ends, is therefore
 * exact. Where greater values have smaller texts, the comparison is mirrored.
 *
 * @param term the comparison, unless there is an obstacle
 * @param obstacle why there is none, as a clause that follows the access path
 */
record KeyRange(Optional<KeyTerm> term, Optional<String> obstacle) {

  static KeyRange of(
      KeyAttribute key,
      KeyTemplate template,
      List<KeyValue.Part> prefix,
      KeyTemplate.Hole hole,
      Restriction restriction) {
    Comparator comparator = restriction.comparator();
    Optional<String> obstacle =
        obstacle(hole.attribute(), comparator, Ordering.disorder(hole)).or(() -> adjoining(hole));
    if (obstacle.isPresent()) {
      return new KeyRange(Optional.empty(), obstacle);
    }
    List<Operand> operands = new ArrayList<>(restriction.operands());
    if (hole.isDescending()) {
      Collections.reverse(operands);
      comparator = comparator.mirrored();
    }
    return new Builder(key, template, prefix, hole, operands).build(comparator);
  }

  /** Why a key attribute of its own cannot be compared so, as a clause. */
  static Optional<String> obstacle(Attribute attribute, Comparator comparator) {
    return obstacle(attribute, comparator, Ordering.disorder(attribute));
  }

  /** The text behind all items that have a value ends with a character that none of them has. */
  private static Optional<String> adjoining(KeyTemplate.Hole hole) {
    return hole.isLast() || hole.delimiter().isPresent() || hole.isEscaped()
        ? Optional.empty()
        : Optional.of(
            "has no range on `%s`: no text stands behind it".formatted(hole.attribute().name()));
  }

  private static Optional<String> obstacle(
      Attribute attribute, Comparator comparator, Optional<String> disorder) {
    if (comparator == Comparator.NOT_EQUAL) {
      return Optional.of("cannot express `<>`");
    }
    if (comparator == Comparator.BEGINS_WITH) {
      return attribute.type().kind().isText()
          ? Optional.empty()
          : Optional.of("cannot express `begins_with` on `%s`".formatted(attribute.type().text()));
    }
    return disorder.map(reason -> "has no range on `%s`: %s".formatted(attribute.name(), reason));
  }

  /** The text behind all that begin with the parts; none if these do not end with a literal. */
  static Optional<List<KeyValue.Part>> successor(List<KeyValue.Part> parts) {
    if (!(parts.get(parts.size() - 1) instanceof KeyValue.Text text)) {
      return Optional.empty();
    }
    int end = text.value().offsetByCodePoints(text.value().length(), -1);
    int next = successor(text.value().codePointAt(end));
    List<KeyValue.Part> behind = new ArrayList<>(parts.subList(0, parts.size() - 1));
    behind.add(new KeyValue.Text(text.value().substring(0, end) + Character.toString(next)));
    return Optional.of(behind);
  }

  /** The next character in the order of UTF-8 bytes, which skips the surrogates. */
  private static int successor(int character) {
    return character == Character.MIN_SURROGATE - 1 ? Character.MAX_SURROGATE + 1 : character + 1;
  }

  /** Puts the bounds together. */
  private record Builder(
      KeyAttribute key,
      KeyTemplate template,
      List<KeyValue.Part> prefix,
      KeyTemplate.Hole hole,
      List<Operand> operands) {

    KeyRange build(Comparator comparator) {
      boolean isLast = hole.isLast();
      return switch (comparator) {
        case BEGINS_WITH -> term(Comparator.BEGINS_WITH, List.of(value(0, "", true)));
        case BETWEEN -> term(Comparator.BETWEEN, List.of(value(0, "", false), behind(1)));
        case GREATER_OR_EQUAL -> upFrom(Comparator.GREATER_OR_EQUAL, value(0, "", false));
        case GREATER ->
            // The least text behind "x" is "x" with a NUL; a bare `>` needs no such trick.
            isLast && prefix.isEmpty()
                ? term(Comparator.GREATER, List.of(value(0, "", false)))
                : upFrom(Comparator.GREATER_OR_EQUAL, isLast ? value(0, "\0", false) : behind(0));
        case LESS_OR_EQUAL -> downFrom(Comparator.LESS_OR_EQUAL, behind(0));
        case LESS ->
            isLast && !prefix.isEmpty()
                ? obstacle(
                    hole.isDescending()
                        ? "cannot leave out the lower end of a range: use `>=`"
                        : "cannot leave out the upper end of a range: use `<=`")
                : downFrom(Comparator.LESS, value(0, "", false));
        case EQUAL, NOT_EQUAL -> throw new IllegalArgumentException(comparator.symbol());
      };
    }

    private KeyRange upFrom(Comparator open, KeyValue low) {
      if (prefix.isEmpty()) {
        return term(open, List.of(low));
      }
      return successorOfPrefix()
          .map(high -> term(Comparator.BETWEEN, List.of(low, high)))
          .orElseGet(
              () ->
                  obstacle(
                      "has no range on `"
                          + hole.attribute().name()
                          + "`: a literal must stand before it"));
    }

    private KeyRange downFrom(Comparator open, KeyValue high) {
      return prefix.isEmpty()
          ? term(open, List.of(high))
          : term(Comparator.BETWEEN, List.of(text(prefix), high));
    }

    /** The bound behind all items that have this value. */
    private KeyValue behind(int operand) {
      if (hole.isEscaped()) {
        return value(operand, HoleFunction.Escaped.BEHIND, true);
      }
      String suffix = hole.delimiter().map(KeyRange::successor).map(Character::toString).orElse("");
      return value(operand, suffix, false);
    }

    private KeyValue value(int operand, String suffix, boolean isPrefix) {
      List<KeyValue.Part> parts = new ArrayList<>(prefix);
      parts.add(new KeyValue.Rendered(hole, operands.get(operand), isPrefix));
      if (!suffix.isEmpty()) {
        parts.add(new KeyValue.Text(suffix));
      }
      return text(parts);
    }

    private Optional<KeyValue> successorOfPrefix() {
      return successor(prefix).map(this::text);
    }

    private KeyValue text(List<KeyValue.Part> parts) {
      return new KeyValue.OfText(template, false, parts);
    }

    private KeyRange term(Comparator comparator, List<KeyValue> values) {
      return new KeyRange(Optional.of(new KeyTerm(key, comparator, values)), Optional.empty());
    }

    private static KeyRange obstacle(String reason) {
      return new KeyRange(Optional.empty(), Optional.of(reason));
    }
  }
}
