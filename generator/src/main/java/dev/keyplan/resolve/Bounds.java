package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.TYPE_ARGUMENT_INVALID;

import dev.keyplan.syntax.TypeReference.Range;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The ends of a range behind a type. */
record Bounds(long low, long high) {
  /**
   * The ends; empty, with a report, if they are none.
   *
   * @param lowest the lower end where none is written, and the least there may be
   * @param highest the same for the upper end
   */
  static Optional<Bounds> of(Range range, long lowest, long highest, Reporter reporter) {
    OptionalLong low = range.low().map(Numbers::asLong).orElse(OptionalLong.of(lowest));
    OptionalLong high = range.high().map(Numbers::asLong).orElse(OptionalLong.of(highest));
    if (low.isEmpty() || high.isEmpty() || low.getAsLong() < lowest || high.getAsLong() > highest) {
      reporter.report(
          TYPE_ARGUMENT_INVALID.at(
              range.span(),
              "the ends of this range are whole numbers from %d to %d".formatted(lowest, highest)));
      return Optional.empty();
    }
    if (low.getAsLong() > high.getAsLong()) {
      reporter.report(
          TYPE_ARGUMENT_INVALID
              .at(range.span(), "the range `%s` is empty".formatted(range.span().text()))
              .withLabel("the lower end comes first")
              .withHint("write `%d..%d`".formatted(high.getAsLong(), low.getAsLong())));
      return Optional.empty();
    }
    return Optional.of(new Bounds(low.getAsLong(), high.getAsLong()));
  }

  /** The upper end of a length, if one is written. */
  OptionalInt maximumOf(Range range) {
    return range.high().isPresent() ? OptionalInt.of((int) high) : OptionalInt.empty();
  }
}
