package dev.keyplan.proof;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Filling;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.KeyTemplate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may stand in one key attribute: of the items of an entity, or of those that a key condition
 * finds.
 *
 * @param parts what a text begins with; for numbers and bytes a single hole, or nothing
 * @param tail what follows
 */
public record KeyValues(KeyAttribute key, List<KeyTemplate.Part> parts, Tail tail) {
  public KeyValues {
    parts = List.copyOf(parts);
  }

  /** What follows the parts. */
  public sealed interface Tail permits Nothing, Anything, Between, Numbers {}

  /** The parts are all. */
  public record Nothing() implements Tail {}

  /** Whatever the type allows, or nothing. */
  public record Anything() implements Tail {}

  /**
   * Texts of a range, in the order of UTF-8 bytes, which is that of code points.
   *
   * @param low the first of them
   * @param high the last of them; without it there is no end
   * @param includesHigh whether the end is one of them
   */
  public record Between(String low, Optional<String> high, boolean includesHigh) implements Tail {}

  /** Numbers of a range, ends included, without any parts before. */
  public record Numbers(Optional<BigDecimal> low, Optional<BigDecimal> high) implements Tail {}

  /** What an entity writes into the key attribute. */
  public static KeyValues of(EntityKey.Part part) {
    List<KeyTemplate.Part> parts =
        part.filling() instanceof Filling.FromAttribute from
            ? List.of(hole(from.attribute(), part))
            : ((Filling.FromTemplate) part.filling()).template().parts();
    return new KeyValues(part.key(), parts, new Nothing());
  }

  /** All values that the key attribute can have. */
  public static KeyValues all(KeyAttribute key) {
    return new KeyValues(key, List.of(), new Anything());
  }

  static List<KeyValues> of(EntityKey key) {
    return key.parts().stream().map(KeyValues::of).toList();
  }

  private static KeyTemplate.Part hole(Attribute attribute, EntityKey.Part part) {
    return new KeyTemplate.Hole(attribute, Optional.empty(), part.span());
  }

  /** The text that every value begins with. */
  String lead() {
    return !parts.isEmpty() && parts.get(0) instanceof KeyTemplate.Text text ? text.value() : "";
  }

  Stream<KeyTemplate.Hole> holes() {
    return parts.stream()
        .filter(KeyTemplate.Hole.class::isInstance)
        .map(KeyTemplate.Hole.class::cast);
  }

  /** The attribute that is the value, where one is. */
  Optional<Attribute> attribute() {
    return holes().map(KeyTemplate.Hole::attribute).findFirst();
  }
}
