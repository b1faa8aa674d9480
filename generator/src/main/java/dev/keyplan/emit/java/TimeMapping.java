package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.EpochType;
import dev.keyplan.model.AttributeType.FormattedTimestampType;
import dev.keyplan.model.AttributeType.TimestampType;
import dev.keyplan.model.Precision;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What {@link TypeMapping} says of types, for timestamps and epochs. */
final class TimeMapping {
  private final SupportTypes support;

  TimeMapping(SupportTypes support) {
    this.support = support;
  }

  /** {@code Timestamps.millis("at", at)}, which refuses what is finer. */
  CodeBlock normal(AttributeType type, String name, CodeBlock value) {
    if (type instanceof FormattedTimestampType formatted) {
      return CodeBlock.of(
          "$T.exact($S, $S, $L)", support.timeTexts(), pattern(formatted), name, value);
    }
    return CodeBlock.of("$T.$L($S, $L)", support.timestamps(), helper(type), name, value);
  }

  /** {@code Timestamps.formatMillis("at", at)}. */
  CodeBlock checkedText(AttributeType type, String name, CodeBlock value) {
    if (type instanceof FormattedTimestampType formatted) {
      return CodeBlock.of(
          "$T.format($S, $S, $L)", support.timeTexts(), pattern(formatted), name, value);
    }
    return CodeBlock.of("$T.$L($S, $L)", support.timestamps(), format(type), name, value);
  }

  /** {@code Timestamps.formatMillis(at)}, of a value that is known to be as coarse. */
  CodeBlock text(AttributeType type, CodeBlock value) {
    if (type instanceof FormattedTimestampType formatted) {
      return CodeBlock.of("$T.format($S, $L)", support.timeTexts(), pattern(formatted), value);
    }
    return CodeBlock.of("$T.$L($L)", support.timestamps(), format(type), value);
  }

  /** {@code Long.toString(at.getEpochSecond())}. */
  CodeBlock number(EpochType type, CodeBlock value) {
    return CodeBlock.of(
        "$T.toString($L.$L())",
        Long.class,
        value,
        isSeconds(type) ? "getEpochSecond" : "toEpochMilli");
  }

  /** {@code Read::millis}, or a lambda whose parameter is called {@code each}. */
  CodeBlock reader(AttributeType type, String each) {
    if (type instanceof FormattedTimestampType formatted) {
      return CodeBlock.of(
          "$1L -> $2T.parse($3S, $1L)", each, support.timeTexts(), pattern(formatted));
    }
    String method =
        type instanceof EpochType ? isSeconds(type) ? "epochSeconds" : "epochMillis" : helper(type);
    return CodeBlock.of("$T::$L", support.read(), method);
  }

  /** A reading of the clock; the only place where time is cut. */
  CodeBlock cut(AttributeType type, CodeBlock now) {
    if (type instanceof FormattedTimestampType formatted) {
      return CodeBlock.of("$T.cut($S, $L)", support.timeTexts(), pattern(formatted), now);
    }
    return CodeBlock.of("$L.truncatedTo($T.$L)", now, ChronoUnit.class, chronoUnit(type));
  }

  private static String pattern(FormattedTimestampType type) {
    return type.pattern().toString();
  }

  private static String helper(AttributeType type) {
    return chronoUnit(type).toLowerCase(Locale.ROOT);
  }

  private static String format(AttributeType type) {
    return switch (precision(type)) {
      case SECONDS -> "formatSeconds";
      case MILLISECONDS -> "formatMillis";
      case MICROSECONDS -> "formatMicros";
    };
  }

  /** The constant of {@code ChronoUnit}; in lower case, the helpers' name. */
  private static String chronoUnit(AttributeType type) {
    return switch (precision(type)) {
      case SECONDS -> "SECONDS";
      case MILLISECONDS -> "MILLIS";
      case MICROSECONDS -> "MICROS";
    };
  }

  static boolean isSeconds(AttributeType type) {
    return precision(type) == Precision.SECONDS;
  }

  private static Precision precision(AttributeType type) {
    return type instanceof EpochType epoch ? epoch.precision() : ((TimestampType) type).precision();
  }
}
