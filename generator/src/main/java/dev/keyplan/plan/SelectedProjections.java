package dev.keyplan.plan;

import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Index;
import dev.keyplan.model.SelectedAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What {@code project selected} makes of an index: the attributes that the reads need which it
 * serves, besides the keys that it holds anyway.
 */
final class SelectedProjections {
  private final Map<DefinitionName, Map<String, Set<String>>> needed =
      new TreeMap<>(java.util.Comparator.comparing(DefinitionName::toString));

  private SelectedProjections() {}

  static SelectedAttributes of(List<Plan> plans) {
    SelectedProjections projections = new SelectedProjections();
    for (Plan plan : plans) {
      if (plan instanceof Plan.Query query) {
        projections.add(query.path(), PathContents.neededNames(query.pattern(), query.isFetched()));
      } else if (plan instanceof Plan.Scan scan) {
        Set<String> names = PathContents.neededNames(scan.pattern(), false);
        scan.typeAttribute().ifPresent(names::add);
        projections.add(scan.path(), names);
      }
    }
    Map<DefinitionName, Map<String, List<String>>> lists = new TreeMap<>(
        java.util.Comparator.comparing(DefinitionName::toString));
    projections.needed.forEach(
        (table, indexes) -> {
          Map<String, List<String>> byIndex = new TreeMap<>();
          indexes.forEach((index, names) -> byIndex.put(index, new ArrayList<>(names)));
          lists.put(table, byIndex);
        });
    return new SelectedAttributes(lists);
  }

  private void add(AccessPath path, Set<String> names) {
    if (!path.projectsSelected()) {
      return;
    }
    Index index = path.index().orElseThrow();
    Set<String> projected =
        needed
            .computeIfAbsent(path.table().name(), table -> new TreeMap<>())
            .computeIfAbsent(index.name(), name -> new TreeSet<>());
    names.stream()
        .filter(name -> !index.key().contains(name) && !path.table().key().contains(name))
        .forEach(projected::add);
  }
}
