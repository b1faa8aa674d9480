package dev.keyplan.support.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimePatternTest {
  private static final long YEAR_0 = -62_167_219_200L;
  private static final long YEAR_10000 = 253_402_300_800L;

  private static List<Instant> times(TimePattern pattern) {
    Random random = new Random(7);
    List<Instant> times = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      long second = YEAR_0 + (long) (random.nextDouble() * (YEAR_10000 - YEAR_0));
      times.add(pattern.cut(Instant.ofEpochSecond(second, random.nextInt(1_000_000_000))));
    }
    times.add(pattern.cut(Instant.ofEpochSecond(YEAR_0)));
    times.add(pattern.cut(Instant.ofEpochSecond(YEAR_10000 - 1, 999_999_999)));
    times.add(pattern.cut(Instant.parse("2024-02-29T23:59:59.999999999Z")));
    return times;
  }

  /** Java's own formatter is the measure. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "uuuu-MM-dd HH:mm:ss",
        "uuuu-MM-dd'T'HH:mm:ss",
        "uuuuMMdd'T'HHmmss",
        "dd.MM.uuuu HH:mm",
        "MM/dd/uuuu",
        "HH'h'mm 'o''clock' dd/MM/uuuu",
        "uuuu-MM-dd HH:mm:ss.S",
        "uuuu-MM-dd HH:mm:ss,SSSSSSS",
        "uuuu''MM''dd HH"
      })
  void writesAndReadsAsJavaDoes(String text) {
    TimePattern pattern = TimePattern.of(text);
    DateTimeFormatter java =
        DateTimeFormatter.ofPattern(text, Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .withResolverStyle(ResolverStyle.STRICT);
    for (Instant time : times(pattern)) {
      String formatted = pattern.format(time);
      assertThat(formatted).isEqualTo(java.format(time)).hasSize(pattern.width());
      assertThat(pattern.parse(formatted)).isEqualTo(time);
      if (text.contains("mm:ss")) {
        assertThat(LocalDateTime.parse(formatted, java).toInstant(ZoneOffset.UTC)).isEqualTo(time);
      }
    }
  }

  /** Java's own formatter is the measure, which writes and reads all offsets. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "uuuu-MM-dd'T'HH:mm:ssXXX",
        "uuuu-MM-dd'T'HH:mm:ss.SSSxxx",
        "HHmmssXX dd.MM.uuuu",
        "uuuu-MM-dd HH:mm 'at' xx"
      })
  void readsAnyOffsetAndWritesUtc(String text) {
    TimePattern pattern = TimePattern.of(text);
    DateTimeFormatter java =
        DateTimeFormatter.ofPattern(text, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    Random random = new Random(5);
    for (Instant time : times(pattern)) {
      assertThat(pattern.format(time))
          .isEqualTo(java.format(time.atOffset(ZoneOffset.UTC)))
          .hasSize(pattern.width());
      assertThat(pattern.parse(pattern.format(time))).isEqualTo(time);
      int minutes = random.nextInt(36 * 60 + 1) - 18 * 60;
      OffsetDateTime elsewhere = time.atOffset(ZoneOffset.ofTotalSeconds(minutes * 60));
      if (elsewhere.getYear() >= 0 && elsewhere.getYear() <= 9999) {
        assertThat(pattern.parse(java.format(elsewhere))).isEqualTo(time);
      }
    }
    assertThat(pattern.hasOffset()).isTrue();
    assertThat(pattern.isOrdered()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-31T12:00:00",
        "2026-01-31T12:00:00z",
        "2026-01-31T12:00:00ZZ",
        "2026-01-31T12:00:00+01",
        "2026-01-31T12:00:00+0100",
        "2026-01-31T12:00:00+1:000",
        "2026-01-31T12:00:00 01:00",
        "2026-01-31T12:00:00+01:60",
        "2026-01-31T12:00:00+18:01",
        "2026-01-31T12:00:00+01:00 ",
        "2026-01-31T12:00:00+01:00:00",
        "9999-12-31T23:59:59-00:01",
        "0000-01-01T00:00:00+00:01"
      })
  void readsOffsetsInNoOtherForm(String text) {
    TimePattern pattern = TimePattern.of("uuuu-MM-dd'T'HH:mm:ssXXX");

    assertThatThrownBy(() -> pattern.parse(text)).isInstanceOf(DateTimeException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"uuuu-MM-dd HH:mm:ss", "uuuuMMdd", "'at' uuuu/MM/dd HH", "uuuu-MM-dd HHmmss.SSS"})
  void sortsByTimeIfTheFieldsDo(String text) {
    TimePattern pattern = TimePattern.of(text);
    List<Instant> times = times(pattern);

    assertThat(pattern.isOrdered()).isTrue();
    assertThat(times.stream().sorted().map(pattern::format).toList())
        .isSortedAccordingTo(Comparator.naturalOrder());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"dd.MM.uuuu", "uuuu-dd-MM", "HH:mm uuuu-MM-dd", "MM/dd/uuuu HH:mm:ss.SSS"})
  void knowsWhatDoesNotSort(String text) {
    TimePattern pattern = TimePattern.of(text);
    List<String> texts = times(pattern).stream().sorted().map(pattern::format).toList();

    assertThat(pattern.isOrdered()).isFalse();
    assertThat(texts).isNotEqualTo(texts.stream().sorted().toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-01-31 12:00",
        "2026-01-31 12:00:000",
        " 2026-01-31 12:00:00",
        "2026-02-30 12:00:00",
        "2026-13-01 12:00:00",
        "2026-01-31 24:00:00",
        "2026-01-31 12:60:00",
        "2026-12-31 23:59:60",
        "2026-01-31T12:00:00",
        "2026-1-31 12:00:00 ",
        "+026-01-31 12:00:00",
        "٢٠٢٦-01-31 12:00:00"
      })
  void readsNothingElse(String text) {
    TimePattern pattern = TimePattern.of("uuuu-MM-dd HH:mm:ss");

    assertThatThrownBy(() -> pattern.parse(text)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void knowsWhatIsFiner() {
    Instant time = Instant.parse("1969-12-31T23:59:59.999999999Z");

    assertThat(TimePattern.of("uuuu-MM-dd").cut(time)).isEqualTo("1969-12-31T00:00:00Z");
    assertThat(TimePattern.of("uuuu-MM-dd HH").cut(time)).isEqualTo("1969-12-31T23:00:00Z");
    assertThat(TimePattern.of("uuuu-MM-dd HH:mm").cut(time)).isEqualTo("1969-12-31T23:59:00Z");
    assertThat(TimePattern.of("uuuu-MM-dd HH:mm:ss").cut(time)).isEqualTo("1969-12-31T23:59:59Z");
    assertThat(TimePattern.of("uuuu-MM-dd HH:mm:ss.SS").cut(time))
        .isEqualTo("1969-12-31T23:59:59.990Z");
    assertThat(TimePattern.of("uuuu-MM-dd").hasYear(Instant.MIN)).isFalse();
    assertThat(TimePattern.of("uuuu-MM-dd").hasYear(Instant.MAX)).isFalse();
    assertThat(TimePattern.of("uuuu-MM-dd").hasYear(time)).isTrue();
  }

  /** Whatever stands in a model: it is a pattern of Java's, or refused with a place. */
  @Test
  void refusesAllElse() {
    Random random = new Random(11);
    String characters = "uuuuMMddHHmmssS'' -:.T/[]{}#yhaZXxé\u0000\uD83D";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(i % 2 == 0 ? "uuuuMMdd" : "");
      for (int length = random.nextInt(12); length > 0; length--) {
        text.append(characters.charAt(random.nextInt(characters.length())));
      }
      try {
        TimePattern pattern = TimePattern.of(text.toString());
        Instant time = pattern.cut(Instant.parse("2026-11-23T10:15:30.123456789Z"));
        assertThat(pattern.parse(pattern.format(time))).isEqualTo(time);
        assertThat(pattern.format(time))
            .isEqualTo(
                DateTimeFormatter.ofPattern(text.toString(), Locale.ROOT)
                    .format(time.atOffset(ZoneOffset.UTC)));
      } catch (PatternSyntaxException refused) {
        assertThat(refused.getIndex()).isBetween(-1, text.length() - 1);
        assertThat(refused.getDescription()).isNotEmpty();
      }
    }
  }
}
