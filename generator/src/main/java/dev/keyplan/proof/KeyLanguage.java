package dev.keyplan.proof;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType.EnumType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.model.AttributeType.TimestampType;
import dev.keyplan.model.EnumDefinition;
import dev.keyplan.model.Filling;
import dev.keyplan.model.KeyTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The texts that a filling can write into a key attribute.
 *
 * @param holes the attribute of each piece of the automaton; empty for literal text
 */
record KeyLanguage(Automaton automaton, List<Optional<Attribute>> holes) {
  private static final int NOTHING = -1;

  /**
   * The language of a filling.
   *
   * @param fixed attributes whose value is already known, by name
   * @param lengths those of texts without a form of their own
   */
  static KeyLanguage of(Filling filling, Map<String, String> fixed, Lengths lengths) {
    Automaton automaton = new Automaton();
    List<Optional<Attribute>> holes = new ArrayList<>();
    holes.add(Optional.empty());
    if (filling instanceof Filling.FromAttribute from) {
      addHole(automaton, holes, from.attribute(), NOTHING, fixed, lengths);
    } else {
      for (KeyTemplate.Part part : ((Filling.FromTemplate) filling).template().parts()) {
        if (part instanceof KeyTemplate.Hole hole) {
          addHole(automaton, holes, hole.attribute(), hole.delimiter().orElse(NOTHING), fixed, lengths);
        } else {
          automaton.nextPiece();
          holes.add(Optional.empty());
          automaton.literal(((KeyTemplate.Text) part).value());
        }
      }
    }
    return new KeyLanguage(automaton, List.copyOf(holes));
  }

  private static void addHole(
      Automaton automaton,
      List<Optional<Attribute>> holes,
      Attribute attribute,
      int delimiter,
      Map<String, String> fixed,
      Lengths lengths) {
    automaton.nextPiece();
    holes.add(Optional.of(attribute));
    String value = fixed.get(attribute.name());
    if (value != null) {
      automaton.literal(value);
      return;
    }
    switch (attribute.type().kind()) {
      case STRING -> {
        StringType type = (StringType) attribute.type();
        type.pattern()
            .ifPresentOrElse(
                pattern -> automaton.pattern(pattern, delimiter),
                () -> characters(automaton, type, delimiter, lengths));
      }
      case INTEGER -> integer(automaton, (IntegerType) attribute.type());
      case UUID -> uuid(automaton);
      case ULID -> ulid(automaton);
      case DATE -> date(automaton);
      case TIMESTAMP -> timestamp(automaton, (TimestampType) attribute.type());
      case ENUM ->
          automaton.anyOf(
              ((EnumType) attribute.type())
                  .definition().constants().stream()
                      .map(EnumDefinition.Constant::storedText)
                      .toList());
      case DECIMAL, DOUBLE, EPOCH, BOOLEAN, BINARY, STRUCT, LIST, MAP, SET ->
          throw new IllegalArgumentException("No key of type " + attribute.type().text());
    }
  }

  private static void characters(
      Automaton automaton, StringType type, int delimiter, Lengths lengths) {
    if (lengths == Lengths.ANY) {
      automaton.characters(1, NOTHING, delimiter);
    } else {
      automaton.characters(
          Math.max(1, type.minimumLength()), type.maximumLength().orElse(NOTHING), delimiter);
    }
  }

  /** A bounded integer is padded with zeros to the width of its maximum. */
  private static void integer(Automaton automaton, IntegerType type) {
    if (!type.isBounded() || type.minimum() < 0) {
      automaton.anyInteger();
      return;
    }
    String maximum = Long.toString(type.maximum());
    String minimum = Long.toString(type.minimum());
    automaton.digits("0".repeat(maximum.length() - minimum.length()) + minimum, maximum);
  }

  private static void uuid(Automaton automaton) {
    int[] groups = {8, 4, 4, 4, 12};
    for (int i = 0; i < groups.length; i++) {
      if (i > 0) {
        automaton.literal("-");
      }
      for (int digit = 0; digit < groups[i]; digit++) {
        automaton.anyOf(HEXADECIMAL);
      }
    }
  }

  private static final List<String> HEXADECIMAL =
      "0123456789abcdef".chars().mapToObj(Character::toString).toList();

  private static void ulid(Automaton automaton) {
    automaton.anyOf(CROCKFORD.subList(0, 8));
    for (int i = 0; i < 25; i++) {
      automaton.anyOf(CROCKFORD);
    }
  }

  private static final List<String> CROCKFORD =
      "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().mapToObj(Character::toString).toList();

  private static void date(Automaton automaton) {
    automaton.digits("0000", "9999");
    automaton.literal("-");
    automaton.digits("01", "12");
    automaton.literal("-");
    automaton.digits("01", "31");
  }

  private static void timestamp(Automaton automaton, TimestampType type) {
    date(automaton);
    automaton.literal("T");
    automaton.digits("00", "23");
    automaton.literal(":");
    automaton.digits("00", "59");
    automaton.literal(":");
    automaton.digits("00", "59");
    int digits = type.precision().digits();
    if (digits > 0) {
      automaton.literal(".");
      automaton.digits("0".repeat(digits), "9".repeat(digits));
    }
    automaton.literal("Z");
  }
}
