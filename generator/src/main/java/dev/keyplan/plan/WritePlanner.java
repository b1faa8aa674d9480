package dev.keyplan.plan;

import dev.keyplan.model.Entity;
import dev.keyplan.model.Write;

/** Turns a write into what DynamoDB does for it. */
final class WritePlanner {
  private WritePlanner() {}

  static WriteAction action(Write write) {
    Entity entity = write.entity();
    return switch (write.verb()) {
      case CREATE -> new WriteAction.Put(entity, true, write.condition());
      case PUT -> new WriteAction.Put(entity, false, write.condition());
      case UPDATE ->
          new WriteAction.Update(
              entity,
              write.assignments(),
              write.removed(),
              IndexKeyChanges.of(write),
              write.condition());
      case MOVE ->
          new WriteAction.Move(entity, write.assignments(), write.removed(), write.condition());
      case DELETE -> new WriteAction.Delete(entity, write.condition());
      case CHECK -> new WriteAction.Check(entity, write.condition());
    };
  }
}
