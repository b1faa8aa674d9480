package dev.keyplan.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.Precision;
import dev.keyplan.support.internal.Keys;
import dev.keyplan.support.internal.Timestamps;
import dev.keyplan.testing.ModelParts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Sample data and generated code write the same texts. */
class KeyTextTest {
  private static final long FIRST_SECOND = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST_SECOND = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  private final Random random = new Random(1);

  @Test
  void writesNumbersAsGeneratedCodeDoes() {
    for (long[] range : new long[][] {{0, 0}, {0, 9}, {1, 99}, {10, 1000}, {0, Long.MAX_VALUE}}) {
      for (long value : values(range[0], range[1])) {
        assertThat(text(new IntegerType(true, true, range[0], range[1]), value))
            .isEqualTo(Keys.number("n", value, range[0], range[1]));
      }
    }
    for (long[] range : new long[][] {{-5, 5}, {-5, -1}, {Long.MIN_VALUE, Long.MAX_VALUE}}) {
      for (long value : values(range[0], range[1])) {
        assertThat(text(new IntegerType(true, true, range[0], range[1]), value))
            .isEqualTo(Keys.number(value));
      }
    }
  }

  @Test
  void writesTimestampsAsGeneratedCodeDoes() {
    for (int i = 0; i < 1000; i++) {
      Instant instant =
          Instant.ofEpochSecond(
              random.nextLong(FIRST_SECOND, LAST_SECOND + 1), random.nextInt(1_000_000) * 1000L);
      Instant millis = instant.truncatedTo(ChronoUnit.MILLIS);
      Instant seconds = instant.truncatedTo(ChronoUnit.SECONDS);

      assertThat(TimestampText.format(instant, Precision.MICROSECONDS))
          .isEqualTo(Timestamps.formatMicros("t", instant));
      assertThat(TimestampText.format(millis, Precision.MILLISECONDS))
          .isEqualTo(Timestamps.formatMillis("t", millis));
      assertThat(TimestampText.format(seconds, Precision.SECONDS))
          .isEqualTo(Timestamps.formatSeconds("t", seconds));
    }
  }

  @Test
  void refusesWhatGeneratedCodeRefuses() {
    KeyTemplate.Hole last = hole(Optional.empty());
    KeyTemplate.Hole inner = hole(Optional.of((int) '#'));
    KeyTemplate.Hole emoji = hole(Optional.of("🙂".codePointAt(0)));
    for (String text : List.of("", "a", "a#", "#", "🙂", "a\uD83D\uDE43", " ")) {
      ItemValue value = new ItemValue.OfString(text);
      assertThat(KeyText.problem(last, value).isPresent())
          .isEqualTo(fails(() -> Keys.text("t", text)));
      assertThat(KeyText.problem(inner, value).isPresent())
          .isEqualTo(fails(() -> Keys.text("t", text, "#")));
      assertThat(KeyText.problem(emoji, value).isPresent())
          .isEqualTo(fails(() -> Keys.text("t", text, "🙂")));
    }
  }

  private long[] values(long minimum, long maximum) {
    long between = minimum == maximum ? minimum : random.nextLong(minimum, maximum);
    return new long[] {minimum, between, maximum};
  }

  private static String text(IntegerType type, long value) {
    Attribute attribute = ModelParts.attribute("n", type);
    KeyTemplate.Hole hole = new KeyTemplate.Hole(attribute, Optional.empty(), ModelParts.SPAN);
    return KeyText.of(
        new KeyTemplate(List.of(hole), ModelParts.SPAN),
        Map.of("n", new ItemValue.OfNumber(BigDecimal.valueOf(value))));
  }

  private static KeyTemplate.Hole hole(Optional<Integer> delimiter) {
    return new KeyTemplate.Hole(
        ModelParts.attribute("t", ModelParts.string()), delimiter, ModelParts.SPAN);
  }

  private static boolean fails(ThrowingCallable call) {
    Throwable thrown = Assertions.catchThrowable(call);
    return thrown instanceof IllegalArgumentException;
  }
}
