package dev.keyplan.proof;

import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.DecimalType;
import dev.keyplan.model.AttributeType.EnumType;
import dev.keyplan.model.AttributeType.EpochType;
import dev.keyplan.model.AttributeType.FormattedTimestampType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.model.AttributeType.TimestampType;
import dev.keyplan.model.EnumDefinition;
import dev.keyplan.model.HoleFunction;
import dev.keyplan.model.HoleFunction.Unit;
import dev.keyplan.model.KeyNumber;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.Precision;
import dev.keyplan.support.text.TimePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The texts that a filling can write into a key attribute.
 *
 * @param holes what each piece of the automaton is; empty for literal text
 */
record KeyLanguage(Automaton automaton, List<Optional<HolePlace>> holes) {
  private static final int NOTHING = -1;

  /**
   * The texts among the values of a key attribute.
   *
   * @param fixed attributes whose value is already known, by name
   * @param lengths those of texts without a form of their own
   */
  static KeyLanguage of(KeyValues values, Map<String, String> fixed, Lengths lengths) {
    Automaton automaton = new Automaton();
    List<Optional<HolePlace>> holes = new ArrayList<>();
    holes.add(Optional.empty());
    for (KeyTemplate.Part part : values.parts()) {
      automaton.nextPiece();
      if (part instanceof KeyTemplate.Hole hole) {
        HolePlace place = new HolePlace(hole.attribute(), hole.function(), true);
        holes.add(Optional.of(place));
        addHole(automaton, place, hole.delimiter().orElse(NOTHING), fixed, lengths);
      } else {
        holes.add(Optional.empty());
        automaton.literal(((KeyTemplate.Text) part).value());
      }
    }
    addTail(automaton, holes, values.tail());
    return new KeyLanguage(automaton, List.copyOf(holes));
  }

  private static void addTail(
      Automaton automaton, List<Optional<HolePlace>> holes, KeyValues.Tail tail) {
    if (tail instanceof KeyValues.Nothing) {
      return;
    }
    automaton.nextPiece();
    holes.add(Optional.empty());
    if (tail instanceof KeyValues.Between between) {
      TextRange.addTo(automaton, between);
    } else {
      automaton.characters(0, NOTHING, NOTHING);
    }
  }

  private static void addHole(
      Automaton automaton,
      HolePlace place,
      int delimiter,
      Map<String, String> fixed,
      Lengths lengths) {
    String value = fixed.get(place.attribute().name());
    if (value != null) {
      automaton.literal(place.text(value));
      return;
    }
    if (place.function().isEmpty()) {
      addPlain(automaton, place.attribute().type(), delimiter, lengths);
      return;
    }
    HoleFunction function = place.function().get();
    if (function instanceof HoleFunction.Bucket bucket) {
      bucket(automaton, bucket.unit());
    } else if (function instanceof HoleFunction.Shard shard) {
      automaton.digits("0".repeat(shard.width()), Integer.toString(shard.count() - 1));
    } else if (function instanceof HoleFunction.Escaped) {
      automaton.escaped();
    } else {
      int start = automaton.end();
      addPlain(automaton, place.attribute().type(), delimiter, lengths);
      automaton.reverseDigits(start);
    }
  }

  private static void addPlain(
      Automaton automaton, AttributeType type, int delimiter, Lengths lengths) {
    switch (type.kind()) {
      case STRING -> {
        StringType text = (StringType) type;
        text.pattern()
            .ifPresentOrElse(
                pattern -> automaton.pattern(pattern, delimiter),
                () -> characters(automaton, text, delimiter, lengths));
      }
      case INTEGER -> number(automaton, KeyNumber.of((IntegerType) type));
      case DECIMAL -> number(automaton, KeyNumber.of((DecimalType) type));
      case BOOLEAN -> automaton.anyOf(List.of("false", "true"));
      case UUID -> uuid(automaton);
      case ULID -> ulid(automaton);
      case DATE -> date(automaton);
      case TIMESTAMP -> timestamp(automaton, ((TimestampType) type).precision());
      case FORMATTED_TIMESTAMP ->
          ((FormattedTimestampType) type).pattern().parts().forEach(part -> time(automaton, part));
      case EPOCH -> timestamp(automaton, ((EpochType) type).precision());
      case ENUM ->
          automaton.anyOf(
              ((EnumType) type)
                  .definition().constants().stream()
                      .map(EnumDefinition.Constant::storedText)
                      .toList());
      default -> throw new IllegalArgumentException("No key of type " + type.text());
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

  private static void number(Automaton automaton, KeyNumber form) {
    automaton.digits(form.first(), form.last());
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
    bucket(automaton, Unit.DAY);
  }

  /** The beginning of a time, up to a unit. */
  private static void bucket(Automaton automaton, Unit unit) {
    automaton.digits("0000", "9999");
    if (unit.compareTo(Unit.MONTH) >= 0) {
      automaton.literal("-");
      automaton.digits("01", "12");
    }
    if (unit.compareTo(Unit.DAY) >= 0) {
      automaton.literal("-");
      automaton.digits("01", "31");
    }
    if (unit.compareTo(Unit.HOUR) >= 0) {
      automaton.literal("T");
      automaton.digits("00", "23");
    }
  }

  /** Any day of any month; which days there are, the type knows. */
  private static void time(Automaton automaton, TimePattern.Part part) {
    if (part instanceof TimePattern.Digits digits) {
      switch (digits.field()) {
        case YEAR -> automaton.digits("0000", "9999");
        case MONTH -> automaton.digits("01", "12");
        case DAY -> automaton.digits("01", "31");
        case HOUR -> automaton.digits("00", "23");
        case MINUTE, SECOND -> automaton.digits("00", "59");
        case FRACTION -> automaton.digits("0".repeat(digits.width()), "9".repeat(digits.width()));
      }
    } else {
      automaton.literal(((TimePattern.Literal) part).text());
    }
  }

  private static void timestamp(Automaton automaton, Precision precision) {
    bucket(automaton, Unit.HOUR);
    automaton.literal(":");
    automaton.digits("00", "59");
    automaton.literal(":");
    automaton.digits("00", "59");
    int digits = precision.digits();
    if (digits > 0) {
      automaton.literal(".");
      automaton.digits("0".repeat(digits), "9".repeat(digits));
    }
    automaton.literal("Z");
  }
}
