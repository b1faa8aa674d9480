package dev.keyplan.support;

/** A cursor was altered, or comes from another query, other arguments or another secret. */
public final class CursorException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  CursorException(/*@Nullable*/ Throwable cause) {
    super("The cursor is not one that this query gave with these arguments and this secret", cause);
  }
}
