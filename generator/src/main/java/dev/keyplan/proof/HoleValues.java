package dev.keyplan.proof;

import dev.keyplan.proof.Automaton.Move;
import dev.keyplan.proof.Product.Edge;
import dev.keyplan.proof.Product.Pair;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All values that one hole of the left language has in the texts that both languages have in
 * common: the part of their product that reads the hole.
 */
final class HoleValues {
  private final Product product;
  private final Map<Pair, List<Edge>> edges = new HashMap<>();
  private final Map<Pair, List<Pair>> sources = new HashMap<>();

  private HoleValues(Product product) {
    this.product = product;
  }

  static KeyLanguage of(KeyLanguage left, KeyLanguage right, int piece) {
    HoleValues values = new HoleValues(new Product(left, right));
    values.explore();
    return values.part(piece);
  }

  private void explore() {
    Deque<Pair> open = new ArrayDeque<>();
    open.add(product.start());
    edges.put(product.start(), product.edges(product.start()));
    while (!open.isEmpty()) {
      Pair pair = open.remove();
      for (Edge edge : edges.get(pair)) {
        sources.computeIfAbsent(edge.target(), target -> new ArrayList<>()).add(pair);
        if (!edges.containsKey(edge.target())) {
          edges.put(edge.target(), product.edges(edge.target()));
          open.add(edge.target());
        }
      }
    }
  }

  /** The pairs from which the end can be reached. */
  private Set<Pair> useful() {
    Set<Pair> useful = new LinkedHashSet<>();
    Deque<Pair> open = new ArrayDeque<>();
    if (edges.containsKey(product.end())) {
      useful.add(product.end());
      open.add(product.end());
    }
    while (!open.isEmpty()) {
      for (Pair source : sources.getOrDefault(open.remove(), List.of())) {
        if (useful.add(source)) {
          open.add(source);
        }
      }
    }
    return useful;
  }

  private KeyLanguage part(int piece) {
    Automaton left = product.left().automaton();
    Automaton values = new Automaton();
    int start = values.end();
    Map<Pair, Integer> states = new LinkedHashMap<>();
    Set<Pair> useful = useful();
    useful.stream()
        .filter(pair -> left.piece(pair.left()) == piece)
        .forEach(pair -> states.put(pair, values.state()));
    int end = values.newEnd();
    states.forEach(
        (pair, state) -> {
          if (pair.left() == left.entry(piece)) {
            values.add(start, Move.silent(state));
          }
          if (pair.left() == left.exit(piece)) {
            values.add(state, Move.silent(end));
          }
          for (Edge edge : edges.get(pair)) {
            Integer target = states.get(edge.target());
            if (target != null) {
              values.add(state, new Move(edge.move().low(), edge.move().high(), target));
            }
          }
        });
    return new KeyLanguage(values, List.of(Optional.empty()));
  }
}
