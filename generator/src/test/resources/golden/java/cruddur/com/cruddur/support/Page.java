// Copied by Keyplan. Do not edit.
package com.cruddur.support;

import java.util.List;
import java.util.Optional;

/**
 * One page of a query.
 *
 * @param items the results, in order; an empty page is not the end
 * @param next the cursor of the next page; empty at the end, and only there
 */
public record Page<T>(List<T> items, Optional<String> next) {
  public Page {
    items = List.copyOf(items);
  }
}
