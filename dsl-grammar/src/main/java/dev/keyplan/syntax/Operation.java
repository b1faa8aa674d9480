package dev.keyplan.syntax;

import dev.keyplan.source.Span;
import java.util.List;
import java.util.Optional;

/** What a pattern does: a verb with its entities, or a transaction. */
public sealed interface Operation extends Node permits Operation.Single, Operation.Transaction {
  /** The verbs. */
  enum Verb {
    GET,
    QUERY,
    SCAN,
    COUNT,
    CREATE,
    PUT,
    UPDATE,
    MOVE,
    DELETE,
    CHECK;

    /** As the language writes it. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    public boolean isRead() {
      return this == GET || this == QUERY || this == SCAN || this == COUNT;
    }
  }

  /**
   * {@code query Customer, Order}, {@code create each Message}, {@code query *}.
   *
   * @param verbSpan the verb alone
   * @param isEach whether {@code each} stands before the entity
   * @param entities what is read or written, empty for {@code *}
   * @param table the table of {@code query * in Shop}
   * @param alias the name of what is read: {@code query Customer, Order as CustomerFile}
   */
  record Single(
      Verb verb,
      Span verbSpan,
      boolean isEach,
      List<QualifiedName> entities,
      Optional<QualifiedName> table,
      Optional<Name> alias,
      Span span)
      implements Operation {
    public Single {
      entities = List.copyOf(entities);
    }
  }

  /** {@code transact { … }}. */
  record Transaction(List<Member> members, Span span) implements Operation {
    public Transaction {
      members = List.copyOf(members);
    }
  }

  /**
   * {@code update Order as order set status = DELIVERED}, with or without braces around the
   * clauses.
   *
   * @param alias the name of the member in the pattern
   */
  record Member(Single operation, Optional<Name> alias, List<Clause> clauses, Span span)
      implements Node {
    public Member {
      clauses = List.copyOf(clauses);
    }
  }
}
