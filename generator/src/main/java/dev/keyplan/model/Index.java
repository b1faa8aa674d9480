package dev.keyplan.model;

import dev.keyplan.source.Span;
import java.util.Optional;

/**
 * A secondary index.
 *
 * @param name how the model calls it
 * @param indexName its name in DynamoDB
 * @param key of a local index: the partition key is the table's
 * @param throughput of a global index of a provisioned table, and only there
 * @param maximum of a global index of a table that is paid by request; the table's is not its
 * @param span of the name
 */
public record Index(
    String name,
    String indexName,
    Kind kind,
    KeySchema key,
    Projection projection,
    Optional<Throughput> throughput,
    Optional<RequestMaximum> maximum,
    Optional<String> documentation,
    Span span) {

  /** The two kinds of secondary index. */
  public enum Kind {
    /** Own partition key, eventually consistent, may be added later. */
    GLOBAL,
    /** The table's partition key, strongly consistent if asked, made with the table. */
    LOCAL
  }

  /**
   * Whether its entries hold the attribute of this physical name, apart from the table's key, which
   * every entry holds.
   */
  public boolean projects(String attributeName) {
    return key.contains(attributeName)
        || projection instanceof Projection.All
        || projection.attributes().contains(attributeName);
  }

  /** Whether it projects what the reads select that it serves. */
  public boolean projectsSelected() {
    return projection instanceof Projection.Selected;
  }
}
