package dev.keyplan.oracle;

import dev.keyplan.oracle.Attempt.Invocation;
import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.Oracle.Outcome;
import dev.keyplan.oracle.PatternSpec.Change;
import dev.keyplan.oracle.PatternSpec.Write;
import dev.keyplan.oracle.Refusals.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes what is called, and what is expected of it, of an operation that writes one item. */
record Attempts(ModelSpec model, Oracle oracle, GeneratedModel generated, Tally tally) {

  /** What a transaction may demand besides. */
  static final List<String> CHECKS = List.of("exists", "absent");

  /** Of a pattern's method, or a repository's own. */
  Attempt of(Operation operation) {
    EntitySpec entity = model.entity(operation.entity());
    return model
        .pattern(operation.method())
        .map(pattern -> write(entity, (Write) pattern, operation))
        .orElseGet(() -> builtIn(entity, operation));
  }

  Attempt builtIn(EntitySpec entity, Operation operation) {
    return switch (operation.method()) {
      case "create", "put" -> put(entity, operation);
      case "update" -> update(entity, operation);
      case "upsert" -> upsert(entity, operation);
      case "delete" -> delete(entity, operation);
      case "exists", "absent" -> check(entity, operation);
      default -> throw new IllegalArgumentException(operation.method());
    };
  }

  private Attempt put(EntitySpec entity, Operation operation) {
    String method = operation.method();
    WriteCall call =
        WriteCall.ofItem(entity, method, operation.item(), operation.isStale(), oracle);
    Map<String, Object> item = call.item();
    return attempt(
        call,
        new Refusals(entity).ofItem(item),
        "new",
        invocation(call, method, () -> Optional.of(call.whole(generated)), Map.of()),
        now ->
            method.equals("create")
                ? now.create(entity, item)
                : call.outcome(now, true, () -> now.put(entity, item)));
  }

  private Attempt upsert(EntitySpec entity, Operation operation) {
    WriteCall call = WriteCall.ofItem(entity, "upsert", operation.item(), false, oracle);
    Answer refusal = new Refusals(entity).ofItem(call.item());
    // It needs all that an index key is made of.
    boolean isWhole =
        entity.attributes().stream().allMatch(a -> operation.item().containsKey(a.name()));
    return attempt(
        call,
        isWhole ? refusal : Answer.greater(refusal, Answer.MAYBE),
        "new",
        new Invocation(
            entity,
            "upsert",
            Optional::empty,
            call.item(),
            Map.of(),
            Optional.of(operation.item())),
        now -> now.upsert(entity, operation.item()));
  }

  private Attempt delete(EntitySpec entity, Operation operation) {
    WriteCall call = toWhatExists(entity, "delete", operation);
    return attempt(
        call,
        call.keyRefusal(oracle),
        "old",
        invocation(call, "delete", asRead(call), Map.of()),
        now -> call.outcome(now, false, () -> now.delete(entity, call.item())));
  }

  private Attempt check(EntitySpec entity, Operation operation) {
    WriteCall call = WriteCall.ofKey(entity, operation.item(), false, false, oracle);
    boolean mustExist = operation.method().equals("exists");
    return attempt(
        call,
        call.keyRefusal(oracle),
        "none",
        invocation(call, operation.method(), Optional::empty, Map.of()),
        now ->
            Outcome.of(
                now.get(entity, call.item()).isPresent() == mustExist
                    ? Outcome.Kind.DONE
                    : Outcome.Kind.CONDITION_FAILED));
  }

  private Attempt update(EntitySpec entity, Operation operation) {
    WriteCall call = toWhatExists(entity, "update", operation);
    Map<String, Object> item = call.item();
    Map<String, Optional<Object>> changes = operation.changes();
    List<Change> others =
        operation.relative().stream().filter(c -> generated.canDo(entity, c)).toList();
    others.forEach(c -> tally.add(Paths.isInside(c.attribute()) ? "CHANGED_INSIDE" : "CHANGED"));
    return attempt(
        call,
        refusal(call, changes, others),
        "new",
        invocation(
            call, "update", asRead(call), Map.of("changes", UpdateCalls.of(changes, others, item))),
        now ->
            call.outcome(
                now, false, () -> now.update(entity, item, changes, others, call.isAsRead())));
  }

  private Answer refusal(
      WriteCall call, Map<String, Optional<Object>> changes, List<Change> others) {
    Refusals refusals = new Refusals(call.entity());
    Answer refusal = Answer.greater(call.keyRefusal(oracle), call.longKeyRefusal());
    for (Map.Entry<String, Optional<Object>> change : changes.entrySet()) {
      if (change.getValue().isPresent()) {
        Answer ofValue = refusals.ofNew(change.getKey(), change.getValue().get());
        refusal = Answer.greater(refusal, ofValue);
      }
    }
    if (!call.isAsRead()) {
      refusal = Answer.greater(refusal, Updates.together(others, changes.keySet()));
    }
    for (Change change : others) {
      Answer ofChange = refusals.ofChange(change, Map.of());
      // What is not used, since there is a value already, need not be one for a key.
      boolean mayBeUnused = call.isAsRead() && ofChange == Answer.YES;
      refusal = Answer.greater(refusal, mayBeUnused ? Answer.MAYBE : ofChange);
    }
    return Answer.greater(refusal, call.knownRefusal(others));
  }

  Attempt write(EntitySpec entity, Write write, Operation operation) {
    boolean isOfItem = WriteCall.isOfItem(write);
    WriteCall call =
        isOfItem
            ? WriteCall.ofItem(entity, write.verb(), operation.item(), operation.isStale(), oracle)
            : toWhatExists(entity, write.name(), operation);
    String returns = write.returns().isEmpty() ? defaultReturn(write.verb()) : write.returns();
    Supplier<Optional<Object>> whole =
        isOfItem ? () -> Optional.of(call.whole(generated)) : asRead(call);
    return new Attempt(
        call,
        call.refusal(oracle, write, operation.arguments()),
        returns,
        call.keys(write, operation.arguments()),
        invocation(call, write.name(), whole, operation.arguments()),
        now -> call.outcome(now, write, operation.arguments()));
  }

  private static Attempt attempt(
      WriteCall call,
      Answer refusal,
      String returns,
      Invocation invocation,
      Function<Oracle, Outcome> outcome) {
    return new Attempt(call, refusal, returns, List.of(call.key()), invocation, outcome);
  }

  private static Invocation invocation(
      WriteCall call,
      String method,
      Supplier<Optional<Object>> whole,
      Map<String, Object> arguments) {
    return new Invocation(call.entity(), method, whole, call.item(), arguments, Optional.empty());
  }

  private Supplier<Optional<Object>> asRead(WriteCall call) {
    return () -> Optional.ofNullable(call.asRead(generated));
  }

  private WriteCall toWhatExists(EntitySpec entity, String method, Operation operation) {
    boolean isAsRead = generated.takesItem(entity, method);
    return WriteCall.ofKey(entity, operation.item(), isAsRead, operation.isStale(), oracle);
  }

  private static String defaultReturn(String verb) {
    return verb.equals("delete") ? "old" : "new";
  }
}
