// Copied by Keyplan. Do not edit.
package com.cruddur.support.internal;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Tells the actions of guards from those of items; as it is, for entities without guards. */
public interface GuardActions {
  /** Whether an action is about a guard. */
  default boolean isGuard(TransactWriteItem action) {
    return false;
  }

  /** The attributes whose values an action takes; empty if it does not put a guard. */
  default List<String> taken(TransactWriteItem action) {
    return List.of();
  }
}
