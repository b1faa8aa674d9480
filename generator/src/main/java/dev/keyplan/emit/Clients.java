package dev.keyplan.emit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** For which clients of the AWS SDK there are repositories. */
public enum Clients {
  /** {@code DynamoDbClient}, whose calls wait for their answer. */
  SYNC,
  /** {@code DynamoDbAsyncClient}, whose calls give a future. */
  ASYNC,
  BOTH;

  /** What users call it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Clients> of(String word) {
    return Arrays.stream(values()).filter(clients -> clients.word().equals(word)).findFirst();
  }
}
