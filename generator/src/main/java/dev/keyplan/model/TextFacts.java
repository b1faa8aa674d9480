package dev.keyplan.model;

import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.support.text.TextPattern;
import dev.keyplan.support.text.TextPattern.Move;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is known of the texts of a type. All but the lengths follows from the pattern alone, which
 * generated code checks in keys, too; without a pattern it is not known.
 */
public final class TextFacts {
  private static final int MOST_BYTES = 4;

  private final StringType type;
  private final Optional<TextPattern> pattern;

  private TextFacts(StringType type) {
    this.type = type;
    this.pattern = type.pattern();
  }

  static TextFacts of(StringType type) {
    return new TextFacts(type);
  }

  /** The least length in code points that the model declares and the pattern allows. */
  public int shortest() {
    return Math.max(type.minimumLength(), pattern.map(TextFacts::shortest).orElse(0));
  }

  /** The greatest length in code points; empty if only DynamoDB's limits apply. */
  public OptionalInt longest() {
    OptionalInt declared = type.maximumLength();
    OptionalInt allowed = pattern.map(TextFacts::longest).orElse(OptionalInt.empty());
    if (declared.isEmpty() || allowed.isEmpty()) {
      return declared.isEmpty() ? allowed : declared;
    }
    return OptionalInt.of(Math.min(declared.getAsInt(), allowed.getAsInt()));
  }

  /** The most bytes that a character of a text has in UTF-8. */
  public int bytesOfCharacter() {
    return pattern.map(TextFacts::bytesOfCharacter).orElse(MOST_BYTES);
  }

  /** Whether a text may contain a character. */
  public boolean mayContain(int character) {
    return mayHold(move -> move.low() <= character && character <= move.high());
  }

  /** Whether a text may contain a character that sorts below another, or is it. */
  public boolean mayContainUpTo(int character) {
    return mayHold(move -> move.low() <= character);
  }

  /** Whether no text begins with another: then it is known where each ends, whatever follows. */
  public boolean isPrefixFree() {
    return pattern.isPresent() && isPrefixFree(pattern.get());
  }

  private boolean mayHold(Predicate<Move> character) {
    return pattern.isEmpty() || moves(pattern.get()).stream().anyMatch(character);
  }

  private static Set<Integer> states(TextPattern pattern) {
    Set<Integer> states = new LinkedHashSet<>(List.of(0));
    Deque<Integer> open = new ArrayDeque<>(states);
    while (!open.isEmpty()) {
      for (Move move : pattern.moves(open.pop())) {
        if (states.add(move.target())) {
          open.push(move.target());
        }
      }
    }
    return states;
  }

  private static List<Move> moves(TextPattern pattern) {
    return states(pattern).stream().flatMap(state -> pattern.moves(state).stream()).toList();
  }

  private static int bytesOfCharacter(TextPattern pattern) {
    int highest = moves(pattern).stream().mapToInt(Move::high).max().orElse(0);
    return highest < 0x80 ? 1 : highest < 0x800 ? 2 : highest < 0x10000 ? 3 : MOST_BYTES;
  }

  /** All states that are as many characters away from the first, again and again. */
  private static int shortest(TextPattern pattern) {
    Set<Integer> states = Set.of(0);
    int length = 0;
    while (states.stream().noneMatch(pattern::isComplete)) {
      states = after(states, pattern);
      length++;
    }
    return length;
  }

  private static OptionalInt longest(TextPattern pattern) {
    int most = states(pattern).size();
    Set<Integer> states = Set.of(0);
    int longest = 0;
    for (int length = 0; !states.isEmpty(); length++) {
      if (length == most) {
        // Longer than there are states: one of them was passed twice, and can be passed again.
        return OptionalInt.empty();
      }
      longest = length;
      states = after(states, pattern);
    }
    return OptionalInt.of(longest);
  }

  private static Set<Integer> after(Set<Integer> states, TextPattern pattern) {
    Set<Integer> next = new LinkedHashSet<>();
    for (int state : states) {
      pattern.moves(state).forEach(move -> next.add(move.target()));
    }
    return next;
  }

  private record Pair(int left, int right) {}

  /** Two readings of one text: if one is complete, the other cannot go on. */
  private static boolean isPrefixFree(TextPattern pattern) {
    Set<Pair> seen = new LinkedHashSet<>();
    Deque<Pair> open = new ArrayDeque<>(List.of(new Pair(0, 0)));
    while (!open.isEmpty()) {
      Pair pair = open.pop();
      if (seen.add(pair)) {
        if (pattern.isComplete(pair.left()) && !pattern.moves(pair.right()).isEmpty()) {
          return false;
        }
        for (Move left : pattern.moves(pair.left())) {
          for (Move right : pattern.moves(pair.right())) {
            if (left.low() <= right.high() && right.low() <= left.high()) {
              open.push(new Pair(left.target(), right.target()));
            }
          }
        }
      }
    }
    return true;
  }
}
