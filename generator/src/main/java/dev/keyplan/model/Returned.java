package dev.keyplan.model;

/** What a write returns of the item. */
public enum Returned {
  /** Nothing. */
  NONE,
  /** The item as it was before. */
  OLD,
  /** The item as it is then. */
  NEW;

  /**
   * What a delete returns without being told: what was there, unless its caller had to give that.
   */
  public static Returned ofDelete(Entity entity) {
    return entity.isChangedAsRead() ? NONE : OLD;
  }
}
