package dev.keyplan.plan;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Condition;
import dev.keyplan.model.Facts;
import dev.keyplan.model.IndexMembership;
import dev.keyplan.model.ReadPattern;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether an index holds all items that a pattern asks for. One that leaves items out serves only
 * if those are not asked for: what the pattern says of the items must imply that they are in it.
 *
 * @param lacking optional attributes of the key that the pattern does not ask for
 * @param when the condition of the index that does not follow from the pattern
 */
public record Completeness(List<Attribute> lacking, Optional<IndexMembership.When> when) {
  public Completeness {
    lacking = List.copyOf(lacking);
  }

  /** What of an index's condition does not follow from a pattern. */
  public static Completeness of(ReadPattern pattern, IndexMembership membership) {
    Facts wanted = wanted(pattern);
    return new Completeness(
        membership.optionalAttributes().stream()
            .filter(attribute -> wanted.has(attribute) != Facts.Truth.TRUE)
            .toList(),
        membership.when().filter(w -> wanted.of(w.condition()) != Facts.Truth.TRUE));
  }

  /** {@code with `dueAt` and `status = OPEN`}. */
  public String text() {
    return Stream.concat(
            lacking.stream().map(Attribute::name), when.stream().map(Completeness::asWritten))
        .map(text -> "`" + text + "`")
        .collect(Collectors.joining(" and ", "with ", ""));
  }

  /** What the pattern would have to say, as the language writes it. */
  public String missing() {
    return Stream.concat(
            lacking.stream().map(attribute -> "attribute_exists(" + attribute.name() + ")"),
            when.stream().map(Completeness::text))
        .collect(Collectors.joining(" and "));
  }

  /** Parentheses keep what is joined by {@code or} together. */
  private static String text(IndexMembership.When when) {
    return when.condition() instanceof Condition.Any
        ? "(" + asWritten(when) + ")"
        : asWritten(when);
  }

  /** On one line. */
  private static String asWritten(IndexMembership.When when) {
    return when.span().text().replaceAll("\\s+", " ");
  }

  boolean isComplete() {
    return lacking.isEmpty() && when.isEmpty();
  }

  /** What is true of every item that a pattern asks for. */
  private static Facts wanted(ReadPattern pattern) {
    Facts facts = Facts.NONE;
    for (var term : pattern.where()) {
      facts = facts.with(term.condition());
    }
    return pattern.filter().isPresent() ? facts.with(pattern.filter().get()) : facts;
  }
}
