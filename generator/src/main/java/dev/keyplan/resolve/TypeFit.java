package dev.keyplan.resolve;

import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.BinaryType;
import dev.keyplan.model.AttributeType.DecimalType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.model.NumberBounds;
import dev.keyplan.model.TypeKind;
import java.util.OptionalInt;

/** Whether values of two types go together. */
final class TypeFit {
  private TypeFit() {}

  /** Whether DynamoDB's comparison of the stored values says something of the values. */
  static boolean isComparable(AttributeType left, AttributeType right) {
    boolean areNumbers = left.kind().isNumber() && right.kind().isNumber();
    boolean areAlike =
        left.kind() == right.kind()
            && (left.kind() == TypeKind.STRING || left.kind() == TypeKind.BINARY);
    return areNumbers || areAlike || left.equals(right);
  }

  /** Whether every stored value of one type is one of the other. */
  static boolean isAssignable(AttributeType from, AttributeType to) {
    if (isExact(from) && isExact(to)) {
      return scale(from) <= scale(to)
          && NumberBounds.of(to).orElseThrow().contain(NumberBounds.of(from).orElseThrow());
    }
    if (from instanceof StringType source && to instanceof StringType target) {
      return source.minimumLength() >= target.minimumLength()
          && isWithin(source.maximumLength(), target.maximumLength());
    }
    if (from instanceof BinaryType source && to instanceof BinaryType target) {
      return source.minimumLength() >= target.minimumLength()
          && isWithin(source.maximumLength(), target.maximumLength());
    }
    return from.equals(to);
  }

  /** Whether DynamoDB calculates with it, and stores the result as the type does. */
  static boolean isExact(AttributeType type) {
    return type instanceof IntegerType || type instanceof DecimalType;
  }

  /** The digits behind the point. */
  static int scale(AttributeType type) {
    return type instanceof DecimalType decimal ? decimal.scale() : 0;
  }

  private static boolean isWithin(OptionalInt length, OptionalInt limit) {
    return limit.isEmpty() || (length.isPresent() && length.getAsInt() <= limit.getAsInt());
  }
}
