package dev.keyplan.proof;

import dev.keyplan.proof.Automaton.Move;
import java.util.HashMap;
import java.util.Map;

/**
 * Has an automaton read a text of a range, in the order of code points: a state knows how many
 * characters were read, and to which of the two ends they are equal.
 */
final class TextRange {
  private final Automaton automaton;
  private final int[] low;
  private final int[] high;
  private final boolean includesHigh;
  private final int end;
  private final Map<State, Integer> states = new HashMap<>();

  private record State(int read, boolean isLow, boolean isHigh) {}

  private TextRange(Automaton automaton, KeyValues.Between range, int end) {
    this.automaton = automaton;
    this.low = range.low().codePoints().toArray();
    this.high = range.high().map(text -> text.codePoints().toArray()).orElse(new int[0]);
    this.includesHigh = range.includesHigh();
    this.end = end;
  }

  static void addTo(Automaton automaton, KeyValues.Between range) {
    int start = automaton.end();
    boolean isLow = !range.low().isEmpty();
    new TextRange(automaton, range, automaton.newEnd())
        .addMoves(start, new State(0, isLow, range.high().isPresent()));
  }

  private void addMoves(int from, State state) {
    boolean isAtHigh = state.isHigh() && state.read() == high.length;
    if (!state.isLow() && (!isAtHigh || includesHigh)) {
      automaton.add(from, Move.silent(end));
    }
    if (isAtHigh) {
      return;
    }
    int first = state.isLow() ? low[state.read()] : 0;
    int last = state.isHigh() ? high[state.read()] : Character.MAX_CODE_POINT;
    if (first > last) {
      return;
    }
    int read = state.read() + 1;
    boolean staysLow = state.isLow() && read < low.length;
    if (state.isLow() && state.isHigh() && first == last) {
      addRange(from, first, first, new State(read, staysLow, true));
      return;
    }
    addRange(
        from,
        state.isLow() ? first + 1 : first,
        state.isHigh() ? last - 1 : last,
        new State(0, false, false));
    if (state.isLow()) {
      addRange(from, first, first, new State(read, staysLow, false));
    }
    if (state.isHigh()) {
      addRange(from, last, last, new State(read, false, true));
    }
  }

  /** The characters of a range, without halves of surrogate pairs. */
  private void addRange(int from, int first, int last, State target) {
    addIfAny(from, first, Math.min(last, Character.MIN_SURROGATE - 1), target);
    addIfAny(from, Math.max(first, Character.MAX_SURROGATE + 1), last, target);
  }

  private void addIfAny(int from, int first, int last, State target) {
    if (first <= last) {
      automaton.add(from, new Move(first, last, number(target)));
    }
  }

  private int number(State state) {
    Integer known = states.get(state);
    if (known != null) {
      return known;
    }
    int number = automaton.state();
    states.put(state, number);
    addMoves(number, state);
    return number;
  }
}
