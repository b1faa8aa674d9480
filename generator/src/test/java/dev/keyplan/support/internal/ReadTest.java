package dev.keyplan.support.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ReadTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "42, 42",
    "-42, -42",
    "+7, 7",
    "1E+2, 100",
    "12.0, 12",
    "999999999999999999, 999999999999999999",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808"
  })
  void readsEveryFormOfAnInteger(String stored, long expected) {
    assertThat(Read.longInteger(AttributeValue.fromN(stored))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "9223372036854775808", "1E-1", "1E+400"})
  void refusesWhatIsNoInteger(String stored) {
    assertThatThrownBy(() -> Read.longInteger(AttributeValue.fromN(stored)))
        .isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "x", "1 "})
  void refusesWhatIsNoNumber(String stored) {
    assertThatThrownBy(() -> Read.longInteger(AttributeValue.fromN(stored)))
        .isInstanceOf(NumberFormatException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483648", "-2147483649", "99999999999999999999"})
  void refusesWhatIsTooLargeForAnInt(String stored) {
    assertThatThrownBy(() -> Read.integer(AttributeValue.fromN(stored)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void readsSets() {
    SdkBytes bytes = SdkBytes.fromString("x", StandardCharsets.UTF_8);

    assertThat(Elements.readSs(AttributeValue.fromSs(List.of("b", "a")), Read::text))
        .containsExactly("b", "a");
    assertThat(Elements.readNs(AttributeValue.fromNs(List.of("1", "2")), Read::integer))
        .containsExactly(1, 2);
    assertThat(Elements.readBs(AttributeValue.fromBs(List.of(bytes)), Read::bytes))
        .containsExactly(bytes);
  }

  @Test
  void setsDoNotChangeAndAreCopiedOnce() {
    Set<String> given = new HashSet<>(Set.of("a"));
    Set<String> copy = Elements.set("tags", given);
    given.add("b");

    assertThat(copy).isEqualTo(Set.of("a")).hasSameHashCodeAs(Set.of("a"));
    assertThat(Elements.set("tags", copy)).isSameAs(copy);
    assertThatThrownBy(() -> copy.add("c")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(copy::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> copy.remove("a")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> copy.removeIf(each -> true))
        .isInstanceOf(UnsupportedOperationException.class);
    Set<String> read = Elements.readSs(AttributeValue.fromSs(List.of("a")), Read::text);
    assertThat(Elements.set("tags", read)).isSameAs(read);
  }
}
