package dev.keyplan.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.DateType;
import dev.keyplan.model.AttributeType.DecimalType;
import dev.keyplan.model.AttributeType.EpochType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.AttributeType.TimestampType;
import dev.keyplan.model.HoleFunction;
import dev.keyplan.model.HoleFunction.Bucket;
import dev.keyplan.model.HoleFunction.Descending;
import dev.keyplan.model.HoleFunction.Shard;
import dev.keyplan.model.HoleFunction.Unit;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.Precision;
import dev.keyplan.support.internal.Buckets;
import dev.keyplan.support.internal.Keys;
import dev.keyplan.support.internal.Shards;
import dev.keyplan.support.internal.Timestamps;
import dev.keyplan.testing.ModelParts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

  private static final String ID = "00000000-0000-0000-0000-000000000001";

  private static final Map<String, String> SHARDS = Map.of("", "04", "a", "10", ID, "13");

  private final Random random = new Random(1);

  @Test
  void writesNumbersAsGeneratedCodeDoes() {
    for (long[] range :
        new long[][] {
          {0, 0},
          {0, 9},
          {1, 99},
          {10, 1000},
          {0, Long.MAX_VALUE},
          {-5, 5},
          {-5, -1},
          {-5, 1000},
          {Long.MIN_VALUE, Long.MAX_VALUE}
        }) {
      for (long value : values(range[0], range[1])) {
        String expected = Keys.number("n", value, range[0], range[1]);
        IntegerType type = new IntegerType(true, true, range[0], range[1]);
        ItemValue number = new ItemValue.OfNumber(BigDecimal.valueOf(value));
        assertThat(text(type, Optional.empty(), number)).isEqualTo(expected);
        assertThat(text(type, Optional.of(new Descending()), number))
            .isEqualTo(Keys.descending(expected));
        assertThat(text(type, Optional.of(new Shard(101)), number))
            .isEqualTo(Shards.of(Long.toString(value), 101));
      }
    }
  }

  @Test
  void writesDecimalsAsGeneratedCodeDoes() {
    for (String value : List.of("0", "0.00", "-0.01", "12.5", "9999.99", "-9999.99")) {
      BigDecimal decimal = new BigDecimal(value);
      assertThat(text(new DecimalType(6, 2), Optional.empty(), new ItemValue.OfNumber(decimal)))
          .isEqualTo(Keys.decimal("d", decimal, 6, 2));
    }
  }

  @Test
  void writesBucketsAsGeneratedCodeDoes() {
    for (int i = 0; i < 1000; i++) {
      Instant at = Instant.ofEpochSecond(random.nextLong(FIRST_SECOND, LAST_SECOND + 1));
      ItemValue epoch = new ItemValue.OfNumber(BigDecimal.valueOf(at.getEpochSecond()));
      ItemValue text = new ItemValue.OfString(TimestampText.format(at, Precision.MILLISECONDS));
      Map<Unit, String> expected =
          Map.of(
              Unit.YEAR, Buckets.year("t", at),
              Unit.MONTH, Buckets.month("t", at),
              Unit.DAY, Buckets.day("t", at),
              Unit.HOUR, Buckets.hour("t", at));
      expected.forEach(
          (unit, bucket) -> {
            Optional<HoleFunction> function = Optional.of(new Bucket(unit));
            assertThat(text(new EpochType(Precision.SECONDS), function, epoch)).isEqualTo(bucket);
            assertThat(text(new TimestampType(Precision.MILLISECONDS), function, text))
                .isEqualTo(bucket);
          });
      LocalDate date = LocalDate.ofInstant(at, ZoneOffset.UTC);
      ItemValue day = new ItemValue.OfString(date.toString());
      assertThat(text(new DateType(), Optional.of(new Bucket(Unit.MONTH)), day))
          .isEqualTo(Buckets.month("t", date));
      assertThat(text(new DateType(), Optional.of(new Bucket(Unit.YEAR)), day))
          .isEqualTo(Buckets.year("t", date));
    }
  }

  /** What is stored once must be found by every later version. */
  @Test
  void neverChangesAShard() {
    Map<String, String> sixteen =
        Map.of("", new Shard(16).of(""), "a", Shards.of("a", 16), ID, Shards.of(ID, 16));
    assertThat(sixteen).containsExactlyInAnyOrderEntriesOf(SHARDS);
    for (int i = 0; i < 1000; i++) {
      String text = Long.toString(random.nextLong(), 36);
      int count = random.nextInt(2, 1001);
      assertThat(new Shard(count).of(text)).isEqualTo(Shards.of(text, count));
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

  private static String text(AttributeType type, Optional<HoleFunction> function, ItemValue value) {
    KeyTemplate.Hole hole =
        new KeyTemplate.Hole(
            ModelParts.attribute("a", type), function, Optional.empty(), true, ModelParts.SPAN);
    return KeyText.of(new KeyTemplate(List.of(hole), ModelParts.SPAN), Map.of("a", value));
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
