package dev.keyplan.syntax;

import dev.keyplan.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A path to a value: {@code status}, {@code theirs.groupId}, {@code shipTo.city}, {@code
 * lines[0].sku}, {@code scores["math"]}, {@code scores[:subject]}.
 */
public record Path(List<Step> steps, Span span) implements Node {
  public Path {
    steps = List.copyOf(steps);
  }

  /** The first word, which every path has. */
  public Name first() {
    return ((Member) steps.get(0)).name();
  }

  /** The word that it ends with: an attribute, or a field of a value. */
  public Optional<Name> lastName() {
    return steps.get(steps.size() - 1) instanceof Member member
        ? Optional.of(member.name())
        : Optional.empty();
  }

  /** Whether the path is one word. */
  public boolean isSimple() {
    return steps.size() == 1;
  }

  /** One step of a path. */
  public sealed interface Step extends Node permits Member, Element, Entry {}

  /** A word: an attribute, or a field of the value before. */
  public record Member(Name name) implements Step {
    @Override
    public Span span() {
      return name.span();
    }
  }

  /** An element of a list, from 0. */
  public record Element(NumberLiteral index, Span span) implements Step {}

  /**
   * An entry of a map.
   *
   * @param key a text, or a parameter
   */
  public record Entry(Operand key, Span span) implements Step {}
}
