package dev.keyplan.plan;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Condition;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Index;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.SelectedAttributes;
import dev.keyplan.model.Selection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What {@code project selected} makes of an index: the attributes that the reads need which it
 * serves, besides the keys that it holds anyway.
 */
final class SelectedProjections {
  private final Map<DefinitionName, Map<String, Set<String>>> needed = new HashMap<>();

  private SelectedProjections() {}

  static SelectedAttributes of(List<Plan> plans) {
    SelectedProjections projections = new SelectedProjections();
    for (Plan plan : plans) {
      if (plan instanceof Plan.Query query) {
        projections.add(query.path(), query.pattern(), query.filter(), query.isFetched());
      } else if (plan instanceof Plan.Scan scan) {
        projections.add(scan.path(), scan.pattern(), scan.filter(), false);
        scan.typeAttribute().ifPresent(name -> projections.add(scan.path(), name));
      }
    }
    Map<DefinitionName, Map<String, List<String>>> lists = new HashMap<>();
    projections.needed.forEach(
        (table, indexes) -> {
          Map<String, List<String>> byIndex = new HashMap<>();
          indexes.forEach((index, names) -> byIndex.put(index, List.copyOf(names)));
          lists.put(table, byIndex);
        });
    return new SelectedAttributes(lists);
  }

  private void add(
      AccessPath path, ReadPattern pattern, Optional<Condition> filter, boolean isFetched) {
    List<Attribute> selected = pattern.selection().map(Selection::attributes).orElse(List.of());
    if (!isFetched) {
      for (Entity entity : pattern.entities()) {
        selected.stream()
            .flatMap(a -> entity.attribute(a.name()).map(entity::nameOfHolder).stream())
            .forEach(name -> add(path, name));
      }
    }
    List<Condition.Term> terms = filter.map(Condition::terms).orElse(List.of());
    terms.forEach(term -> term.attributes().forEach(a -> add(path, a.storedName())));
    filter
        .map(Condition::entityTests)
        .orElse(List.of())
        .forEach(test -> add(path, test.storedName()));
  }

  private void add(AccessPath path, String name) {
    if (!path.projectsSelected() || path.table().key().contains(name)) {
      return;
    }
    Index index = path.index().orElseThrow();
    if (!index.key().contains(name)) {
      needed
          .computeIfAbsent(path.table().name(), table -> new HashMap<>())
          .computeIfAbsent(index.name(), i -> new TreeSet<>())
          .add(name);
    }
  }
}
