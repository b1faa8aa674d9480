package dev.keyplan.plan;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType.EnumType;
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.EnumDefinition;
import dev.keyplan.model.Filling;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.TypeKind;
import dev.keyplan.plan.Plan.Obstacle;
import dev.keyplan.plan.Plan.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Whether items come in the order of their attributes' values. DynamoDB orders by the bytes of the
 * sort key alone, so the attributes must stand in it in that sequence, behind those that are bound,
 * and each must be stored so that text order is value order.
 */
final class Ordering {
  private Ordering() {}

  /** Why a key does not give the pattern's order, if it does not. */
  static Optional<Rejection> mismatch(AccessPath path, EntityKey key, ReadPattern pattern) {
    if (pattern.order().isEmpty()) {
      return Optional.empty();
    }
    ReadPattern.Order order = pattern.order().get();
    List<Attribute> open = open(pattern);
    List<Place> places = unboundPlaces(key, pattern.equalities().keySet());
    for (int i = 0; i < open.size(); i++) {
      Attribute wanted = open.get(i);
      Optional<String> reason =
          i < places.size() && places.get(i).attribute().name().equals(wanted.name())
              ? disorder(places.get(i))
                  .or(otherDirection(places.get(0), places.get(i)))
                  .map(why -> "cannot be ordered by `" + wanted.name() + "`: " + why)
              : Optional.of(otherOrder(places, wanted));
      if (reason.isPresent()) {
        return Optional.of(
            new Rejection(
                path, Obstacle.ORDER, path.description() + " " + reason.get(), order.span()));
      }
    }
    return Optional.empty();
  }

  /** Whether a key is read from its end to give the pattern's order, if it can give it. */
  static boolean isBackward(EntityKey key, ReadPattern pattern) {
    boolean isDescending = pattern.order().map(ReadPattern.Order::isDescending).orElse(false);
    List<Place> places = unboundPlaces(key, pattern.equalities().keySet());
    boolean isReversed = !open(pattern).isEmpty() && places.get(0).isDescending();
    return isDescending != isReversed;
  }

  /** What is bound has one value in all results: ordering by it changes nothing. */
  private static List<Attribute> open(ReadPattern pattern) {
    Set<String> bound = pattern.equalities().keySet();
    return pattern.order().stream()
        .flatMap(order -> order.attributes().stream())
        .filter(wanted -> !bound.contains(wanted.name()))
        .toList();
  }

  private static Supplier<Optional<String>> otherDirection(Place first, Place place) {
    return () ->
        first.isDescending() == place.isDescending()
            ? Optional.empty()
            : Optional.of(
                "it goes the other way than `%s` before it".formatted(first.attribute().name()));
  }

  /** Why the values of an attribute do not sort as a key attribute of its own, as a clause. */
  static Optional<String> disorder(Attribute attribute) {
    return disorder(attribute, OptionalInt.empty());
  }

  /** Why the texts in a hole do not sort as the values do, as a clause. */
  static Optional<String> disorder(KeyTemplate.Hole hole) {
    if (hole.isEscaped()) {
      return Optional.empty();
    }
    return hole.holdsValue()
        ? disorder(
            hole.attribute(), hole.delimiter().map(OptionalInt::of).orElse(OptionalInt.empty()))
        : Optional.of("the key has `%s` there, which is not the value".formatted(hole.text()));
  }

  private static Optional<String> disorder(Place place) {
    return place.hole().map(Ordering::disorder).orElseGet(() -> disorder(place.attribute()));
  }

  private static Optional<String> disorder(Attribute attribute, OptionalInt delimiter) {
    if (attribute.type() instanceof EnumType type) {
      return disorder(type.definition(), delimiter);
    }
    if (!attribute.type().hasOrder()) {
      return Optional.of(
          attribute.type().kind() == TypeKind.FORMATTED_TIMESTAMP
              ? "texts of `%s` do not sort by time".formatted(attribute.type().text())
              : "its type has no order");
    }
    boolean sortsBelowDelimiter =
        delimiter.isPresent()
            && attribute.type() instanceof StringType type
            && type.facts().mayContainUpTo(delimiter.getAsInt());
    return sortsBelowDelimiter
        ? Optional.of(
            "text before a `%s` may hold characters that sort below it, unless it is `string(ordered)`"
                .formatted(Character.toString(delimiter.getAsInt())))
        : Optional.empty();
  }

  private static Optional<String> disorder(EnumDefinition definition, OptionalInt delimiter) {
    List<EnumDefinition.Constant> constants = definition.constants();
    for (int i = 1; i < constants.size(); i++) {
      String before = constants.get(i - 1).storedText();
      String after = constants.get(i).storedText();
      if (before.compareTo(after) >= 0) {
        return Optional.of(
            "the text `%s` of `%s` does not sort behind the text `%s` of `%s`"
                .formatted(after, constants.get(i).name(), before, constants.get(i - 1).name()));
      }
    }
    boolean sortsBelowDelimiter =
        delimiter.isPresent()
            && constants.stream()
                .flatMapToInt(constant -> constant.storedText().codePoints())
                .anyMatch(character -> character <= delimiter.getAsInt());
    return sortsBelowDelimiter
        ? Optional.of("its texts hold characters that sort below the delimiter")
        : Optional.empty();
  }

  /**
   * Where an attribute stands in the sort key.
   *
   * @param hole its hole in a template; empty if it is a key attribute of its own
   */
  private record Place(Attribute attribute, Optional<KeyTemplate.Hole> hole) {
    boolean isDescending() {
      return hole.filter(KeyTemplate.Hole::isDescending).isPresent();
    }
  }

  /** The attributes of the sort key in sequence, without those that have one value only. */
  private static List<Place> unboundPlaces(EntityKey key, Set<String> bound) {
    List<Place> places = new ArrayList<>();
    for (EntityKey.Part part : key.sort()) {
      if (part.filling() instanceof Filling.FromAttribute from) {
        places.add(new Place(from.attribute(), Optional.empty()));
      } else {
        KeyTemplate template = ((Filling.FromTemplate) part.filling()).template();
        template.holes().forEach(h -> places.add(new Place(h.attribute(), Optional.of(h))));
      }
    }
    places.removeIf(place -> bound.contains(place.attribute().name()));
    return places;
  }

  private static String otherOrder(List<Place> places, Attribute wanted) {
    List<String> names =
        places.stream().map(place -> "`" + place.attribute().name() + "`").toList();
    String name = "`" + wanted.name() + "`";
    if (names.isEmpty()) {
      return "has no order that is still open";
    }
    return names.contains(name)
        ? "is ordered by %s before %s".formatted(names.get(0), name)
        : "is ordered by %s, not by %s".formatted(String.join(", then ", names), name);
  }
}
