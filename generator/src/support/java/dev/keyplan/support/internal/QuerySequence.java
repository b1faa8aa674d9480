package dev.keyplan.support.internal;

import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** One query after the other, each of which depends on the answers to those before it. */
public interface QuerySequence {
  /** What has to be sent next; empty if nothing more is needed. */
  Optional<QueryRequest> next();

  /** Takes the answer to what was to be sent. */
  void add(QueryResponse response);

  /** Sends one after the other. */
  default void send(Function<QueryRequest, QueryResponse> client) {
    for (Optional<QueryRequest> next = next(); next.isPresent(); next = next()) {
      add(client.apply(next.get()));
    }
  }
}
