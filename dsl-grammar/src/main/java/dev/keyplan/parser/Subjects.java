package dev.keyplan.parser;

import dev.keyplan.source.Span;
import dev.keyplan.syntax.Declaration;
import dev.keyplan.syntax.Members;
import dev.keyplan.syntax.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Finds what a place in a file is about: a declaration, a member of one, or a clause. */
final class Subjects {
  /** A node and what it stands in. */
  private record Place(Node node, Optional<Place> around) {
    boolean contains(int offset) {
      return node.span().start() <= offset && offset < node.span().end();
    }
  }

  /** By their beginnings; of several that begin together, the inner ones last. */
  private final NavigableMap<Integer, List<Place>> byStart = new TreeMap<>();

  Subjects(List<Declaration> declarations) {
    List<Node> nodes = new ArrayList<>(declarations);
    nodes.addAll(Members.withClauses(declarations));
    nodes.sort(
        Comparator.comparing((Node node) -> node.span().start())
            .thenComparing(node -> -node.span().end()));
    Deque<Place> open = new ArrayDeque<>();
    for (Node node : nodes) {
      while (!open.isEmpty() && !open.peek().contains(node.span().start())) {
        open.pop();
      }
      Place place = new Place(node, Optional.ofNullable(open.peek()));
      open.push(place);
      byStart.computeIfAbsent(node.span().start(), start -> new ArrayList<>()).add(place);
    }
  }

  /** The outermost that begins in a span. */
  Optional<Node> beginningIn(Span span) {
    return Optional.ofNullable(byStart.ceilingEntry(span.start()))
        .filter(entry -> entry.getKey() < span.end())
        .map(entry -> entry.getValue().get(0).node());
  }

  /** The innermost that an offset is in. */
  Optional<Node> around(int offset) {
    Map.Entry<Integer, List<Place>> before = byStart.floorEntry(offset);
    if (before == null) {
      return Optional.empty();
    }
    List<Place> places = before.getValue();
    Optional<Place> place = Optional.of(places.get(places.size() - 1));
    while (place.isPresent() && !place.get().contains(offset)) {
      place = place.get().around();
    }
    return place.map(Place::node);
  }
}
