package dev.keyplan.model;

import dev.keyplan.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A table.
 *
 * @param tableName its name in DynamoDB, unless a deployment gives it another
 * @param typeAttribute the attribute that holds each item's entity; empty if there is none
 * @param hasCopies whether items hold the values in their key texts as attributes, too
 * @param span of the name
 */
public record Table(
    DefinitionName name,
    String tableName,
    Optional<String> documentation,
    KeySchema key,
    List<Index> indexes,
    Billing billing,
    Optional<String> typeAttribute,
    TableSettings settings,
    boolean hasCopies,
    Span span) {
  public Table {
    indexes = List.copyOf(indexes);
  }

  /** Whether an image of each record in its stream shows what item the record is of. */
  public boolean isShownByImages(StreamView view) {
    return view.hasAllImages() && typeAttribute.isPresent();
  }

  /** Its indexes of a kind, in the order of the model. */
  public List<Index> indexes(Index.Kind kind) {
    return indexes.stream().filter(index -> index.kind() == kind).toList();
  }

  public Optional<Index> index(String indexName) {
    return indexes.stream().filter(index -> index.name().equals(indexName)).findFirst();
  }
}
