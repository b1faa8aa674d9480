package dev.keyplan.support.text;

import dev.keyplan.support.text.CharacterSet.Range;
import dev.keyplan.support.text.PatternNode.Characters;
import dev.keyplan.support.text.PatternNode.Choice;
import dev.keyplan.support.text.PatternNode.Repeat;
import dev.keyplan.support.text.PatternNode.Sequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression for whole texts. It runs as an automaton that reads each character once: no
 * text makes it slow or overflows the stack, as is possible with {@code java.util.regex}.
 */
public final class TextPattern {
  private static final int MOST_STATES = 500;

  /**
   * From one state to another.
   *
   * @param low the first of the characters that lead there
   * @param high the last
   */
  public record Move(int low, int high, int target) {}

  private final String text;
  private final List<List<Move>> moves = new ArrayList<>();
  private final List<List<Integer>> silent = new ArrayList<>();
  private final BitSet complete = new BitSet();

  private TextPattern(String text) {
    this.text = text;
  }

  /**
   * Reads a regular expression.
   *
   * @throws PatternSyntaxException if it is none, or more than the language has
   */
  public static TextPattern of(String text) {
    TextPattern pattern = new TextPattern(text);
    int end = pattern.build(PatternParser.parse(text), pattern.state());
    pattern.readSilently(end);
    return pattern;
  }

  /** Whether a whole text is of this form. */
  public boolean matches(String value) {
    BitSet states = new BitSet();
    states.set(0);
    for (int i = 0; i < value.length() && !states.isEmpty(); ) {
      int character = value.codePointAt(i);
      BitSet next = new BitSet();
      for (int state = states.nextSetBit(0); state >= 0; state = states.nextSetBit(state + 1)) {
        for (Move move : moves.get(state)) {
          if (move.low() <= character && character <= move.high()) {
            next.set(move.target());
          }
        }
      }
      states = next;
      i += Character.charCount(character);
    }
    return states.intersects(complete);
  }

  /** Where a state leads; the first is 0. Every state leads to one in which a text is complete. */
  public List<Move> moves(int state) {
    return moves.get(state);
  }

  /** Whether a text that leads to a state is complete. */
  public boolean isComplete(int state) {
    return complete.get(state);
  }

  /** As it was written. */
  public String text() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TextPattern pattern && pattern.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  /** Adds what a part reads, from a state on; the answer is the state behind it. */
  private int build(PatternNode node, int from) {
    if (node instanceof Characters characters) {
      int to = state();
      for (Range range : characters.set().ranges()) {
        moves.get(from).add(new Move(range.low(), range.high(), to));
      }
      return to;
    }
    if (node instanceof Sequence sequence) {
      int at = from;
      for (PatternNode part : sequence.parts()) {
        at = build(part, at);
      }
      return at;
    }
    if (node instanceof Choice choice) {
      int end = state();
      for (PatternNode alternative : choice.alternatives()) {
        silent.get(build(alternative, from)).add(end);
      }
      return end;
    }
    return build((Repeat) node, from);
  }

  private int build(Repeat repeat, int from) {
    int at = from;
    for (int i = 0; i < repeat.minimum(); i++) {
      at = build(repeat.part(), at);
    }
    int end = state();
    silent.get(at).add(end);
    if (repeat.maximum() == Repeat.UNLIMITED) {
      silent.get(build(repeat.part(), end)).add(end);
      return end;
    }
    for (int i = repeat.minimum(); i < repeat.maximum(); i++) {
      at = build(repeat.part(), at);
      silent.get(at).add(end);
    }
    return end;
  }

  private int state() {
    if (moves.size() == MOST_STATES) {
      throw new PatternSyntaxException(
          "the expression has more than " + MOST_STATES + " characters, counting repetitions",
          text,
          -1);
    }
    moves.add(new ArrayList<>());
    silent.add(new ArrayList<>());
    return moves.size() - 1;
  }

  /** Gives each state what can be read in those that it leads to without reading. */
  private void readSilently(int end) {
    List<List<Move>> all = new ArrayList<>();
    for (int state = 0; state < moves.size(); state++) {
      List<Move> ofState = new ArrayList<>();
      BitSet reached = reachedSilently(state);
      reached.stream().forEach(other -> ofState.addAll(moves.get(other)));
      all.add(List.copyOf(ofState));
      if (reached.get(end)) {
        complete.set(state);
      }
    }
    moves.clear();
    moves.addAll(all);
    silent.clear();
  }

  private BitSet reachedSilently(int state) {
    BitSet reached = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(List.of(state));
    while (!open.isEmpty()) {
      int next = open.pop();
      if (!reached.get(next)) {
        reached.set(next);
        open.addAll(silent.get(next));
      }
    }
    return reached;
  }
}
