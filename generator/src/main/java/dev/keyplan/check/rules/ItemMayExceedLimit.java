package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.check.Warning;
import dev.keyplan.cost.EntitySize;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Limits;
import dev.keyplan.model.Model;
import java.util.Comparator;
import java.util.List;

/**
 * An item has up to 400 KB, names included. Told where the ranges of the attributes, each at its
 * largest, make more; a text without an end is not asked for. Source: Amazon DynamoDB Developer
 * Guide, "Constraints in Amazon DynamoDB", "Item size".
 */
public final class ItemMayExceedLimit implements ModelRule, Warning {
  public static final String ID = "ITEM_MAY_EXCEED_LIMIT";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    return model.entities().stream()
        .filter(entity -> EntitySize.largest(entity).orElse(0) > Limits.BYTES_OF_AN_ITEM)
        .map(ItemMayExceedLimit::report)
        .toList();
  }

  private static Diagnostic report(Entity entity) {
    Attribute largest =
        entity.attributes().stream()
            .max(Comparator.comparingLong(a -> EntitySize.of(a.type()).maximum().orElse(0)))
            .orElseThrow();
    return Diagnostic.warning(
            ID,
            entity.span(),
            "an item of `%s` may have %s, and DynamoDB takes %s"
                .formatted(
                    entity.name().name(),
                    Numbers.bytes(EntitySize.largest(entity).getAsLong()),
                    Numbers.bytes(Limits.BYTES_OF_AN_ITEM)))
        .withRelated(
            largest.span(),
            "up to %s of them"
                .formatted(Numbers.bytes(EntitySize.of(largest.type()).maximum().getAsLong())))
        .withHint("a smaller range; or items of their own, or objects in S3, for what is large");
  }
}
