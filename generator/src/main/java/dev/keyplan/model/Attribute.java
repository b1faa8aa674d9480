package dev.keyplan.model;

import dev.keyplan.source.Span;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An attribute of an entity or a struct.
 *
 * @param name the model's name, and Java's
 * @param storedName the name in DynamoDB
 * @param isOptional whether it may be absent; it is never stored as NULL
 * @param defaultValue what a create takes if no value is given
 * @param span of the name
 */
public record Attribute(
    String name,
    String storedName,
    AttributeType type,
    boolean isOptional,
    Optional<DefaultValue> defaultValue,
    Set<Trait> traits,
    Optional<String> documentation,
    ValueStatistics statistics,
    Span span) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

  public Attribute {
    traits = Set.copyOf(traits);
  }

  /** An attribute of whose values nothing is known. */
  public Attribute(
      String name,
      String storedName,
      AttributeType type,
      boolean isOptional,
      Optional<DefaultValue> defaultValue,
      Set<Trait> traits,
      Optional<String> documentation,
      Span span) {
    this(
        name,
        storedName,
        type,
        isOptional,
        defaultValue,
        traits,
        documentation,
        ValueStatistics.none(),
        span);
  }

  /** A stored name as the language has it: in quotes, unless it is a word. */
  public static String written(String storedName) {
    return WORD.matcher(storedName).matches() ? storedName : '"' + storedName + '"';
  }

  /** By the name: no two attributes of an owner share it, and the rest takes long to hash. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** A value of another type that has to do with this one: an element, a size, an amount. */
  public Attribute withType(AttributeType other) {
    return new Attribute(
        name, storedName, other, isOptional, Optional.empty(), traits, Optional.empty(), span);
  }

  /** Whether an item may lack it: an empty set is not stored, either. */
  public boolean mayBeAbsent() {
    return isOptional || type.kind() == TypeKind.SET;
  }

  /** The same, where some items do not have it. An empty set is absent anyway. */
  public Attribute asOptional() {
    return type.kind() == TypeKind.SET
        ? this
        : new Attribute(
            name,
            storedName,
            type,
            true,
            Optional.empty(),
            isSensitive() ? Set.of(Trait.SENSITIVE) : Set.of(),
            documentation,
            span);
  }

  public boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /** Whether its value is for no eyes: it is in no text that generated code makes for people. */
  public boolean isSensitive() {
    return has(Trait.SENSITIVE);
  }

  /** Whether every write gives it its value, so that nobody else does. */
  public boolean isMaintained() {
    return has(Trait.VERSION) || has(Trait.TOUCH);
  }
}
