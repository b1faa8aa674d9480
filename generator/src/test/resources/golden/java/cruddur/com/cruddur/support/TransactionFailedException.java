// Copied by Keyplan. Do not edit.
package com.cruddur.support;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;

/**
 * A transaction was cancelled: which members failed, and why. Nothing was written. The message
 * holds no values.
 */
public final class TransactionFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient List<Member> failed;

  /** For generated code. */
  public TransactionFailedException(String pattern, List<Member> failed, Throwable cause) {
    super(pattern + " was cancelled because of " + failed, cause);
    this.failed = List.copyOf(failed);
  }

  /**
   * The members that failed, in the order of the transaction. They do not travel when the exception
   * is serialised.
   */
  public List<Member> failed() {
    return failed == null ? List.of() : failed;
  }

  /** A member that failed. */
  public static final class Member {
    private final String name;
    private final CancellationReason reason;
    private final Function<Map<String, AttributeValue>, ?> read;
    private final List<String> taken;

    /** For generated code. */
    public Member(
        String name, CancellationReason reason, Function<Map<String, AttributeValue>, ?> read) {
      this(name, reason, read, List.of());
    }

    /** For generated code. */
    public Member(
        String name,
        CancellationReason reason,
        Function<Map<String, AttributeValue>, ?> read,
        List<String> taken) {
      this.name = name;
      this.reason = reason;
      this.read = read;
      this.taken = List.copyOf(taken);
    }

    /** The member's name in the pattern. */
    public String name() {
      return name;
    }

    /**
     * DynamoDB's reason: {@code ConditionalCheckFailed} or {@code TransactionConflict} for example.
     */
    public String code() {
      return reason.code();
    }

    /**
     * The attributes that another item has the same unique values of; empty if that is not why it
     * failed.
     */
    public List<String> taken() {
      return taken;
    }

    /**
     * The entity that was found, if a condition failed and there was one.
     *
     * @throws ItemFormatException if the item is not what the model says
     */
    public Optional<?> found() {
      boolean isFound = taken.isEmpty() && reason.hasItem() && !reason.item().isEmpty();
      return isFound ? Optional.of(read.apply(reason.item())) : Optional.empty();
    }

    @Override
    public String toString() {
      return name + ": " + code();
    }
  }
}
