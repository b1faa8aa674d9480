package dev.keyplan.proof;

import dev.keyplan.proof.Automaton.Move;
import java.util.ArrayList;
import java.util.List;

/** Two key languages read side by side. */
record Product(KeyLanguage left, KeyLanguage right) {
  /** A state of each. */
  record Pair(int left, int right) {}

  /**
   * A step of one language that reads nothing, or one of both that reads the same.
   *
   * @param move the characters; its target means nothing here
   */
  record Edge(Move move, Pair target) {}

  Pair start() {
    return new Pair(0, 0);
  }

  Pair end() {
    return new Pair(left.automaton().end(), right.automaton().end());
  }

  /** Where a pair of states leads: what reads nothing first. */
  List<Edge> edges(Pair pair) {
    List<Edge> edges = new ArrayList<>();
    List<Move> ours = left.automaton().moves(pair.left());
    List<Move> theirs = right.automaton().moves(pair.right());
    for (Move move : ours) {
      if (move.isSilent()) {
        edges.add(new Edge(move, new Pair(move.target(), pair.right())));
      }
    }
    for (Move move : theirs) {
      if (move.isSilent()) {
        edges.add(new Edge(move, new Pair(pair.left(), move.target())));
      }
    }
    for (Move our : ours) {
      for (Move their : theirs) {
        int low = Math.max(our.low(), their.low());
        int high = Math.min(our.high(), their.high());
        if (!our.isSilent() && !their.isSilent() && low <= high) {
          Pair target = new Pair(our.target(), their.target());
          edges.add(new Edge(new Move(low, high, 0), target));
        }
      }
    }
    return edges;
  }
}
