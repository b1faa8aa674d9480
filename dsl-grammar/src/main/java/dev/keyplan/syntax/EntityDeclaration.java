package dev.keyplan.syntax;

import dev.keyplan.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code entity Order in Shop { … }}.
 *
 * @param table absent only if the declaration is broken
 */
public record EntityDeclaration(
    Optional<Documentation> documentation,
    Name name,
    Optional<TextLiteral> typeValue,
    Optional<QualifiedName> table,
    List<Member> members,
    boolean isBroken,
    Span span)
    implements Declaration {
  public EntityDeclaration {
    members = List.copyOf(members);
  }

  /** A line of an entity. */
  public sealed interface Member extends Node
      permits AttributeDeclaration, Key, IndexMembership, Unique, Volume, Was, Only {}

  /** {@code key "CUSTOMER#{id}" / "PROFILE"}: how the primary key is filled. */
  public record Key(KeyFilling filling, Span span) implements Member {}

  /**
   * {@code index gsi1 = "…" / "…" when status = OPEN}: the entity is in that index, and how.
   *
   * @param filling absent if stored attributes fill the index
   */
  public record IndexMembership(
      Name index, Optional<KeyFilling> filling, Optional<Condition> when, Span span)
      implements Member {}

  /**
   * What is written into the two sides of a key; a side left out is filled by stored attributes.
   */
  public record KeyFilling(Optional<FillingSide> partition, Optional<FillingSide> sort, Span span)
      implements Node {}

  /** One filling, or a parenthesised list of them. */
  public record FillingSide(List<Filling> fillings, Span span) implements Node {
    public FillingSide {
      fillings = List.copyOf(fillings);
    }
  }

  /** What fills one key attribute. */
  public sealed interface Filling extends Node permits TemplateFilling, AttributeFilling {}

  /** A template, or a constant text. */
  public record TemplateFilling(Template template) implements Filling {
    @Override
    public Span span() {
      return template.span();
    }
  }

  /** An attribute, stored in the key as its own type. */
  public record AttributeFilling(Path path) implements Filling {
    @Override
    public Span span() {
      return path.span();
    }
  }

  /** {@code unique email}, {@code unique (userId, groupId)}. */
  public record Unique(List<Path> attributes, Span span) implements Member {
    public Unique {
      attributes = List.copyOf(attributes);
    }
  }

  /** {@code volume 40_000_000 items}. */
  public record Volume(NumberLiteral amount, Name unit, Span span) implements Member {}

  /** {@code was "Client"}: what the type attribute of its items may hold, too. */
  public record Was(List<TextLiteral> typeValues, Span span) implements Member {
    public Was {
      typeValues = List.copyOf(typeValues);
    }
  }

  /** {@code only get, create}: the built-in methods that are wanted. */
  public record Only(List<Name> operations, Span span) implements Member {
    public Only {
      operations = List.copyOf(operations);
    }
  }
}
