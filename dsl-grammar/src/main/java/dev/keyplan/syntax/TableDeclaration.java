package dev.keyplan.syntax;

import dev.keyplan.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code table Shop "shop" { … }}. Inside, every name is a physical one.
 *
 * @param tableName the quoted name in DynamoDB
 */
public record TableDeclaration(
    Optional<Documentation> documentation,
    Name name,
    Optional<TextLiteral> tableName,
    List<Member> members,
    boolean isBroken,
    Span span)
    implements Declaration {
  public TableDeclaration {
    members = List.copyOf(members);
  }

  /** A line of a table. */
  public sealed interface Member extends Node
      permits Key, Index, Billing, Throughput, Setting, Tags {}

  /** {@code key pk / sk}. */
  public record Key(KeySide partition, Optional<KeySide> sort, Span span) implements Member {}

  /**
   * {@code index byGroup "physical-name" a / b project keys provisioned…} or {@code local index}.
   *
   * @param partition absent for a local index, which has the table's
   */
  public record Index(
      Optional<Documentation> documentation,
      boolean isLocal,
      Name name,
      Optional<TextLiteral> indexName,
      Optional<KeySide> partition,
      Optional<KeySide> sort,
      List<IndexOption> options,
      Span span)
      implements Member {
    public Index {
      options = List.copyOf(options);
    }
  }

  /** One side of a key: one attribute, or a parenthesised list of them. */
  public record KeySide(List<KeyAttribute> attributes, Span span) implements Node {
    public KeySide {
      attributes = List.copyOf(attributes);
    }
  }

  /**
   * {@code pk}, {@code "GSI1-PK"}, {@code total: number}.
   *
   * @param name the physical name, quoted or not
   * @param type {@code string} if left out
   */
  public record KeyAttribute(TextLiteral name, Optional<Name> type, Span span) implements Node {}

  /** What follows the key of an index. */
  public sealed interface IndexOption extends Node permits Projection, Throughput {}

  /**
   * {@code project all}, {@code project keys}, {@code project selected}, {@code project (a, b)}.
   *
   * @param mode the word, absent before a list
   * @param attributes the list, empty behind a word
   */
  public record Projection(Optional<Name> mode, List<TextLiteral> attributes, Span span)
      implements IndexOption {
    public Projection {
      attributes = List.copyOf(attributes);
    }
  }

  /**
   * {@code read 5 write 5} (also {@code max read 5}), in the order written.
   *
   * @param amounts each a word and a number
   */
  public record Throughput(List<Amount> amounts, Span span) implements IndexOption, Member {
    public Throughput {
      amounts = List.copyOf(amounts);
    }
  }

  /** {@code read 5}. */
  public record Amount(Name kind, NumberLiteral units, Span span) implements Node {}

  /** {@code billing pay_per_request}, {@code billing provisioned read 5 write 5}. */
  public record Billing(Name mode, List<Amount> amounts, Span span) implements Member {
    public Billing {
      amounts = List.copyOf(amounts);
    }
  }

  /**
   * Any setting of one word and one value: {@code ttl expiresAt}, {@code stream keys_only}, {@code
   * names snake_case}, {@code type none}.
   */
  public record Setting(Name name, Literal value, Span span) implements Member {}

  /** {@code tags { team: "shop" }}. */
  public record Tags(List<Tag> tags, Span span) implements Member {
    public Tags {
      tags = List.copyOf(tags);
    }
  }

  /** One tag; its key may be quoted. */
  public record Tag(TextLiteral key, TextLiteral value, Span span) implements Node {}
}
