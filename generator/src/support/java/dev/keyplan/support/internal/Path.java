package dev.keyplan.support.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where something is in an item: the name of an attribute, and the steps that lead on from it. */
record Path(List<Step> steps) {
  Path {
    steps = List.copyOf(steps);
  }

  /** A step into a value. */
  sealed interface Step {
    /** As messages have it, without what an application gives. */
    String text();
  }

  /** A step by a name, which needs a placeholder. */
  sealed interface Named extends Step {
    String name();
  }

  /** An attribute of the item, or of a struct. */
  record Member(String name) implements Named {
    @Override
    public String text() {
      return "." + name;
    }
  }

  /** An entry of a map. */
  record Entry(String name) implements Named {
    @Override
    public String text() {
      return "[key]";
    }
  }

  /** An element of a list. */
  record Element(int index) implements Step {
    @Override
    public String text() {
      return "[" + index + "]";
    }
  }

  /** A whole attribute. */
  static Path of(String attribute) {
    return new Path(List.of(new Member(attribute)));
  }

  Path with(Step step) {
    List<Step> more = new ArrayList<>(steps);
    more.add(step);
    return new Path(more);
  }

  boolean isWhole() {
    return steps.size() == 1;
  }

  Step last() {
    return steps.get(steps.size() - 1);
  }

  /** What it is inside of, unless that is the item. */
  Optional<Path> parent() {
    return isWhole() ? Optional.empty() : Optional.of(new Path(steps.subList(0, steps.size() - 1)));
  }

  /** Whether one of the two is inside of the other, or is the same. */
  boolean overlaps(Path other) {
    int common = Math.min(steps.size(), other.steps.size());
    return steps.subList(0, common).equals(other.steps.subList(0, common));
  }

  /** The names in it, all of which need placeholders. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (Step step : steps) {
      if (step instanceof Named named) {
        names.add(named.name());
      }
    }
    return names;
  }

  /** As messages have it. */
  String text() {
    StringBuilder text = new StringBuilder();
    steps.forEach(step -> text.append(step.text()));
    return text.substring(1);
  }
}
