package dev.keyplan.support.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class KeyTextTest {
  private static final KeyText FORM = KeyText.of("A#").value("#meta#").value(3, "").value("");

  private static String read(int index, String key) {
    return FORM.read(index, Read::text).apply(AttributeValue.fromS(key));
  }

  @Test
  void readsEveryValue() {
    assertThat(read(0, "A#x y#meta#123#rest#meta#")).isEqualTo("x y");
    assertThat(read(1, "A#x y#meta#123#rest#meta#")).isEqualTo("123");
    assertThat(read(2, "A#x y#meta#123#rest#meta#")).isEqualTo("#rest#meta#");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "A",
        "A#",
        "B#x#meta#123r",
        "A##meta#123r",
        "A#x",
        "A#x#",
        "A#x#met",
        "A#x#other#123r",
        "A#x#y#meta#123r",
        "A#x#meta#",
        "A#x#meta#12",
        "A#x#meta#123",
        " A#x#meta#123r"
      })
  void refusesEveryOtherText(String key) {
    for (int i = 0; i < 3; i++) {
      int index = i;
      assertThatThrownBy(() -> read(index, key)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static final KeyText ORDERED = KeyText.of("A#").ordered("#").ordered("").value("");

  /** Whatever such a text holds: also what stands behind it, an end and an escape. */
  @Test
  void readsOrderedTextsAsTheyAreWritten() {
    Random random = new Random(3);
    String characters = "a#\u0000\u0001\u0002\u0003é";
    for (int i = 0; i < 2000; i++) {
      String first = text(random, characters);
      String second = text(random, characters);
      String last = text(random, characters);
      AttributeValue key =
          AttributeValue.fromS(
              "A#" + Keys.ordered("a", first) + "#" + Keys.ordered("b", second) + last);

      assertThat(ORDERED.read(0, KeyText.ordered(Read::text)).apply(key)).isEqualTo(first);
      assertThat(ORDERED.read(1, KeyText.ordered(Read::text)).apply(key)).isEqualTo(second);
      assertThat(ORDERED.read(2, Read::text).apply(key)).isEqualTo(last);
    }
  }

  private static String text(Random random, String characters) {
    StringBuilder text = new StringBuilder();
    for (int length = 1 + random.nextInt(5); length > 0; length--) {
      text.append(characters.charAt(random.nextInt(characters.length())));
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A#x",
        "A#x#y",
        "A#x\u0001#y",
        "A#x\u0001#y\u0001",
        "A#\u0001#y\u0001z",
        "A#x\u0001y\u0001z",
        "A#x\u0002",
        "A#x\u0002\u0001#y\u0001",
        "A#\u0000\u0001#y\u0001z",
        "A#\u0002x\u0001#y\u0001z"
      })
  void refusesWhatIsNotEscapedSo(String key) {
    assertThatThrownBy(
            () -> ORDERED.read(0, KeyText.ordered(Read::text)).apply(AttributeValue.fromS(key)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatFollowsTheEnd() {
    KeyText form = KeyText.of("").value("\uD83D\uDE00!");
    assertThat(form.read(0, Read::text).apply(AttributeValue.fromS("a\uD83D\uDE01\uD83D\uDE00!")))
        .isEqualTo("a\uD83D\uDE01");
    assertThatThrownBy(
            () -> form.read(0, Read::text).apply(AttributeValue.fromS("a\uD83D\uDE00!b")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -10, -1, 0, 7, Long.MAX_VALUE})
  void readsNumbersAsTheyAreWritten(long number) {
    String text = Keys.number("n", number, Long.MIN_VALUE, Long.MAX_VALUE);
    assertThat(KeyText.longInteger(Long.MIN_VALUE, Long.MAX_VALUE).apply(text)).isEqualTo(number);
  }

  @Test
  void readsOtherTypesAsTheyAreWritten() {
    assertThat(KeyText.integer(0, 99).apply("07")).isEqualTo(7);
    assertThat(KeyText.integer(-5, 99).apply("095")).isEqualTo(-5);
    BigDecimal exact = new BigDecimal("-12.50");
    String decimal = Keys.decimal("d", exact, 6, 2);
    assertThat(KeyText.decimal(6, 2).apply(decimal)).isEqualTo(exact);
    assertThat(KeyText.bool("true")).isTrue();
    assertThat(KeyText.bool("false")).isFalse();
  }

  @Test
  void refusesValuesOfAnotherForm() {
    assertThatThrownBy(() -> KeyText.bool("TRUE")).isInstanceOf(IllegalArgumentException.class);
    for (String text : new String[] {"+7", "-7", "x7", "\u0667"}) {
      assertThatThrownBy(() -> KeyText.integer(0, 99).apply(text))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
