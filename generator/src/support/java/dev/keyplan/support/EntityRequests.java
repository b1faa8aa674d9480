package dev.keyplan.support;

/** The requests of an entity, as {@link Transaction} uses them. */
public interface EntityRequests<K, T> {
  /** The table that the requests are for. */
  String tableName();

  /** How the entity's items are known. */
  EntityItems<K, T> entityItems();
}
