package dev.keyplan.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.model.AttributeType.FormattedTimestampType;
import dev.keyplan.support.text.TimePattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormattedTimestampTypeTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "uuuu-MM-dd'T'HH:mm:ss, 2020-01-01T00:00:00",
        "uuuu-MM-dd'T'HH:mm:ssXXX, 2020-01-01T00:00:00+01:00",
        "uuuu-MM-dd'T'HH:mm:ssXX, 2020-01-01T00:00:00+0100",
        "uuuu-MM-dd'T'HH:mm:ssxxx, 2020-01-01T00:00:00+01:00",
        "uuuu-MM-dd'T'HH:mm:ssxx, 2020-01-01T00:00:00+0100",
      })
  void knowsTheLongestText(String pattern, String longest) {
    FormattedTimestampType type = new FormattedTimestampType(TimePattern.of(pattern));

    assertThat(type.pattern().parse(longest)).isNotNull();
    assertThat(type.mostBytes()).isEqualTo(longest.length());
  }
}
