package dev.keyplan.support;

/** A query that promises at most one result found another. */
public final class NotUniqueResultException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotUniqueResultException(String pattern) {
    super(pattern + " found more than one item");
  }
}
