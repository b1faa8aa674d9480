package dev.keyplan.proof;

import dev.keyplan.model.AttributeType.BinaryType;
import dev.keyplan.model.Limits;
import dev.keyplan.proof.Intersection.HoleValue;
import dev.keyplan.proof.Intersection.Witness;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The values of key attributes that hold one value of an attribute and no text. */
final class PlainValues {
  /** In bytes; what DynamoDB takes for a partition key. */
  private static final int LONGEST_KEY = Limits.BYTES_OF_A_PARTITION_KEY;

  private final Lengths lengths;

  PlainValues(Lengths lengths) {
    this.lengths = lengths;
  }

  /** Numbers are compared as numbers: two ranges have one in common, or not. */
  static Optional<Witness> numbers(
      KeyValues left,
      Map<String, String> leftFixed,
      KeyValues right,
      Map<String, String> rightFixed) {
    return NumberRange.of(left, leftFixed)
        .common(NumberRange.of(right, rightFixed))
        .map(NumberRange::example)
        .map(text -> witness(text, left, right));
  }

  private static Witness witness(String text, KeyValues left, KeyValues right) {
    return new Witness(text, value(text, left), value(text, right));
  }

  private static List<HoleValue> value(String text, KeyValues values) {
    return values
        .attribute()
        .map(a -> new HoleValue(new HolePlace(a, Optional.empty(), false), 0, text))
        .stream()
        .toList();
  }

  /** Bytes are only told apart by their number; examples are zeros in hexadecimal digits. */
  Optional<Witness> bytes(
      KeyValues left,
      Map<String, String> leftFixed,
      KeyValues right,
      Map<String, String> rightFixed) {
    BinaryType ours = lengths(left, leftFixed);
    BinaryType theirs = lengths(right, rightFixed);
    int low = Math.max(1, Math.max(ours.minimumLength(), theirs.minimumLength()));
    int high =
        Math.min(
            ours.maximumLength().orElse(LONGEST_KEY), theirs.maximumLength().orElse(LONGEST_KEY));
    return low <= Math.min(high, LONGEST_KEY)
        ? Optional.of(witness("00".repeat(low), left, right))
        : Optional.empty();
  }

  private BinaryType lengths(KeyValues values, Map<String, String> fixed) {
    if (values.attribute().isEmpty()) {
      return new BinaryType(0, OptionalInt.empty());
    }
    String value = fixed.get(values.attribute().get().name());
    if (value == null && lengths == Lengths.ANY) {
      return new BinaryType(0, OptionalInt.empty());
    }
    return value == null
        ? (BinaryType) values.attribute().get().type()
        : new BinaryType(value.length() / 2, OptionalInt.of(value.length() / 2));
  }
}
