package dev.keyplan.support.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

  @Test
  void hasAFixedWidth() {
    Instant half = Instant.parse("2026-11-22T10:00:00.500Z");
    Instant whole = Instant.parse("2026-11-22T10:00:00Z");

    assertThat(Timestamps.formatSeconds("at", whole)).isEqualTo("2026-11-22T10:00:00Z");
    assertThat(Timestamps.formatMillis("at", whole)).isEqualTo("2026-11-22T10:00:00.000Z");
    assertThat(Timestamps.formatMillis("at", half)).isEqualTo("2026-11-22T10:00:00.500Z");
    assertThat(Timestamps.formatMicros("at", half)).isEqualTo("2026-11-22T10:00:00.500000Z");
  }

  @Test
  void readsWhatItWritesInTheOrderOfTime() {
    Random random = new Random(7);
    List<Instant> instants = new ArrayList<>(List.of(FIRST, LAST, Instant.EPOCH));
    for (int i = 0; i < 2000; i++) {
      long second = random.nextLong(FIRST.getEpochSecond(), LAST.getEpochSecond());
      instants.add(Instant.ofEpochSecond(second, random.nextInt(1_000_000) * 1000L));
    }
    Collections.sort(instants);
    List<String> texts = new ArrayList<>();
    for (Instant instant : instants) {
      String text = Timestamps.formatMicros("at", instant);
      assertThat(Timestamps.parseMicros(text)).isEqualTo(instant);
      assertThat(Instant.parse(text)).isEqualTo(instant);
      texts.add(text);
    }
    assertThat(texts).isSorted();
  }

  @Test
  void refusesWhatIsFinerAndNeverCutsIt() {
    Instant nanos = Instant.parse("2026-11-22T10:00:00.000000001Z");
    Instant micros = Instant.parse("2026-11-22T10:00:00.000001Z");
    Instant millis = Instant.parse("2026-11-22T10:00:00.001Z");

    assertThatThrownBy(() -> Timestamps.micros("at", nanos))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("at is finer than");
    assertThatThrownBy(() -> Timestamps.millis("at", micros))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Timestamps.formatSeconds("at", millis))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Timestamps.micros("at", micros)).isEqualTo(micros);
    assertThatThrownBy(() -> Timestamps.millis("at", null)).hasMessage("at is missing");
  }

  @Test
  void refusesYearsWithoutFourDigits() {
    assertThat(Timestamps.formatSeconds("at", FIRST)).isEqualTo("0000-01-01T00:00:00Z");
    assertThat(Timestamps.formatMicros("at", LAST)).isEqualTo("9999-12-31T23:59:59.999999Z");
    assertThatThrownBy(() -> Timestamps.seconds("at", FIRST.minusSeconds(1)))
        .hasMessage("at is not in the years 0000 to 9999");
    assertThatThrownBy(() -> Timestamps.seconds("at", Instant.parse("+10000-01-01T00:00:00Z")))
        .hasMessage("at is not in the years 0000 to 9999");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-22T10:00:00Z",
        "2026-11-22T10:00:00.0000Z",
        "2026-11-22T10:00:00.00 Z",
        "2026-11-22T10:00:00.000z",
        "2026-11-22 10:00:00.000Z",
        "2026-11-22T10:00:00,000Z",
        "2026-13-22T10:00:00.000Z",
        "2026-02-29T10:00:00.000Z",
        "2026-11-22T24:00:00.000Z",
        "2026-11-22T10:60:00.000Z",
        "2026-11-22T10:00:60.000Z",
        "2026-11-22T10:00:00.-01Z",
        "\u0662026-11-22T10:00:00.00Z"
      })
  void readsNothingElse(String text) {
    assertThatThrownBy(() -> Timestamps.parseMillis(text)).isInstanceOf(DateTimeException.class);
  }
}
