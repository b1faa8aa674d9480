package dev.keyplan.support.internal;

import dev.keyplan.support.BatchIncompleteException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The chunks of a batch, which several senders take from until one of them has to give up. */
final class ChunkQueue<E> {
  private final List<List<E>> all;
  private final Function<E, Map<String, AttributeValue>> key;
  private final List<E> undone = new ArrayList<>();
  private int begun;
  private boolean isFailed;
  private /*@Nullable*/ Throwable cause;

  ChunkQueue(List<List<E>> all, Function<E, Map<String, AttributeValue>> key) {
    this.all = all;
    this.key = key;
  }

  int size() {
    return all.size();
  }

  /** The next chunk to send; empty if there is none, or no other is to be begun. */
  synchronized Optional<Retries<E>> next() {
    return isFailed || !undone.isEmpty() || begun == all.size()
        ? Optional.empty()
        : Optional.of(new Retries<>(all.get(begun++)));
  }

  /**
   * Lets no other chunk begin because one failed: those left in part are not sent again, either.
   */
  synchronized void fail() {
    isFailed = true;
  }

  synchronized boolean isFailed() {
    return isFailed;
  }

  /**
   * Lets no other chunk begin because one was given up.
   *
   * @param left what was not done of it, which is something
   * @param why null if DynamoDB did not do it
   */
  synchronized void giveUp(List<E> left, /*@Nullable*/ Throwable why) {
    undone.addAll(left);
    cause = cause == null ? why : cause;
  }

  /**
   * Called when all senders have ended.
   *
   * @throws BatchIncompleteException if one has given up
   */
  synchronized void throwIfIncomplete() {
    if (!undone.isEmpty()) {
      all.subList(begun, all.size()).forEach(undone::addAll);
      int total = all.stream().mapToInt(List::size).sum();
      throw new BatchIncompleteException(total, undone.stream().map(key).toList(), cause);
    }
  }
}
