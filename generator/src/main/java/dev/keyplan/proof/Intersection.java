package dev.keyplan.proof;

import dev.keyplan.proof.Automaton.Move;
import dev.keyplan.proof.Product.Edge;
import dev.keyplan.proof.Product.Pair;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds a short text that two key languages have in common. */
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

  /**
   * What stands in a hole.
   *
   * @param piece the piece of the automaton
   */
  record HoleValue(HolePlace place, int piece, String text) {
    /** The attribute's value, as far as the hole holds it. */
    String value() {
      return place.value(text);
    }
  }

  /** How a pair of states was reached. */
  private record Step(Pair from, Edge edge) {}

  private final Product product;
  private final Map<Pair, Step> reached = new HashMap<>();
  private final Deque<Pair> open = new ArrayDeque<>();

  private Intersection(Product product) {
    this.product = product;
  }

  static Optional<Witness> of(KeyLanguage left, KeyLanguage right) {
    return new Intersection(new Product(left, right)).search();
  }

  private Optional<Witness> search() {
    Pair start = product.start();
    Pair end = product.end();
    open.add(start);
    reached.put(start, new Step(start, new Edge(Move.silent(0), start)));
    while (!open.isEmpty()) {
      Pair pair = open.remove();
      if (pair.equals(end)) {
        return Optional.of(witness());
      }
      for (Edge edge : product.edges(pair)) {
        if (reached.putIfAbsent(edge.target(), new Step(pair, edge)) == null) {
          follow(edge);
        }
      }
    }
    return Optional.empty();
  }

  /** What reads nothing goes first, so that the text stays short. */
  private void follow(Edge edge) {
    if (edge.move().isSilent()) {
      open.addFirst(edge.target());
    } else {
      open.addLast(edge.target());
    }
  }

  private Witness witness() {
    List<Step> steps = new ArrayList<>();
    for (Pair at = product.end(); !at.equals(product.start()); at = reached.get(at).from()) {
      steps.add(reached.get(at));
    }
    Collections.reverse(steps);
    StringBuilder text = new StringBuilder();
    List<StringBuilder> ours = emptyPieces(product.left());
    List<StringBuilder> theirs = emptyPieces(product.right());
    for (Step step : steps) {
      Move move = step.edge().move();
      if (!move.isSilent()) {
        int character = readable(move);
        text.appendCodePoint(character);
        ours.get(product.left().automaton().piece(step.from().left())).appendCodePoint(character);
        theirs
            .get(product.right().automaton().piece(step.from().right()))
            .appendCodePoint(character);
      }
    }
    return new Witness(
        text.toString(), values(product.left(), ours), values(product.right(), theirs));
  }

  private static int readable(Move move) {
    for (int character : READABLE) {
      if (move.low() <= character && character <= move.high()) {
        return character;
      }
    }
    return move.low();
  }

  private static List<StringBuilder> emptyPieces(KeyLanguage language) {
    List<StringBuilder> pieces = new ArrayList<>();
    language.holes().forEach(hole -> pieces.add(new StringBuilder()));
    return pieces;
  }

  private static List<HoleValue> values(KeyLanguage language, List<StringBuilder> pieces) {
    List<HoleValue> values = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      int piece = i;
      String text = pieces.get(i).toString();
      language.holes().get(i).ifPresent(place -> values.add(new HoleValue(place, piece, text)));
    }
    return values;
  }
}
