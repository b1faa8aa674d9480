package dev.keyplan.cost;

import dev.keyplan.model.Entity;
import dev.keyplan.plan.AccessPath;
import dev.keyplan.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The loads of all tables and indexes that any pattern takes something from. They are looked up,
 * not searched for: a design may have thousands of them.
 */
public final class Loads {
  private final Map<String, Load> byPlace;

  private Loads(Map<String, Load> byPlace) {
    this.byPlace = byPlace;
  }

  public static Loads of(List<Plan> plans) {
    Map<String, List<Load.Part>> parts = new LinkedHashMap<>();
    CallCosts costs = new CallCosts();
    for (Plan plan : plans) {
      for (Consumption consumption : costs.of(plan).parts()) {
        parts
            .computeIfAbsent(key(consumption.path(), consumption.entity()), k -> new ArrayList<>())
            .add(new Load.Part(plan, consumption));
      }
    }
    Map<String, Load> loads = new LinkedHashMap<>();
    parts.forEach(
        (place, all) -> {
          Consumption first = all.get(0).consumption();
          loads.put(place, new Load(first.path(), first.entity(), all));
        });
    return new Loads(loads);
  }

  /** What is taken from a table or index for the items of an entity; empty if nothing is. */
  public Optional<Load> at(AccessPath path, Entity entity) {
    return Optional.ofNullable(byPlace.get(key(path, entity)));
  }

  static String key(AccessPath path, Entity entity) {
    return path.fullName() + " of " + entity.name();
  }
}
