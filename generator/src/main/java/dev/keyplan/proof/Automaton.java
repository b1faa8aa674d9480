package dev.keyplan.proof;

import dev.keyplan.support.text.TextPattern;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A finite automaton over code points, not deterministic, made of pieces in a row. The pieces are
 * what a filling is made of, so that a text can be taken apart again into values.
 */
final class Automaton {
  /** The number of states of which one kind of loop is unrolled; longer texts are not counted. */
  static final int COUNTED = 40;

  private static final int SILENT = -1;

  /**
   * A move from one state to another.
   *
   * @param low the first of the characters, or {@link #SILENT}
   * @param high the last of the characters
   */
  record Move(int low, int high, int target) {
    static Move silent(int target) {
      return new Move(SILENT, SILENT, target);
    }

    boolean isSilent() {
      return low == SILENT;
    }
  }

  private final List<List<Move>> moves = new ArrayList<>();
  private final List<Integer> pieces = new ArrayList<>();
  private final List<Integer> entries = new ArrayList<>();
  private final List<Integer> exits = new ArrayList<>();
  private int piece;
  private int last;

  Automaton() {
    last = state();
    entries.add(last);
  }

  /** The state in which a piece begins. */
  int entry(int ofPiece) {
    return entries.get(ofPiece);
  }

  /** The state in which a piece is complete. */
  int exit(int ofPiece) {
    return ofPiece < exits.size() ? exits.get(ofPiece) : last;
  }

  /** The state in which a text is complete. */
  int end() {
    return last;
  }

  List<Move> moves(int state) {
    return moves.get(state);
  }

  /** The piece that a character read in a state belongs to. */
  int piece(int state) {
    return pieces.get(state);
  }

  /** What follows belongs to the next piece. */
  void nextPiece() {
    piece++;
    exits.add(last);
    int first = state();
    entries.add(first);
    moves.get(last).add(Move.silent(first));
    last = first;
  }

  void literal(String text) {
    text.codePoints().forEach(character -> one(character, character));
  }

  /** One character of a range. */
  void one(int low, int high) {
    last = step(last, low, high);
  }

  /** One of several texts. */
  void anyOf(List<String> texts) {
    int start = last;
    int end = state();
    for (String text : texts) {
      last = start;
      literal(text);
      moves.get(last).add(Move.silent(end));
    }
    last = end;
  }

  /** So many characters, none of them a given one; a negative maximum is no maximum. */
  void characters(int minimum, int maximum, int excluded) {
    int counted = Math.min(minimum, COUNTED);
    for (int i = 0; i < counted; i++) {
      last = anyBut(last, excluded);
    }
    if (maximum < 0 || maximum > COUNTED) {
      loop(last, excluded);
      return;
    }
    int end = state();
    for (int i = counted; i < maximum; i++) {
      moves.get(last).add(Move.silent(end));
      last = anyBut(last, excluded);
    }
    moves.get(last).add(Move.silent(end));
    last = end;
  }

  /** A text of a form, of one character at least, without a given one. */
  void pattern(TextPattern pattern, int excluded) {
    int start = last;
    int end = state();
    Map<Integer, Integer> states = new LinkedHashMap<>(Map.of(0, start));
    Deque<Integer> open = new ArrayDeque<>(List.of(0));
    while (!open.isEmpty()) {
      int from = open.remove();
      for (TextPattern.Move move : pattern.moves(from)) {
        if (!states.containsKey(move.target())) {
          states.put(move.target(), state());
          open.add(move.target());
        }
        addBut(states.get(from), move.low(), move.high(), excluded, states.get(move.target()));
      }
      if (from != 0 && pattern.isComplete(from)) {
        moves.get(states.get(from)).add(Move.silent(end));
      }
    }
    last = end;
  }

  /** The decimal digits of the numbers of a range, all of one width. */
  void digits(String minimum, String maximum) {
    int end = state();
    // One state for each combination of: still equal to the minimum, still equal to the maximum.
    int[] states = new int[4];
    int start = last;
    states[3] = start;
    for (int position = 0; position < maximum.length(); position++) {
      boolean isLast = position == maximum.length() - 1;
      int[] next = {state(), state(), state(), state()};
      for (int bounds = 0; bounds < 4; bounds++) {
        boolean isReachable = position > 0 || bounds == 3;
        if (isReachable) {
          digit(
              states[bounds],
              bounds,
              minimum.charAt(position),
              maximum.charAt(position),
              isLast ? new int[] {end, end, end, end} : next);
        }
      }
      states = next;
    }
    last = end;
  }

  private void digit(int from, int bounds, char minimum, char maximum, int[] next) {
    int low = (bounds & 1) != 0 ? minimum : '0';
    int high = (bounds & 2) != 0 ? maximum : '9';
    for (int digit = low; digit <= high; digit++) {
      int stillLow = (bounds & 1) != 0 && digit == minimum ? 1 : 0;
      int stillHigh = (bounds & 2) != 0 && digit == maximum ? 2 : 0;
      moves.get(from).add(new Move(digit, digit, next[stillLow | stillHigh]));
    }
  }

  /** A text of any characters, of which those up to U+0002 stand behind one, and then U+0001. */
  void escaped() {
    int loop = state();
    escapedCharacter(last, loop);
    escapedCharacter(loop, loop);
    last = step(loop, 1, 1);
  }

  private void escapedCharacter(int from, int to) {
    moves.get(from).add(new Move(3, Character.MIN_SURROGATE - 1, to));
    moves.get(from).add(new Move(Character.MAX_SURROGATE + 1, Character.MAX_CODE_POINT, to));
    int escaped = step(from, 2, 2);
    moves.get(escaped).add(new Move(0, 2, to));
  }

  /** Turns each digit {@code d} that is read from a state on into {@code 9 - d}. */
  void reverseDigits(int from) {
    for (int state = from; state < moves.size(); state++) {
      moves.get(state).replaceAll(Automaton::reversed);
    }
  }

  private static Move reversed(Move move) {
    boolean isDigit = '0' <= move.low() && move.high() <= '9';
    return isDigit
        ? new Move('0' + '9' - move.high(), '0' + '9' - move.low(), move.target())
        : move;
  }

  private int anyBut(int from, int excluded) {
    int target = state();
    addAllBut(from, excluded, target);
    return target;
  }

  private void loop(int at, int excluded) {
    addAllBut(at, excluded, at);
  }

  private void addAllBut(int from, int excluded, int target) {
    // Half of a surrogate pair is no character: it cannot be written in UTF-8.
    addBut(from, 0, Character.MIN_SURROGATE - 1, excluded, target);
    addBut(from, Character.MAX_SURROGATE + 1, Character.MAX_CODE_POINT, excluded, target);
  }

  private void addBut(int from, int low, int high, int excluded, int target) {
    if (excluded < low || excluded > high) {
      moves.get(from).add(new Move(low, high, target));
      return;
    }
    // The letters lie behind most delimiters, and the first move found makes the example.
    if (excluded < high) {
      moves.get(from).add(new Move(excluded + 1, high, target));
    }
    if (low < excluded) {
      moves.get(from).add(new Move(low, excluded - 1, target));
    }
  }

  private int step(int from, int low, int high) {
    int target = state();
    moves.get(from).add(new Move(low, high, target));
    return target;
  }

  /** Adds a move of any kind. */
  void add(int from, Move move) {
    moves.get(from).add(move);
  }

  /** Makes a new state the one in which a text is complete. */
  int newEnd() {
    last = state();
    return last;
  }

  int state() {
    moves.add(new ArrayList<>());
    pieces.add(piece);
    return moves.size() - 1;
  }
}
