package dev.keyplan.support.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.model.HoleFunction;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
  @Test
  void refusesTextThatWouldMakeTwoKeysOne() {
    assertThat(Keys.text("name", "a#b")).isEqualTo("a#b");
    assertThat(Keys.text("name", "a|b", "#")).isEqualTo("a|b");
    assertThatThrownBy(() -> Keys.text("name", "a#b", "#"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("name contains '#', which ends it in a key");
    assertThatThrownBy(() -> Keys.text("name", "a\uD83D\uDE00b", "\uD83D\uDE00"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Keys.text("name", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("name is empty, and part of a key");
    assertThatThrownBy(() -> Keys.text("name", null)).hasMessage("name is missing");
    assertThatThrownBy(() -> Keys.uuid("id", null)).hasMessage("id is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD83D", "a\uDE00", "\uDE00\uD83D", "\uD83D\uD83D\uDE00"})
  void refusesTextThatIsNoUnicode(String text) {
    assertThatThrownBy(() -> Keys.text("name", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("name has half of a surrogate pair at ");
  }

  @Test
  void padsNumbersSoThatTheirOrderStays() {
    assertThat(Keys.number("n", 7, 1, 99)).isEqualTo("07");
    assertThat(Keys.number("n", 99, 1, 99)).isEqualTo("99");
    assertThatThrownBy(() -> Keys.number("n", 100, 1, 99)).hasMessage("n is not 1 to 99");
  }

  @Test
  void countsNegativeNumbersFromAPowerOfTen() {
    assertThat(Keys.number("n", -5, -5, 99)).isEqualTo("095");
    assertThat(Keys.number("n", 42, -5, 99)).isEqualTo("142");
    List<String> texts =
        LongStream.of(Long.MIN_VALUE, -10, -9, -1, 0, 1, 9, 10, Long.MAX_VALUE)
            .mapToObj(number -> Keys.number("n", number, Long.MIN_VALUE, Long.MAX_VALUE))
            .toList();
    assertThat(texts).isSorted().doesNotHaveDuplicates().allMatch(text -> text.length() == 20);
  }

  @Test
  void writesDecimalsWithoutTheirPoint() {
    assertThat(Keys.decimal("d", new BigDecimal("12.5"), 6, 2)).isEqualTo("1001250");
    assertThat(Keys.decimal("d", new BigDecimal("-0.01"), 6, 2)).isEqualTo("0999999");
    assertThatThrownBy(() -> Keys.decimal("d", new BigDecimal("0.001"), 6, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Keys.decimal("d", new BigDecimal("10000"), 6, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ordersTextsThatHoldAnything() {
    Random random = new Random(20_261_126);
    List<String> texts =
        new ArrayList<>(List.of("\0", "\0\0", "\1", "\2", "\3", "a", "a\0", "\2\1"));
    int[] characters = {0, 1, 2, 3, '#', 'a', 0xFF5E, 0x1F600, Character.MAX_CODE_POINT};
    for (int i = 0; i < 1_500; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(1, 5);
      for (int j = 0; j < length; j++) {
        text.appendCodePoint(characters[random.nextInt(characters.length)]);
      }
      texts.add(text.toString());
    }
    for (int i = 1; i < texts.size(); i++) {
      String one = texts.get(i - 1);
      String other = texts.get(i);
      String key = Keys.ordered("t", one);
      assertThat(HoleFunction.Escaped.of(one)).isEqualTo(key);
      assertThat(HoleFunction.Escaped.plain(key)).isEqualTo(one);
      String more = Keys.ordered("t", other);
      assertThat(Integer.signum(utf8(key + "#", more + "!"))).isEqualTo(signOf(one, other));
      assertThat(more.startsWith(key)).isEqualTo(one.equals(other));
      assertThat(more.startsWith(Keys.escaped("t", one))).isEqualTo(other.startsWith(one));
    }
    assertThatThrownBy(() -> Keys.ordered("t", "")).hasMessage("t is empty, and part of a key");
  }

  private static int signOf(String one, String other) {
    // What follows the texts decides only between equal ones.
    return one.equals(other) ? 1 : Integer.signum(utf8(one, other));
  }

  private static int utf8(String left, String right) {
    return Arrays.compareUnsigned(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void sortsBackwards() {
    List<String> texts =
        IntStream.rangeClosed(-120, 120)
            .mapToObj(number -> Keys.descending(Keys.number("n", number, -120, 120)))
            .toList();
    assertThat(texts).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(Keys.descending("2026-11-23T10:15:30Z")).isEqualTo("7973-88-76T89:84:69Z");
  }

  @Test
  void writesTheSameDigitsInEveryLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(Keys.number("n", 7, 1, 99)).isEqualTo("07");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void countsBytesAndNotCharacters() {
    for (String text :
        List.of("a".repeat(1024), "\u00E4".repeat(512), "\uD83D\uDE00".repeat(256))) {
      assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSize(1024);
      assertThat(Keys.sort("sk", text)).isEqualTo(text);
      assertThatThrownBy(() -> Keys.sort("sk", text + "a"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("The key sk has 1025 bytes, more than 1024");
      assertThat(Keys.partition("pk", text + text)).hasSize(2 * text.length());
      assertThatThrownBy(() -> Keys.partition("pk", text + text + "a"))
          .hasMessage("The key pk has 2049 bytes, more than 2048");
    }
    assertThatThrownBy(() -> Keys.sort("sk", "\u20AC".repeat(342)))
        .hasMessage("The key sk has 1026 bytes, more than 1024");
  }
}
