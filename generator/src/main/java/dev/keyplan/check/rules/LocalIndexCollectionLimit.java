package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.check.Warning;
import dev.keyplan.cost.EntitySize;
import dev.keyplan.cost.Partitions;
import dev.keyplan.cost.SizeRange;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Index;
import dev.keyplan.model.Limits;
import dev.keyplan.model.Model;
import dev.keyplan.plan.AccessPath;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A table with a local index holds at most 10 GB for each value of its partition key, the entries
 * of the local indexes included; more is refused. Source: Amazon DynamoDB Developer Guide, "Local
 * secondary indexes", "Item collection size limit".
 */
public final class LocalIndexCollectionLimit implements ModelRule, Warning {
  public static final String ID = "LOCAL_INDEX_COLLECTION_LIMIT";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    return model.entities().stream()
        .filter(entity -> !entity.table().indexes(Index.Kind.LOCAL).isEmpty())
        .flatMap(entity -> check(entity).stream())
        .toList();
  }

  private static Optional<Diagnostic> check(Entity entity) {
    OptionalLong partitions = Partitions.count(AccessPath.of(entity.table()), entity);
    if (partitions.isEmpty() || entity.volume().isEmpty()) {
      return Optional.empty();
    }
    long items = entity.volume().get().amount() / Math.max(1, partitions.getAsLong());
    long bytes = new SizeRange(bytesOfItem(entity), OptionalLong.empty()).times(items).minimum();
    if (bytes <= Limits.BYTES_OF_AN_ITEM_COLLECTION) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.warning(
                ID,
                entity.key().partition().get(0).span(),
                "each partition key value of `%s` has %s items of at least %s, and a table with a"
                        .formatted(entity.name().name(), Numbers.text(items), Numbers.bytes(bytes))
                    + " local index takes %s"
                        .formatted(Numbers.bytes(Limits.BYTES_OF_AN_ITEM_COLLECTION)))
            .withRelated(entity.table().indexes(Index.Kind.LOCAL).get(0).span(), "the local index")
            .withHint("a global index in its place, or a partition key of more values"));
  }

  private static long bytesOfItem(Entity entity) {
    return EntitySize.of(entity).minimum()
        + entity.indexes().stream()
            .filter(membership -> membership.index().kind() == Index.Kind.LOCAL)
            .mapToLong(membership -> EntitySize.of(entity, membership).minimum())
            .sum();
  }
}
