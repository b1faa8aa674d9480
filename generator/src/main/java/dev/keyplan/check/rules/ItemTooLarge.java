package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.cost.EntitySize;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Index;
import dev.keyplan.model.Limits;
import dev.keyplan.model.Model;
import java.util.List;

/**
 * An entity whose items are larger than DynamoDB stores, even with the shortest values. Its entries
 * in local indexes count with it.
 */
public final class ItemTooLarge implements ModelRule {
  public static final String ID = "ITEM_TOO_LARGE";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    return model.entities().stream()
        .filter(entity -> least(entity) > Limits.BYTES_OF_AN_ITEM)
        .map(
            entity ->
                Diagnostic.error(
                        ID,
                        entity.span(),
                        "an item of `%s` has %d bytes at least"
                            .formatted(entity.name().name(), least(entity)))
                    .withLabel(
                        "DynamoDB stores %d, with the entries in local indexes"
                            .formatted(Limits.BYTES_OF_AN_ITEM))
                    .withHint("allow shorter values, or store a part as items of their own"))
        .toList();
  }

  private static long least(Entity entity) {
    long entries =
        entity.indexes().stream()
            .filter(membership -> membership.index().kind() == Index.Kind.LOCAL)
            .mapToLong(membership -> EntitySize.of(entity, membership).minimum())
            .sum();
    return EntitySize.of(entity).minimum() + entries;
  }
}
