// Copied by Keyplan. Do not edit.
package com.cruddur.support.internal;

import java.math.BigDecimal;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A place in an item that an update changes: an attribute, or something inside of one. */
public final class Place {
  private final Changes changes;
  private final Path path;

  Place(Changes changes, Path path) {
    this.changes = changes;
    this.path = path;
  }

  /** An attribute of the struct that is here. */
  public Place member(String name) {
    return new Place(changes, path.with(new Path.Member(name)));
  }

  /** An entry of the map that is here. */
  public Place entry(String key) {
    return new Place(changes, path.with(new Path.Entry(Elements.key(path.text(), key))));
  }

  /** An element of the list that is here. */
  public Place element(int index) {
    if (index < 0) {
      throw new IllegalArgumentException(path.text() + " has no element before the first one");
    }
    return new Place(changes, path.with(new Path.Element(index)));
  }

  /** Sets what is here; an element of a list has to be there already. */
  public void set(AttributeValue value) {
    changes.set(path, value);
  }

  /** Removes what is here. That there is nothing is no error. */
  public void remove() {
    changes.remove(path);
  }

  /**
   * Adds to a number, and demands that it stays between two others.
   *
   * @param mayBeAbsent whether there may be none, which counts as zero
   */
  public void add(BigDecimal amount, String minimum, String maximum, boolean mayBeAbsent) {
    RelativeChange.Range range =
        new RelativeChange.Range(
            Bounds.difference(minimum, amount), Bounds.difference(maximum, amount));
    boolean canBeFirst =
        amount.compareTo(new BigDecimal(minimum)) >= 0
            && amount.compareTo(new BigDecimal(maximum)) <= 0;
    changes.change(
        path,
        new RelativeChange(
            RelativeChange.Kind.ADD,
            AttributeValue.fromN(amount.toPlainString()),
            Optional.of(range),
            mayBeAbsent && canBeFirst));
  }

  /** The same with a whole number. */
  public void add(long amount, String minimum, String maximum, boolean mayBeAbsent) {
    add(BigDecimal.valueOf(amount), minimum, maximum, mayBeAbsent);
  }

  /** Puts elements into a set. */
  public void addElements(AttributeValue set) {
    changes.change(path, RelativeChange.of(RelativeChange.Kind.ADD_ELEMENTS, set));
  }

  /** Takes elements out of a set. */
  public void removeElements(AttributeValue set) {
    changes.change(path, RelativeChange.of(RelativeChange.Kind.REMOVE_ELEMENTS, set));
  }

  /** Puts elements behind those of a list. */
  public void append(AttributeValue list) {
    changes.change(path, RelativeChange.of(RelativeChange.Kind.APPEND, list));
  }

  /** Puts elements before those of a list. */
  public void prepend(AttributeValue list) {
    changes.change(path, RelativeChange.of(RelativeChange.Kind.PREPEND, list));
  }

  /** Sets what is absent. */
  public void setIfAbsent(AttributeValue value) {
    changes.change(path, RelativeChange.of(RelativeChange.Kind.SET_IF_ABSENT, value));
  }
}
