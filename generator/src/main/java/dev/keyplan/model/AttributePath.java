package dev.keyplan.model;

import java.util.List;
import java.util.Optional;

/**
 * Where a value is in an item: an attribute, or something inside of one.
 *
 * @param attribute the attribute of the entity
 * @param steps that lead on from there; none for the whole attribute
 */
public record AttributePath(Attribute attribute, List<Step> steps) {
  public AttributePath {
    steps = List.copyOf(steps);
  }

  /** A whole attribute. */
  public static AttributePath of(Attribute attribute) {
    return new AttributePath(attribute, List.of());
  }

  public boolean isWhole() {
    return steps.isEmpty();
  }

  /** What is there: its type, and what messages call it. */
  public Attribute target() {
    return last().map(Step::target).orElse(attribute);
  }

  /** The last step, if it leads inside of the attribute. */
  public Optional<Step> last() {
    return isWhole() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
  }

  /** Whether an item that has all that is around the value may lack the value itself. */
  public boolean mayBeAbsent() {
    return last().map(Step::mayBeAbsent).orElse(attribute.mayBeAbsent());
  }

  /** What the value is in, unless that is the item. */
  public Optional<AttributePath> parent() {
    return isWhole()
        ? Optional.empty()
        : Optional.of(new AttributePath(attribute, steps.subList(0, steps.size() - 1)));
  }

  /** The parameters that keys of maps are given by. */
  public List<Parameter> parameters() {
    return steps.stream()
        .filter(NamedEntry.class::isInstance)
        .map(step -> ((NamedEntry) step).key())
        .toList();
  }

  /**
   * Whether one of the two may be in the other, or be the same. What keys callers give is not
   * known.
   */
  public boolean mayOverlap(AttributePath other) {
    if (!attribute.name().equals(other.attribute.name())) {
      return false;
    }
    int common = Math.min(steps.size(), other.steps.size());
    for (int i = 0; i < common; i++) {
      if (!steps.get(i).mayBe(other.steps.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** As the language writes it. */
  public String text() {
    StringBuilder text = new StringBuilder(attribute.name());
    steps.forEach(step -> text.append(step.text()));
    return text.toString();
  }

  /** One step into a value. */
  public sealed interface Step permits Member, Element, Entry, NamedEntry {
    Attribute target();

    boolean mayBeAbsent();

    String text();

    /** Whether the two may lead to the same place. */
    default boolean mayBe(Step other) {
      return other instanceof NamedEntry || text().equals(other.text());
    }
  }

  /** {@code .city}: an attribute of a struct. */
  public record Member(Attribute target) implements Step {
    @Override
    public boolean mayBeAbsent() {
      return target.mayBeAbsent();
    }

    @Override
    public String text() {
      return "." + target.name();
    }
  }

  /** {@code [0]}: an element of a list. */
  public record Element(int index, Attribute target) implements Step {
    @Override
    public boolean mayBeAbsent() {
      return false;
    }

    @Override
    public String text() {
      return "[" + index + "]";
    }
  }

  /** {@code ["math"]}: an entry of a map. */
  public record Entry(String key, Attribute target) implements Step {
    @Override
    public boolean mayBeAbsent() {
      return true;
    }

    @Override
    public String text() {
      return "[\"" + key + "\"]";
    }
  }

  /** {@code [:subject]}: the entry of a map whose key the caller gives. */
  public record NamedEntry(Parameter key, Attribute target) implements Step {
    @Override
    public boolean mayBeAbsent() {
      return true;
    }

    @Override
    public String text() {
      return "[:" + key.name() + "]";
    }

    @Override
    public boolean mayBe(Step other) {
      return true;
    }
  }
}
