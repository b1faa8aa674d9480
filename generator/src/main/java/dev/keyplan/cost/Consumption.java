package dev.keyplan.cost;

import dev.keyplan.model.Entity;
import dev.keyplan.model.Index;
import dev.keyplan.plan.AccessPath;

/**
 * The capacity units that one call takes from a table or an index.
 *
 * @param entity whose items are read or written; of several, the first
 * @param isWrite whether they are write units
 */
public record Consumption(AccessPath path, Entity entity, boolean isWrite, CapacityUnits units) {
  /** Whether a global index gives them; the units of local indexes are those of their table. */
  public boolean isOfGlobalIndex() {
    return path.index().filter(index -> index.kind() == Index.Kind.GLOBAL).isPresent();
  }

  Consumption times(int factor) {
    return new Consumption(path, entity, isWrite, units.times(factor));
  }
}
