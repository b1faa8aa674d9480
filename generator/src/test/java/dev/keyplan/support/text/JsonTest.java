package dev.keyplan.support.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
  private static final ObjectMapper JACKSON =
      JsonMapper.builder()
          .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"a\"",
          "\"\"",
          "\"\\n\"",
          "\"\\u00e9\"",
          "\"\\x\"",
          "1",
          "-0",
          "01",
          "1.5",
          "1.",
          ".5",
          "1e9",
          "1E+",
          "true",
          "false",
          "null",
          "nul",
          " ",
          "\n",
          "'a'",
          "//",
          "{}",
          "[]",
          "\"a\":",
          ",1",
          "\"");

  @Test
  void agreesWithJackson() {
    Random random = new Random(11);
    int valid = 0;
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int piece = random.nextInt(6); piece >= 0; piece--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      boolean isJson = Json.problem(text.toString()).isEmpty();
      assertThat(isJson).as(text.toString()).isEqualTo(isJsonToJackson(text.toString()));
      valid += isJson ? 1 : 0;
    }
    assertThat(valid).isGreaterThan(1_000);
  }

  private static boolean isJsonToJackson(String text) {
    try {
      return !JACKSON.readTree(text).isMissingNode();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '~',
      value = {
        "{\"a\": 1,}@8",
        "[1 2]@3",
        "{a: 1}@1",
        "[1]]@3",
        "\"a@2",
        "{\"a\": \"\\q\"}@8",
        "tru@3",
        "~~@0"
      })
  void saysWhereItIsWrong(String text, int index) {
    assertThat(Json.problem(text)).hasValue(index);
  }

  @Test
  void noNestingIsTooDeep() {
    int depth = 1_000_000;

    assertThat(Json.problem("[".repeat(depth) + "]".repeat(depth))).isEmpty();
    assertThat(Json.problem("{\"a\":".repeat(depth) + "1" + "}".repeat(depth))).isEmpty();
    assertThat(Json.problem("[".repeat(depth))).hasValue(depth);
  }
}
