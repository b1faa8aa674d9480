package dev.keyplan.syntax;

import dev.keyplan.source.Span;
import java.util.List;
import java.util.Optional;

/** A part of a pattern behind its operation. */
public sealed interface Clause extends Node {
  /** The words that begin clauses, in the order in which the formatter sorts clauses. */
  List<String> KEYWORDS =
      List.of(
          "via",
          "where",
          "filter",
          "order",
          "limit",
          "page",
          "consistent",
          "with",
          "select",
          "fetch",
          "set",
          "append",
          "prepend",
          "add",
          "remove",
          "if",
          "returns",
          "rate",
          "expect");

  /** The word that begins it, as the language writes it. */
  String keyword();

  /** {@code where groupId and createdAt >= :since}. */
  record Where(Condition condition, Span span) implements Clause {
    @Override
    public String keyword() {
      return "where";
    }
  }

  /** {@code filter labels contains :label}. */
  record Filter(Condition condition, Span span) implements Clause {
    @Override
    public String keyword() {
      return "filter";
    }
  }

  /** {@code if status = PLACED}. */
  record If(Condition condition, Span span) implements Clause {
    @Override
    public String keyword() {
      return "if";
    }
  }

  /**
   * {@code order createdAt desc}, {@code order descending}.
   *
   * @param direction {@code asc}, {@code desc} and the like, as written
   */
  record Order(List<Path> attributes, Optional<Name> direction, Span span) implements Clause {
    public Order {
      attributes = List.copyOf(attributes);
    }

    @Override
    public String keyword() {
      return "order";
    }
  }

  /** {@code limit 100}: at most so many results in all. */
  record Limit(NumberLiteral count, Span span) implements Clause {
    @Override
    public String keyword() {
      return "limit";
    }
  }

  /** {@code page 20}: so many items a page. */
  record Page(NumberLiteral size, Span span) implements Clause {
    @Override
    public String keyword() {
      return "page";
    }
  }

  /** {@code consistent}. */
  record Consistent(Span span) implements Clause {
    @Override
    public String keyword() {
      return "consistent";
    }
  }

  /** {@code fetch}. */
  record Fetch(Span span) implements Clause {
    @Override
    public String keyword() {
      return "fetch";
    }
  }

  /** {@code with expired}. */
  record With(Name state, Span span) implements Clause {
    @Override
    public String keyword() {
      return "with";
    }
  }

  /** {@code select id, total as OrderSummary}. */
  record Select(List<Path> attributes, Optional<Name> alias, Span span) implements Clause {
    public Select {
      attributes = List.copyOf(attributes);
    }

    @Override
    public String keyword() {
      return "select";
    }
  }

  /** {@code via byGroup}. */
  record Via(Name index, Span span) implements Clause {
    @Override
    public String keyword() {
      return "via";
    }
  }

  /** {@code rate 200/s}. */
  record Rate(NumberLiteral amount, Name unit, Span span) implements Clause {
    @Override
    public String keyword() {
      return "rate";
    }
  }

  /** {@code expect 20 items}. */
  record Expect(NumberLiteral amount, Name unit, Span span) implements Clause {
    @Override
    public String keyword() {
      return "expect";
    }
  }

  /** {@code returns old}. */
  record Returns(Name state, Span span) implements Clause {
    @Override
    public String keyword() {
      return "returns";
    }
  }

  /** {@code set status = PAID, preview}. */
  record Set(List<Assignment> assignments, Span span) implements Clause {
    public Set {
      assignments = List.copyOf(assignments);
    }

    @Override
    public String keyword() {
      return "set";
    }
  }

  /** {@code remove shipTo, labels :label}. */
  record Remove(List<Removal> removals, Span span) implements Clause {
    public Remove {
      removals = List.copyOf(removals);
    }

    @Override
    public String keyword() {
      return "remove";
    }
  }

  /**
   * {@code add total :amount}, {@code add labels each :labels}.
   *
   * @param isEach whether the value is a collection of what is added
   */
  record Add(Path attribute, boolean isEach, Operand value, Span span) implements Clause {
    @Override
    public String keyword() {
      return "add";
    }
  }

  /**
   * {@code append lines :line}, {@code prepend lines each :lines}.
   *
   * @param isFirst whether it is {@code prepend}
   * @param isEach whether the value is a list of what is appended
   */
  record Append(Path attribute, boolean isFirst, boolean isEach, Operand value, Span span)
      implements Clause {
    @Override
    public String keyword() {
      return isFirst ? "prepend" : "append";
    }
  }

  /**
   * An attribute, or elements of a set.
   *
   * @param isEach whether they are a set of elements rather than one
   */
  record Removal(Path attribute, boolean isEach, Optional<Operand> elements, Span span)
      implements Node {}

  /**
   * {@code lastMessageAt = :at}, or an attribute alone, which is assigned from the parameter of its
   * name.
   */
  record Assignment(Path attribute, Optional<Operand> value, Span span) implements Node {}
}
