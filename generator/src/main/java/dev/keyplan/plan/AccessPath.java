package dev.keyplan.plan;

import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Facts;
import dev.keyplan.model.Index;
import dev.keyplan.model.IndexMembership;
import dev.keyplan.model.KeySchema;
import dev.keyplan.model.Table;
import java.util.Optional;

/** A table, or one of its indexes: whatever a read can be sent to. */
public record AccessPath(Table table, Optional<Index> index) {
  public static AccessPath of(Table table) {
    return new AccessPath(table, Optional.empty());
  }

  public static AccessPath of(Table table, Index index) {
    return new AccessPath(table, Optional.of(index));
  }

  public KeySchema key() {
    return index.map(Index::key).orElse(table.key());
  }

  /** How an entity fills this key; empty if the entity is not in the index. */
  public Optional<EntityKey> keyOf(Entity entity) {
    return index.isEmpty()
        ? Optional.of(entity.key())
        : entity.membership(index.get()).map(IndexMembership::key);
  }

  /** What is known of every item of an entity that is there. */
  public Facts facts(Entity entity) {
    return index.flatMap(entity::membership).map(IndexMembership::facts).orElse(Facts.NONE);
  }

  /** Whether it holds the attribute of this physical name: every index holds the table's key. */
  public boolean holds(String attributeName) {
    return index.isEmpty()
        || index.get().projects(attributeName)
        || table.key().contains(attributeName);
  }

  /** Whether it is an index that will hold what is selected of it. */
  boolean projectsSelected() {
    return index.filter(Index::projectsSelected).isPresent();
  }

  /** Whether it can be read with strong consistency. */
  public boolean allowsConsistentReads() {
    return index.isEmpty() || index.get().kind() == Index.Kind.LOCAL;
  }

  /** What tells it from all others of a design; to compare whole tables and indexes is dear. */
  public String fullName() {
    return table.name() + index.map(i -> " " + i.name()).orElse("");
  }

  /** {@code the table} or {@code the index `byGroup`}, for sentences. */
  public String description() {
    return index.map(i -> "the index `" + i.name() + "`").orElse("the table");
  }
}
