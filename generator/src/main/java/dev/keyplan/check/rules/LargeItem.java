package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.check.Warning;
import dev.keyplan.cost.CapacityUnits;
import dev.keyplan.cost.EntitySize;
import dev.keyplan.cost.SizeRange;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Model;
import java.util.List;

/**
 * An item is read and written as a whole: each update of a counter in one of 100 KB costs 100 write
 * units. Told where the typical sizes of the attributes make more than that.
 */
public final class LargeItem implements ModelRule, Warning {
  public static final String ID = "LARGE_ITEM";

  @Override
  public String id() {
    return ID;
  }

  private static final long LARGE = 100 << 10;

  @Override
  public List<Diagnostic> check(Model model) {
    return model.entities().stream()
        .filter(entity -> EntitySize.of(entity).minimum() > LARGE)
        .map(LargeItem::report)
        .toList();
  }

  private static Diagnostic report(Entity entity) {
    SizeRange size = EntitySize.of(entity);
    return Diagnostic.warning(
            ID,
            entity.span(),
            "a typical item of `%s` has %s"
                .formatted(entity.name().name(), Numbers.bytes(size.minimum())))
        .withLabel(
            "each update takes %s write units, whatever it changes"
                .formatted(CapacityUnits.write(size).text()))
        .withHint("items of their own for what changes, or for what is large");
  }
}
