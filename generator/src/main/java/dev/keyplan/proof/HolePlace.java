package dev.keyplan.proof;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType.DecimalType;
import dev.keyplan.model.AttributeType.EpochType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.HoleFunction;
import dev.keyplan.model.HoleFunction.Bucket;
import dev.keyplan.model.HoleFunction.Descending;
import dev.keyplan.model.HoleFunction.Escaped;
import dev.keyplan.model.HoleFunction.Shard;
import dev.keyplan.model.KeyNumber;
import dev.keyplan.model.Precision;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * Where an attribute stands in a key, and how its value becomes the text there. Values are compared
 * as the item stores them on its own, since one attribute may stand in a key in several ways.
 *
 * @param isText whether it is part of a text; if not, it is a key attribute of its own
 */
record HolePlace(Attribute attribute, Optional<HoleFunction> function, boolean isText) {
  private static final DateTimeFormatter SECONDS = format("uuuu-MM-dd'T'HH:mm:ss'Z'");
  private static final DateTimeFormatter MILLISECONDS = format("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

  /** As messages call what stands here. */
  String name() {
    return holdsValue() ? attribute.name() : attribute.name() + function.get().suffix();
  }

  boolean holdsValue() {
    return function.isEmpty() || function.get().holdsValue();
  }

  private boolean isEscaped() {
    return function.isPresent() && function.get() instanceof Escaped;
  }

  /** The value that has this text here; of a bucket or a shard, the text itself. */
  String value(String text) {
    if (!isText || !holdsValue()) {
      return text;
    }
    if (isEscaped()) {
      return Escaped.plain(text);
    }
    String plain = function.isPresent() ? Descending.of(text) : text;
    return switch (attribute.type().kind()) {
      case INTEGER -> number(KeyNumber.of((IntegerType) attribute.type()), plain);
      case DECIMAL -> number(KeyNumber.of((DecimalType) attribute.type()), plain);
      case EPOCH -> Long.toString(units(Instant.from(format().parse(plain))));
      default -> plain;
    };
  }

  /** The text that a value has here. */
  String text(String value) {
    if (!isText) {
      return value;
    }
    if (function.isEmpty()) {
      return plain(value);
    }
    if (isEscaped()) {
      return Escaped.of(value);
    }
    if (function.get() instanceof Shard shard) {
      return shard.of(value);
    }
    return function.get() instanceof Bucket bucket
        ? bucket.of(plain(value))
        : Descending.of(plain(value));
  }

  private String plain(String value) {
    return switch (attribute.type().kind()) {
      case INTEGER -> KeyNumber.of((IntegerType) attribute.type()).text(new BigDecimal(value));
      case DECIMAL -> KeyNumber.of((DecimalType) attribute.type()).text(new BigDecimal(value));
      case EPOCH -> format().format(instant(Long.parseLong(value)));
      default -> value;
    };
  }

  private static String number(KeyNumber form, String text) {
    BigDecimal number = form.number(text);
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private boolean isInSeconds() {
    return ((EpochType) attribute.type()).precision() == Precision.SECONDS;
  }

  private long units(Instant instant) {
    return isInSeconds() ? instant.getEpochSecond() : instant.toEpochMilli();
  }

  private Instant instant(long units) {
    return isInSeconds() ? Instant.ofEpochSecond(units) : Instant.ofEpochMilli(units);
  }

  private DateTimeFormatter format() {
    return isInSeconds() ? SECONDS : MILLISECONDS;
  }

  /** The language of times has a February 30; here it is some day in March. */
  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withZone(ZoneOffset.UTC)
        .withResolverStyle(ResolverStyle.LENIENT);
  }
}
