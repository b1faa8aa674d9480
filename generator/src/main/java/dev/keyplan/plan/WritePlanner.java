package dev.keyplan.plan;

import dev.keyplan.model.BatchPattern;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Write;

/** Turns a write into what DynamoDB does for it. */
final class WritePlanner {
  private WritePlanner() {}

  static WriteAction action(Write write) {
    Entity entity = write.entity();
    return switch (write.verb()) {
      case CREATE -> new WriteAction.Put(entity, true, write.condition(), write.returned());
      case PUT -> new WriteAction.Put(entity, false, write.condition(), write.returned());
      case UPDATE ->
          new WriteAction.Update(
              entity,
              write.assignments(),
              write.removed(),
              write.changes(),
              IndexKeyChanges.of(write),
              write.condition(),
              write.returned());
      case MOVE ->
          new WriteAction.Move(entity, write.assignments(), write.removed(), write.condition());
      case DELETE -> new WriteAction.Delete(entity, write.condition(), write.returned());
      case CHECK -> new WriteAction.Check(entity, write.condition());
    };
  }

  static WriteAction action(BatchPattern batch) {
    return batch.verb() == Write.Verb.PUT
        ? new WriteAction.Put(batch.entity(), false)
        : new WriteAction.Delete(batch.entity());
  }
}
