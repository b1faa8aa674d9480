package dev.keyplan.plan;

import dev.keyplan.model.Comparator;
import dev.keyplan.model.KeyAttribute;
import java.util.List;

/**
 * One comparison of a key condition; DynamoDB joins them by {@code AND}.
 *
 * @param values as many as the comparator takes
 */
public record KeyTerm(KeyAttribute attribute, Comparator comparator, List<KeyValue> values) {
  public KeyTerm {
    values = List.copyOf(values);
  }
}
