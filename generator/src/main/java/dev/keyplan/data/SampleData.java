package dev.keyplan.data;

import dev.keyplan.model.DefinitionName;
import java.util.List;

/**
 * All sample items of a design.
 *
 * @param items in the order of the files (by path) and of the items in them
 */
public record SampleData(List<SampleItem> items) {
  public SampleData {
    items = List.copyOf(items);
  }

  public static SampleData none() {
    return new SampleData(List.of());
  }

  /** The items of one entity, in order. */
  public List<SampleItem> of(DefinitionName entity) {
    return items.stream().filter(item -> item.entity().name().equals(entity)).toList();
  }
}
