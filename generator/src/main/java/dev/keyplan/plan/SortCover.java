package dev.keyplan.plan;

import dev.keyplan.model.Comparator;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.proof.Ends;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ranges of the sort key that hold the items of several entities: nothing said, then what all begin
 * with, then from the first of their texts to the last. What the pattern restricts must be the same
 * in all of them, and so in each range.
 *
 * @param ranges the widest first; none if the entities share no such range
 */
record SortCover(List<List<KeyTerm>> ranges) {

  /**
   * @param sorts what each entity's key makes of the restrictions
   * @param isEverything whether what only tells entities apart does not count
   */
  static SortCover of(List<List<KeyTerm>> sorts, boolean isEverything) {
    boolean isFree = sorts.stream().flatMap(List::stream).noneMatch(SortCover::restricts);
    if (isFree && isEverything) {
      return new SortCover(List.of(List.of()));
    }
    boolean isShared = sorts.stream().allMatch(sort -> SharedParts.areSame(sorts.get(0), sort));
    if (isShared && !isFree) {
      return new SortCover(List.of(sorts.get(0)));
    }
    return covers(sorts);
  }

  /** Whether the caller, or the pattern, says what it is compared with. */
  private static boolean restricts(KeyTerm term) {
    return term.values().stream()
        .flatMap(value -> SharedParts.of(value).stream())
        .anyMatch(KeyValue.Rendered.class::isInstance);
  }

  private static SortCover covers(List<List<KeyTerm>> sorts) {
    int shortest = sorts.stream().mapToInt(List::size).min().orElse(0);
    int equal = 0;
    while (equal < shortest && isEqualInAll(sorts, equal)) {
      equal++;
    }
    int place = equal;
    List<KeyTerm> before = sorts.get(0).subList(0, place);
    boolean losesRestriction =
        sorts.stream().anyMatch(s -> s.stream().skip(place + 1).anyMatch(SortCover::restricts));
    if (losesRestriction) {
      return new SortCover(List.of());
    }
    List<KeyTerm> here =
        sorts.stream().filter(s -> s.size() > place).map(s -> s.get(place)).toList();
    if (here.size() < sorts.size()) {
      // One of them may have any text there.
      boolean isFree = here.stream().noneMatch(SortCover::restricts);
      return new SortCover(isFree ? List.of(before) : List.of());
    }
    List<List<KeyTerm>> ranges = new ArrayList<>();
    for (Optional<KeyTerm> term : termsFor(here)) {
      List<KeyTerm> range = new ArrayList<>(before);
      term.ifPresent(range::add);
      ranges.add(range);
    }
    return new SortCover(ranges);
  }

  private static boolean isEqualInAll(List<List<KeyTerm>> sorts, int place) {
    KeyTerm first = sorts.get(0).get(place);
    return first.comparator() == Comparator.EQUAL
        && sorts.stream().allMatch(sort -> SharedParts.areSame(first, sort.get(place)));
  }

  /** The texts of one entity, from the first to the last. */
  private record Interval(List<KeyValue.Part> low, List<KeyValue.Part> high) {}

  private static List<Optional<KeyTerm>> termsFor(List<KeyTerm> terms) {
    List<Interval> intervals = new ArrayList<>();
    for (KeyTerm term : terms) {
      Optional<Interval> interval = interval(term);
      if (interval.isEmpty()) {
        return List.of();
      }
      intervals.add(interval.get());
    }
    List<List<KeyValue.Part>> ends = new ArrayList<>();
    intervals.forEach(interval -> ends.addAll(List.of(interval.low(), interval.high())));
    int shared = SharedParts.count(ends);
    List<List<KeyValue.Part>> rests =
        ends.stream().map(end -> end.subList(shared, end.size())).toList();
    boolean isDecided =
        rests.stream().flatMap(List::stream).allMatch(KeyValue.Text.class::isInstance);
    if (!isDecided) {
      return List.of();
    }
    return terms.stream()
        .filter(term -> term.values().get(0) instanceof KeyValue.OfText)
        .findFirst()
        .map(like -> terms(like, ends.get(0).subList(0, shared), rests))
        .orElse(List.of());
  }

  private static List<Optional<KeyTerm>> terms(
      KeyTerm like, List<KeyValue.Part> shared, List<List<KeyValue.Part>> rests) {
    List<String> texts = rests.stream().map(SortCover::text).toList();
    String first = texts.stream().min(Ends.BY_BYTES).orElseThrow();
    String last = texts.stream().max(Ends.BY_BYTES).orElseThrow();
    String lead = commonLead(texts);
    List<Optional<KeyTerm>> found = new ArrayList<>();
    if (shared.isEmpty()) {
      found.add(Optional.empty());
    } else if (lead.isEmpty() && !(shared.get(shared.size() - 1) instanceof KeyValue.Text)) {
      // Without the delimiter behind a value, 1 would find 10.
      return List.of();
    }
    if (!shared.isEmpty() || !lead.isEmpty()) {
      found.add(Optional.of(term(like, Comparator.BEGINS_WITH, List.of(with(shared, lead)))));
    }
    found.add(
        Optional.of(
            term(like, Comparator.BETWEEN, List.of(with(shared, first), with(shared, last)))));
    return found;
  }

  private static Optional<Interval> interval(KeyTerm term) {
    List<KeyValue.Part> parts = SharedParts.of(term.values().get(0));
    if (term.comparator() == Comparator.EQUAL) {
      return Optional.of(new Interval(parts, parts));
    }
    return term.comparator() == Comparator.BEGINS_WITH
        ? KeyRange.successor(parts).map(end -> new Interval(parts, end))
        : Optional.empty();
  }

  private static KeyTerm term(
      KeyTerm like, Comparator comparator, List<List<KeyValue.Part>> values) {
    KeyAttribute attribute = like.attribute();
    KeyTemplate template = ((KeyValue.OfText) like.values().get(0)).template();
    return new KeyTerm(
        attribute,
        comparator,
        values.stream()
            .map(parts -> (KeyValue) new KeyValue.OfText(template, false, parts))
            .toList());
  }

  /** Text behind parts, joined with theirs. */
  private static List<KeyValue.Part> with(List<KeyValue.Part> parts, String text) {
    if (text.isEmpty()) {
      return parts;
    }
    List<KeyValue.Part> all = new ArrayList<>(parts);
    int last = all.size() - 1;
    if (last >= 0 && all.get(last) instanceof KeyValue.Text before) {
      all.set(last, new KeyValue.Text(before.value() + text));
    } else {
      all.add(new KeyValue.Text(text));
    }
    return all;
  }

  private static String text(List<KeyValue.Part> parts) {
    StringBuilder text = new StringBuilder();
    parts.forEach(part -> text.append(((KeyValue.Text) part).value()));
    return text.toString();
  }

  private static String commonLead(List<String> texts) {
    String lead = texts.get(0);
    for (String text : texts) {
      while (!text.startsWith(lead)) {
        lead = lead.substring(0, lead.offsetByCodePoints(lead.length(), -1));
      }
    }
    return lead;
  }
}
