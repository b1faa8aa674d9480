package dev.keyplan.plan;

import dev.keyplan.model.AttributePath;
import dev.keyplan.model.Change;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Operand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What changes demand of the stored item. DynamoDB refuses a change inside of something that is not
 * there, and puts an element behind the end of a list at its end: a condition says it beforehand.
 */
public final class ChangeDemands {
  private ChangeDemands() {}

  /** What has to be there, apart from numbers that have to be in a range. */
  public static List<AttributePath> existing(List<Change> changes) {
    Map<String, AttributePath> needed = new LinkedHashMap<>();
    for (Change change : changes) {
      for (AttributePath path : needed(change)) {
        needed.putIfAbsent(path.text(), path);
      }
    }
    for (Change change : changes) {
      limited(change)
          .filter(number -> !mayCountFromZero(change))
          .ifPresent(number -> needed.values().removeIf(path -> isAround(path, number)));
    }
    return List.copyOf(needed.values());
  }

  /** A value that becomes the key of an index as it is, which cannot be empty. */
  public static Optional<AttributePath> notEmpty(Entity entity, Change change) {
    Optional<AttributePath> source =
        change instanceof Change.Replace replace
            ? attribute(replace.value())
            : change instanceof Change.SetIfAbsent set
                ? Optional.of(set.present().path())
                : Optional.empty();
    return source.filter(
        path ->
            change.path().isWhole()
                && entity.isStoredAsIndexKey(change.path().target())
                && path.target().type().mayBeEmpty());
  }

  private static Optional<AttributePath> attribute(Operand operand) {
    return operand instanceof Operand.OfAttribute of ? Optional.of(of.path()) : Optional.empty();
  }

  /** The number that has to be in a range so that the result is in its own. */
  public static Optional<AttributePath> limited(Change change) {
    if (change instanceof Change.AddNumber add) {
      return Optional.of(add.path());
    }
    if (change instanceof Change.Calculate calculate) {
      List<AttributePath> terms = sources(calculate);
      return terms.size() == 1 ? Optional.of(terms.get(0)) : Optional.empty();
    }
    return Optional.empty();
  }

  /** Whether a number that is absent counts as 0. */
  public static boolean mayCountFromZero(Change change) {
    return change instanceof Change.AddNumber && change.path().mayBeAbsent();
  }

  private static List<AttributePath> needed(Change change) {
    List<AttributePath> needed = new ArrayList<>();
    boolean isElement =
        change.path().last().filter(AttributePath.Element.class::isInstance).isPresent();
    if (isElement && !(change instanceof Change.Remove)) {
      needed.add(change.path());
    } else {
      change.path().parent().ifPresent(needed::add);
    }
    if (!(change instanceof Change.SetIfAbsent)) {
      needed.addAll(sources(change));
    }
    return needed;
  }

  private static List<AttributePath> sources(Change change) {
    return change.operands().stream()
        .filter(Operand.OfAttribute.class::isInstance)
        .map(operand -> ((Operand.OfAttribute) operand).path())
        .toList();
  }

  private static boolean isAround(AttributePath path, AttributePath inner) {
    return inner.text().startsWith(path.text()) && path.mayOverlap(inner);
  }
}
