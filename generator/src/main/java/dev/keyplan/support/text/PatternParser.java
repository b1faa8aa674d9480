package dev.keyplan.support.text;

import dev.keyplan.support.text.CharacterSet.Range;
import dev.keyplan.support.text.PatternNode.Characters;
import dev.keyplan.support.text.PatternNode.Choice;
import dev.keyplan.support.text.PatternNode.Repeat;
import dev.keyplan.support.text.PatternNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * Reads regular expressions as {@code java.util.regex} writes them, as far as they are regular:
 * literals, {@code .}, classes, groups, {@code |} and the repetitions {@code ? * + {n} {n,} {n,m}}.
 * What means something else there, or nothing, is refused.
 */
final class PatternParser {
  private static final int DEEPEST = 50;
  private static final int MOST_REPETITIONS = 1000;
  private static final int END = -1;

  /** Characters that mean something, and are written with a backslash where they are meant. */
  private static final String SPECIAL = "\\[](){}.*+?^$|-&~#/:;,!%@_\"'<>=` ";

  private static final CharacterSet LINE_ENDS =
      CharacterSet.of(
          List.of(
              new Range('\n', '\n'),
              new Range('\r', '\r'),
              new Range(0x85, 0x85),
              new Range(0x2028, 0x2029)));
  private static final CharacterSet DIGITS = CharacterSet.of('0', '9');
  private static final CharacterSet WORD =
      CharacterSet.of(
          List.of(
              new Range('a', 'z'), new Range('A', 'Z'), new Range('0', '9'), new Range('_', '_')));
  private static final CharacterSet SPACE =
      CharacterSet.of(List.of(new Range('\t', '\r'), new Range(' ', ' ')));

  private final String text;
  private int next;
  private int depth;

  private PatternParser(String text) {
    this.text = text;
  }

  static PatternNode parse(String text) {
    PatternParser parser = new PatternParser(text);
    PatternNode node = parser.choice();
    if (parser.peek() == ')') {
      throw parser.problem("there is no `(` before this `)`");
    }
    return node;
  }

  private PatternNode choice() {
    List<PatternNode> alternatives = new ArrayList<>();
    alternatives.add(sequence());
    while (peek() == '|') {
      read();
      alternatives.add(sequence());
    }
    return alternatives.size() == 1 ? alternatives.get(0) : new Choice(alternatives);
  }

  private PatternNode sequence() {
    List<PatternNode> parts = new ArrayList<>();
    while (peek() != END && peek() != '|' && peek() != ')') {
      parts.add(repeated());
    }
    return parts.size() == 1 ? parts.get(0) : new Sequence(parts);
  }

  private PatternNode repeated() {
    PatternNode part = single();
    if (!isRepetition(peek())) {
      return part;
    }
    PatternNode repeat =
        switch (read()) {
          case '?' -> new Repeat(part, 0, 1);
          case '*' -> new Repeat(part, 0, Repeat.UNLIMITED);
          case '+' -> new Repeat(part, 1, Repeat.UNLIMITED);
          default -> counted(part);
        };
    if (isRepetition(peek())) {
      throw problem("a repetition is not repeated: put it in parentheses");
    }
    return repeat;
  }

  private static boolean isRepetition(int character) {
    return character == '?' || character == '*' || character == '+' || character == '{';
  }

  /** {@code {n}}, {@code {n,}} or {@code {n,m}}, behind the brace. */
  private PatternNode counted(PatternNode part) {
    int minimum = number();
    int maximum = minimum;
    if (peek() == ',') {
      read();
      maximum = peek() == '}' ? Repeat.UNLIMITED : number();
    }
    expect('}', "braces hold numbers: `{3}`, `{3,}` or `{3,5}`");
    if (maximum != Repeat.UNLIMITED && maximum < minimum) {
      throw problemBefore("the lower number comes first");
    }
    return new Repeat(part, minimum, maximum);
  }

  private int number() {
    int start = next;
    int value = 0;
    while (peek() >= '0' && peek() <= '9') {
      value = value * 10 + (read() - '0');
      if (value > MOST_REPETITIONS) {
        throw problemBefore("nothing is repeated more than " + MOST_REPETITIONS + " times");
      }
    }
    if (next == start) {
      throw problem("braces hold numbers: `{3}`, `{3,}` or `{3,5}`");
    }
    return value;
  }

  private PatternNode single() {
    int character = read();
    return switch (character) {
      case '(' -> group();
      case '[' -> new Characters(characterClass());
      case '.' -> new Characters(LINE_ENDS.complement());
      case '\\' -> new Characters(escaped());
      case '^', '$' ->
          throw problemBefore("`^` and `$` say nothing: it is always the whole text that matches");
      case '?', '*', '+', '{' -> throw problemBefore("there is nothing before it to repeat");
      default -> new Characters(CharacterSet.of(character, character));
    };
  }

  private PatternNode group() {
    if (peek() == '?') {
      read();
      if (peek() != ':') {
        throw problemBefore("groups only group: there is no `(?` but `(?:`");
      }
      read();
    }
    if (++depth > DEEPEST) {
      throw problemBefore("parentheses nest more than " + DEEPEST + " deep");
    }
    PatternNode inner = choice();
    expect(')', "a `(` is not closed");
    depth--;
    return inner;
  }

  private CharacterSet characterClass() {
    boolean isNegated = peek() == '^';
    if (isNegated) {
      read();
    }
    List<Range> ranges = new ArrayList<>();
    while (peek() != ']' || ranges.isEmpty()) {
      if (peek() == END) {
        throw problem("a `[` is not closed");
      }
      ranges.addAll(classPart());
    }
    read();
    CharacterSet set = CharacterSet.of(ranges);
    CharacterSet result = isNegated ? set.complement() : set;
    if (result.isEmpty()) {
      throw problemBefore("no character is in this class");
    }
    return result;
  }

  private List<Range> classPart() {
    CharacterSet first = classCharacter();
    boolean isRange = peek() == '-' && next + 1 < text.length() && text.charAt(next + 1) != ']';
    if (!isRange) {
      return first.ranges();
    }
    read();
    CharacterSet last = classCharacter();
    if (!isOne(first) || !isOne(last)) {
      throw problemBefore("a range goes from one character to another");
    }
    int low = first.ranges().get(0).low();
    int high = last.ranges().get(0).low();
    if (low > high) {
      throw problemBefore("the range is the wrong way round");
    }
    return List.of(new Range(low, high));
  }

  private static boolean isOne(CharacterSet set) {
    return set.ranges().size() == 1 && set.ranges().get(0).low() == set.ranges().get(0).high();
  }

  private CharacterSet classCharacter() {
    int character = read();
    return switch (character) {
      case '\\' -> escaped();
      case '[' -> throw problemBefore("classes do not nest: write `\\[` for the bracket");
      case ']' -> throw problemBefore("a class is not empty: write `\\]` for the bracket");
      case '&' -> {
        if (peek() == '&') {
          throw problemBefore("classes are not intersected: write `\\&` for the character");
        }
        yield CharacterSet.of(character, character);
      }
      default -> CharacterSet.of(character, character);
    };
  }

  private CharacterSet escaped() {
    int character = read();
    return switch (character) {
      case 'd' -> DIGITS;
      case 'D' -> DIGITS.complement();
      case 'w' -> WORD;
      case 'W' -> WORD.complement();
      case 's' -> SPACE;
      case 'S' -> SPACE.complement();
      case 't' -> CharacterSet.of('\t', '\t');
      case 'n' -> CharacterSet.of('\n', '\n');
      case 'r' -> CharacterSet.of('\r', '\r');
      case END -> throw problem("a backslash stands before a character");
      default -> {
        if (SPECIAL.indexOf(character) < 0) {
          throw problemBefore(
              "there is no `\\"
                  + Character.toString(character)
                  + "`, but `\\d \\w \\s \\t \\n \\r`");
        }
        yield CharacterSet.of(character, character);
      }
    };
  }

  private void expect(int character, String otherwise) {
    if (peek() != character) {
      throw problem(otherwise);
    }
    read();
  }

  private int peek() {
    return next < text.length() ? text.codePointAt(next) : END;
  }

  private int read() {
    int character = peek();
    if (character != END) {
      if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
        throw problem("half of a surrogate pair is no character");
      }
      next += Character.charCount(character);
    }
    return character;
  }

  /** What is wrong with the next character. */
  private PatternSyntaxException problem(String description) {
    return new PatternSyntaxException(description, text, next);
  }

  /** What is wrong with the last character. */
  private PatternSyntaxException problemBefore(String description) {
    return new PatternSyntaxException(description, text, text.offsetByCodePoints(next, -1));
  }
}
