package dev.keyplan.support.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item that is known as it was read. Its changes are made here, as DynamoDB would make them;
 * what DynamoDB would refuse is an {@link IllegalArgumentException}. One is made after the other:
 * the index of a list's element is the one that the changes before have left it.
 */
public final class KnownItem implements Changes {
  private AttributeValue item;

  public KnownItem(Map<String, AttributeValue> item) {
    this.item = AttributeValue.fromM(item);
  }

  /** An attribute of it. */
  public Place at(String attribute) {
    return new Place(this, Path.of(attribute));
  }

  /** The item as it is by now. */
  public Map<String, AttributeValue> item() {
    return item.m();
  }

  @Override
  public void set(Path path, AttributeValue value) {
    change(path, stored -> Optional.of(value));
  }

  @Override
  public void remove(Path path) {
    change(path, stored -> Optional.empty());
  }

  @Override
  public void change(Path path, RelativeChange change) {
    change(path, stored -> changed(path, stored, change));
  }

  private void change(Path path, UnaryOperator<Optional<AttributeValue>> change) {
    item = changed(item, path, 0, change);
  }

  /** What a value becomes when something inside of it changes. */
  private static AttributeValue changed(
      AttributeValue value, Path path, int depth, UnaryOperator<Optional<AttributeValue>> change) {
    Path.Step step = path.steps().get(depth);
    boolean isLast = depth == path.steps().size() - 1;
    Optional<AttributeValue> stored = child(value, step);
    if (stored.isEmpty() && !isLast) {
      throw new IllegalArgumentException(
          new Path(path.steps().subList(0, depth + 1)).text()
              + " is not there, and nothing inside of it can be changed");
    }
    Optional<AttributeValue> changed =
        isLast
            ? change.apply(stored)
            : Optional.of(changed(stored.orElseThrow(), path, depth + 1, change));
    if (step instanceof Path.Element element) {
      return withElement(value, element.index(), changed, path);
    }
    String name = ((Path.Named) step).name();
    Map<String, AttributeValue> entries = new HashMap<>(value.m());
    changed.ifPresentOrElse(now -> entries.put(name, now), () -> entries.remove(name));
    return AttributeValue.fromM(entries);
  }

  private static Optional<AttributeValue> child(AttributeValue value, Path.Step step) {
    if (step instanceof Path.Element element) {
      return element.index() < value.l().size()
          ? Optional.of(value.l().get(element.index()))
          : Optional.empty();
    }
    return Optional.ofNullable(value.m().get(((Path.Named) step).name()));
  }

  private static AttributeValue withElement(
      AttributeValue list, int index, Optional<AttributeValue> changed, Path path) {
    List<AttributeValue> elements = new ArrayList<>(list.l());
    if (index < elements.size()) {
      changed.ifPresentOrElse(now -> elements.set(index, now), () -> elements.remove(index));
    } else if (changed.isPresent()) {
      throw new IllegalArgumentException(path.text() + " is not there, and cannot be set");
    }
    return AttributeValue.fromL(elements);
  }

  private static Optional<AttributeValue> changed(
      Path path, Optional<AttributeValue> stored, RelativeChange change) {
    AttributeValue given = change.value();
    return switch (change.kind()) {
      case ADD -> Optional.of(sum(path, stored, change));
      case ADD_ELEMENTS -> stored.map(set -> withElements(set, given)).or(() -> Optional.of(given));
      case REMOVE_ELEMENTS -> stored.flatMap(set -> withoutElements(set, given));
      case APPEND ->
          Optional.of(joined(stored.map(AttributeValue::l).orElse(List.of()), given.l()));
      case PREPEND ->
          Optional.of(joined(given.l(), stored.map(AttributeValue::l).orElse(List.of())));
      case SET_IF_ABSENT -> stored.or(() -> Optional.of(given));
    };
  }

  private static AttributeValue sum(
      Path path, Optional<AttributeValue> stored, RelativeChange change) {
    if (stored.isEmpty() && change.mayBeAbsent()) {
      return change.value();
    }
    BigDecimal number =
        new BigDecimal(
            stored
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            path.text() + " is not there, and nothing can be added to it"))
                .n());
    RelativeChange.Range range = change.range().orElseThrow();
    if (number.compareTo(new BigDecimal(range.least().n())) < 0
        || number.compareTo(new BigDecimal(range.most().n())) > 0) {
      throw new IllegalArgumentException(path.text() + " would leave its range");
    }
    return AttributeValue.fromN(number.add(new BigDecimal(change.value().n())).toPlainString());
  }

  private static AttributeValue joined(List<AttributeValue> first, List<AttributeValue> second) {
    List<AttributeValue> all = new ArrayList<>(first);
    all.addAll(second);
    return AttributeValue.fromL(all);
  }

  private static AttributeValue withElements(AttributeValue set, AttributeValue added) {
    return switch (set.type()) {
      case SS -> AttributeValue.fromSs(List.copyOf(united(set.ss(), added.ss())));
      case NS -> AttributeValue.fromNs(List.copyOf(united(set.ns(), added.ns())));
      default -> AttributeValue.fromBs(List.copyOf(united(set.bs(), added.bs())));
    };
  }

  /** An empty set is none. */
  private static Optional<AttributeValue> withoutElements(
      AttributeValue set, AttributeValue removed) {
    return switch (set.type()) {
      case SS -> present(left(set.ss(), removed.ss())).map(AttributeValue::fromSs);
      case NS -> present(left(set.ns(), removed.ns())).map(AttributeValue::fromNs);
      default -> {
        List<SdkBytes> left = left(set.bs(), removed.bs());
        yield present(left).map(AttributeValue::fromBs);
      }
    };
  }

  private static <T> Set<T> united(Collection<T> first, Collection<T> second) {
    Set<T> all = new LinkedHashSet<>(first);
    all.addAll(second);
    return all;
  }

  private static <T> List<T> left(Collection<T> all, Collection<T> removed) {
    List<T> left = new ArrayList<>(all);
    left.removeAll(removed);
    return left;
  }

  private static <T> Optional<List<T>> present(List<T> elements) {
    return elements.isEmpty() ? Optional.empty() : Optional.of(elements);
  }
}
