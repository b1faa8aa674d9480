package dev.keyplan.model;

import java.util.List;
import java.util.Optional;

/**
 * What DynamoDB is told about a table besides its keys, indexes and billing. None of it changes how
 * items are read and written.
 *
 * @param stream what the table's stream holds of a changed item; empty if there is no stream
 * @param isProtected whether the table cannot be deleted before this is taken back
 * @param isRecoverable whether the table can be restored to any second of the last weeks
 * @param tags in the order of the model
 */
public record TableSettings(
    Optional<TimeToLive> timeToLive,
    Optional<StreamView> stream,
    TableClass tableClass,
    Encryption encryption,
    boolean isProtected,
    boolean isRecoverable,
    List<Tag> tags) {
  public TableSettings {
    tags = List.copyOf(tags);
  }

  /** What a table has that says nothing. */
  public static TableSettings defaults() {
    return new TableSettings(
        Optional.empty(),
        Optional.empty(),
        TableClass.STANDARD,
        new Encryption.AwsOwned(),
        false,
        false,
        List.of());
  }
}
