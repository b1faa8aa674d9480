package dev.keyplan.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.Oracle.Outcome;
import dev.keyplan.oracle.PatternSpec.Member;
import dev.keyplan.oracle.PatternSpec.Tie;
import dev.keyplan.oracle.PatternSpec.Transaction;
import dev.keyplan.oracle.PatternSpec.Write;
import dev.keyplan.oracle.Refusals.Answer;
import dev.keyplan.support.TransactionFailedException;
import dev.keyplan.testing.JavaValues;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares what comes of declared transactions: all of it or nothing. */
record TransactionComparison(
    ModelSpec model, Oracle oracle, GeneratedModel generated, StoredItems stored, Tally tally) {

  void compare(Transaction transaction, Operation operation) {
    EntitySpec first = model.entity(transaction.members().get(0).write().entity());
    Map<String, Class<?>> types = generated.parameterTypes(first, transaction.name());
    Map<String, Map<String, Object>> items = items(transaction, operation, types);
    Map<String, WriteCall> calls = new LinkedHashMap<>();
    for (Member member : transaction.members()) {
      calls.put(member.alias(), call(member, items.get(member.alias()), types, operation));
    }
    if (transaction.isRead()) {
      compareReads(transaction, first, calls);
    } else {
      compareWrites(transaction, first, calls, operation.arguments());
    }
  }

  /** The items of the members; what is no parameter is made of what it is tied to. */
  private Map<String, Map<String, Object>> items(
      Transaction transaction, Operation operation, Map<String, Class<?>> types) {
    Map<String, Map<String, Object>> items = new LinkedHashMap<>();
    List<Member> members = transaction.members();
    for (int i = 0; i < members.size(); i++) {
      Map<String, Object> item = new LinkedHashMap<>(operation.items().get(i));
      EntitySpec entity = model.entity(members.get(i).write().entity());
      item.keySet().removeIf(name -> !entity.has(name));
      items.put(members.get(i).alias(), item);
    }
    for (int round = 0; round < members.size(); round++) {
      for (Tie tie : transaction.ties()) {
        copy(transaction, items, types, tie.left(), tie.right(), tie.attribute());
        copy(transaction, items, types, tie.right(), tie.left(), tie.attribute());
      }
    }
    return items;
  }

  /** What is not given may be a default. */
  private void copy(
      Transaction transaction,
      Map<String, Map<String, Object>> items,
      Map<String, Class<?>> types,
      String from,
      String to,
      String attribute) {
    if (!types.containsKey(to)) {
      EntitySpec entity = model.entity(transaction.member(from).write().entity());
      Optional.ofNullable(Oracle.filled(entity, items.get(from)).get(attribute))
          .ifPresent(value -> items.get(to).put(attribute, value));
    }
  }

  private WriteCall call(
      Member member, Map<String, Object> item, Map<String, Class<?>> types, Operation operation) {
    Write write = member.write();
    EntitySpec entity = model.entity(write.entity());
    boolean isAsRead = generated.isRecord(entity, types.get(member.alias()));
    return WriteCall.isOfItem(write)
        ? WriteCall.ofItem(entity, write.verb(), item, operation.isStale(), oracle)
        : WriteCall.ofKey(entity, item, isAsRead, operation.isStale(), oracle);
  }

  private Map<String, Object> arguments(
      Transaction transaction, Map<String, WriteCall> calls, Map<String, Object> others) {
    Map<String, Object> arguments = new LinkedHashMap<>(others);
    for (Member member : transaction.members()) {
      WriteCall call = calls.get(member.alias());
      Object whole =
          WriteCall.isOfItem(member.write()) ? call.whole(generated) : call.asRead(generated);
      arguments.put(
          member.alias(), whole == null ? generated.key(call.entity(), call.item()) : whole);
    }
    return arguments;
  }

  private boolean isTied(Transaction transaction, Map<String, WriteCall> calls) {
    return transaction.ties().stream()
        .allMatch(
            tie -> {
              Object left = calls.get(tie.left()).item().get(tie.attribute());
              return left != null
                  && left.equals(calls.get(tie.right()).item().get(tie.attribute()));
            });
  }

  private void compareReads(
      Transaction transaction, EntitySpec first, Map<String, WriteCall> calls) {
    Set<List<Object>> keys = new HashSet<>();
    Answer refusal = isTied(transaction, calls) ? Answer.NO : Answer.YES;
    for (WriteCall call : calls.values()) {
      refusal = Answer.greater(refusal, call.keyRefusal(oracle));
      if (!keys.add(call.key())) {
        refusal = Answer.YES;
      }
    }
    Object result;
    try {
      result =
          generated.call(
              first, transaction.name(), Map.of(), arguments(transaction, calls, Map.of()));
    } catch (IllegalArgumentException e) {
      tally.add("TRANSACTION_REFUSED");
      assertThat(refusal).as("refusal: " + e.getMessage()).isNotEqualTo(Answer.NO);
      return;
    }
    assertThat(refusal).as("refusal").isNotEqualTo(Answer.YES);
    tally.add("TRANSACTION_READ");
    Map<String, Object> read = JavaValues.components(result);
    calls.forEach(
        (alias, call) ->
            assertThat(Optional.ofNullable(read.get(alias)))
                .as(alias)
                .isEqualTo(oracle.found(call.entity(), call.item()).map(item -> (Object) item)));
  }

  private void compareWrites(
      Transaction transaction,
      EntitySpec first,
      Map<String, WriteCall> calls,
      Map<String, Object> parameters) {
    Oracle before = oracle.copy();
    Map<String, Outcome> expected = new LinkedHashMap<>();
    Answer refusal = isTied(transaction, calls) ? Answer.NO : Answer.YES;
    Set<List<Object>> touched = new HashSet<>();
    for (Member member : transaction.members()) {
      WriteCall call = calls.get(member.alias());
      Outcome outcome = call.outcome(before.copyInTransaction(), member.write(), parameters);
      expected.put(member.alias(), outcome);
      refusal = Answer.greater(refusal, call.refusal(before, member.write(), parameters));
      for (List<Object> what : call.keys(member.write(), parameters)) {
        refusal = touched.add(what) ? refusal : Answer.YES;
      }
      if (!call.entity().uniques().isEmpty()) {
        // Two may have one guard.
        refusal = Answer.greater(refusal, Answer.MAYBE);
      }
    }
    Set<String> failing = new HashSet<>();
    expected.forEach(
        (alias, outcome) -> {
          if (outcome.kind() != Outcome.Kind.DONE) {
            failing.add(alias);
          }
        });
    try {
      generated.call(
          first, transaction.name(), Map.of(), arguments(transaction, calls, parameters));
      assertThat(refusal).as("refusal").isNotEqualTo(Answer.YES);
      assertThat(failing).as("failing members").isEmpty();
      for (Member member : transaction.members()) {
        WriteCall call = calls.get(member.alias());
        call.outcome(oracle, member.write(), parameters)
            .now()
            .ifPresent(now -> stored.check(call.entity(), now));
      }
      tally.add("TRANSACTION_DONE");
    } catch (IllegalArgumentException e) {
      tally.add("TRANSACTION_REFUSED");
      assertThat(refusal).as("refusal: " + e.getMessage()).isNotEqualTo(Answer.NO);
    } catch (TransactionFailedException e) {
      tally.add("TRANSACTION_FAILED");
      assertThat(refusal).as("refusal").isNotEqualTo(Answer.YES);
      Set<String> failed = new HashSet<>();
      e.failed().forEach(member -> failed.add(member.name()));
      assertThat(failed).as("failing members").isEqualTo(failing);
    }
    for (WriteCall call : calls.values()) {
      // Nothing can be read by a key that is refused.
      if (before.get(call.entity(), call.item()).isPresent()) {
        stored.check(call.entity(), call.item());
      }
    }
    stored.checkIndexes();
  }
}
