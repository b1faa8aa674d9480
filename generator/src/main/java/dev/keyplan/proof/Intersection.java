package dev.keyplan.proof;

import dev.keyplan.model.Attribute;
import dev.keyplan.proof.Automaton.Move;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds a text that two key languages have in common: the search goes through both at once. */
final class Intersection {
  /** Characters that people like to read, the best first. */
  private static final int[] READABLE = {'x', 'a', '1', '0'};

  /**
   * A common text, taken apart.
   *
   * @param left the values of the holes of one language, in order, an attribute perhaps twice
   * @param right those of the other
   */
  record Witness(String text, List<HoleValue> left, List<HoleValue> right) {}

  /** What stands in a hole. */
  record HoleValue(Attribute attribute, String text) {}

  private record Pair(int left, int right) {}

  /** How a pair of states was reached; a silent step reads nothing. */
  private record Step(Pair from, int character) {}

  private static final int NOTHING = -1;

  private final KeyLanguage left;
  private final KeyLanguage right;
  private final Map<Pair, Step> reached = new HashMap<>();
  private final Deque<Pair> open = new ArrayDeque<>();

  private Intersection(KeyLanguage left, KeyLanguage right) {
    this.left = left;
    this.right = right;
  }

  static Optional<Witness> of(KeyLanguage left, KeyLanguage right) {
    return new Intersection(left, right).search();
  }

  private Optional<Witness> search() {
    Pair start = new Pair(0, 0);
    Pair end = new Pair(left.automaton().end(), right.automaton().end());
    reach(start, new Step(start, NOTHING), true);
    while (!open.isEmpty()) {
      Pair pair = open.remove();
      if (pair.equals(end)) {
        return Optional.of(witness(start, end));
      }
      expand(pair);
    }
    return Optional.empty();
  }

  private void expand(Pair pair) {
    for (Move ours : left.automaton().moves(pair.left())) {
      if (ours.isSilent()) {
        reach(new Pair(ours.target(), pair.right()), new Step(pair, NOTHING), true);
      }
    }
    for (Move theirs : right.automaton().moves(pair.right())) {
      if (theirs.isSilent()) {
        reach(new Pair(pair.left(), theirs.target()), new Step(pair, NOTHING), true);
      }
    }
    for (Move ours : left.automaton().moves(pair.left())) {
      for (Move theirs : right.automaton().moves(pair.right())) {
        int low = Math.max(ours.low(), theirs.low());
        int high = Math.min(ours.high(), theirs.high());
        if (!ours.isSilent() && !theirs.isSilent() && low <= high) {
          Step step = new Step(pair, readable(low, high));
          reach(new Pair(ours.target(), theirs.target()), step, false);
        }
      }
    }
  }

  /** Silent steps go first, so that the shortest text is found. */
  private void reach(Pair pair, Step step, boolean isSilent) {
    if (reached.putIfAbsent(pair, step) == null) {
      if (isSilent) {
        open.addFirst(pair);
      } else {
        open.addLast(pair);
      }
    }
  }

  private static int readable(int low, int high) {
    for (int character : READABLE) {
      if (low <= character && character <= high) {
        return character;
      }
    }
    return low;
  }

  private Witness witness(Pair start, Pair end) {
    List<Step> steps = new ArrayList<>();
    for (Pair at = end; !at.equals(start); at = reached.get(at).from()) {
      steps.add(reached.get(at));
    }
    Collections.reverse(steps);
    StringBuilder text = new StringBuilder();
    List<StringBuilder> ours = emptyPieces(left);
    List<StringBuilder> theirs = emptyPieces(right);
    for (Step step : steps) {
      if (step.character() != NOTHING) {
        text.appendCodePoint(step.character());
        ours.get(left.automaton().piece(step.from().left())).appendCodePoint(step.character());
        theirs.get(right.automaton().piece(step.from().right())).appendCodePoint(step.character());
      }
    }
    return new Witness(text.toString(), values(left, ours), values(right, theirs));
  }

  private static List<StringBuilder> emptyPieces(KeyLanguage language) {
    List<StringBuilder> pieces = new ArrayList<>();
    language.holes().forEach(hole -> pieces.add(new StringBuilder()));
    return pieces;
  }

  private static List<HoleValue> values(KeyLanguage language, List<StringBuilder> pieces) {
    List<HoleValue> values = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      String text = pieces.get(i).toString();
      language.holes().get(i).ifPresent(attribute -> values.add(new HoleValue(attribute, text)));
    }
    return values;
  }
}
