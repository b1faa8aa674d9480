package dev.keyplan.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.Oracle.Outcome;
import dev.keyplan.oracle.Refusals.Answer;
import dev.keyplan.support.EntityRequests;
import dev.keyplan.support.Transaction;
import dev.keyplan.support.TransactionFailedException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Compares what comes of transactions that are put together of any writes. */
record MixedTransactions(
    Oracle oracle, GeneratedModel generated, StoredItems stored, Attempts attempts, Tally tally) {

  void compare(Operation operation) {
    Map<String, Attempt> members = new LinkedHashMap<>();
    for (Operation member : operation.members()) {
      boolean isCheck = Attempts.CHECKS.contains(member.method());
      if (isCheck || generated.hasMethod(member.entity(), member.method())) {
        members.put("m" + members.size(), attempts.of(member));
      }
    }
    if (members.isEmpty()) {
      return;
    }
    Oracle before = oracle.copy();
    Set<String> failing = new HashSet<>();
    members.forEach(
        (name, attempt) -> {
          if (attempt.outcome().apply(before.copyInTransaction()).kind() != Outcome.Kind.DONE) {
            failing.add(name);
          }
        });
    Answer refusal = refusal(members.values());
    try {
      Transaction transaction =
          transaction(members)
              .token("token-" + tally.of("MIXED_DONE") + "-" + operation.hashCode());
      generated.send(transaction);
      // Under its token it is done once.
      generated.send(transaction);
      assertThat(refusal).as("refusal").isNotEqualTo(Answer.YES);
      assertThat(failing).as("failing members").isEmpty();
      tally.add("MIXED_DONE");
      for (Attempt attempt : members.values()) {
        EntitySpec entity = attempt.call().entity();
        attempt.outcome().apply(oracle).now().ifPresent(now -> stored.check(entity, now));
      }
    } catch (IllegalArgumentException e) {
      tally.add("MIXED_REFUSED");
      assertThat(refusal).as("refusal: " + e.getMessage()).isNotEqualTo(Answer.NO);
    } catch (TransactionFailedException e) {
      tally.add("MIXED_FAILED");
      assertThat(failing).as("failing members").isNotEmpty();
      assertThat(refusal).as("refusal").isNotEqualTo(Answer.YES);
      Set<String> failed = new HashSet<>();
      e.failed().forEach(member -> failed.add(member.name()));
      assertThat(failed).as("failing members").isEqualTo(failing);
    }
    for (Attempt attempt : members.values()) {
      if (before.get(attempt.call().entity(), attempt.call().item()).isPresent()) {
        stored.check(attempt.call().entity(), attempt.call().item());
      }
    }
    stored.checkIndexes();
  }

  private static Answer refusal(Iterable<Attempt> members) {
    Answer refusal = Answer.NO;
    Set<List<Object>> written = new HashSet<>();
    for (Attempt attempt : members) {
      refusal = Answer.greater(refusal, attempt.refusal());
      for (List<Object> key : attempt.keys()) {
        refusal = written.add(key) ? refusal : Answer.YES;
      }
      if (!attempt.call().entity().uniques().isEmpty()) {
        // Two may have one guard.
        refusal = Answer.greater(refusal, Answer.MAYBE);
      }
    }
    return refusal;
  }

  private Transaction transaction(Map<String, Attempt> members) {
    Transaction transaction = new Transaction();
    for (Map.Entry<String, Attempt> member : members.entrySet()) {
      Attempt attempt = member.getValue();
      EntityRequests<?, ?> requests =
          (EntityRequests<?, ?>) generated.requests(attempt.call().entity());
      transaction = with(transaction, member.getKey(), requests, attempt.invocation());
    }
    return transaction;
  }

  @SuppressWarnings("unchecked")
  private <K> Transaction with(
      Transaction transaction,
      String name,
      EntityRequests<K, ?> requests,
      Attempt.Invocation invocation) {
    Supplier<K> key = () -> (K) generated.key(invocation.entity(), invocation.item());
    return switch (invocation.method()) {
      case "exists" -> transaction.exists(name, requests, key.get());
      case "absent" -> transaction.absent(name, requests, key.get());
      default -> transaction.addAll(name, requests, r -> generated.actions(invocation));
    };
  }
}
