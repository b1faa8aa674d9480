package dev.keyplan.model;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each index with {@code project selected} projects.
 *
 * @param byIndex physical names, by the index's name, by the table's
 */
public record SelectedAttributes(Map<DefinitionName, Map<String, List<String>>> byIndex) {
  public SelectedAttributes {
    byIndex = Collections.unmodifiableMap(new HashMap<>(byIndex));
  }

  /** What is known before the reads are planned. */
  public static SelectedAttributes none() {
    return new SelectedAttributes(Map.of());
  }

  public List<String> of(DefinitionName table, String index) {
    return byIndex.getOrDefault(table, Map.of()).getOrDefault(index, List.of());
  }
}
