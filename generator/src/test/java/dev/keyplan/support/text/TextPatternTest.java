package dev.keyplan.support.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextPatternTest {
  private static final List<String> PIECES =
      List.of(
          "a", "b", "-", ".", "[ab]", "[^a]", "[a-c-]", "\\d", "\\W", "\\.", "(", ")", "(?:", "|",
          "*", "+", "?", "{2}", "{1,}", "{0,3}", "é", "😀");

  private static final List<String> TEXTS =
      List.of(
          "", "a", "b", "aa", "ab", "ba", "aab", "abab", "-", ".", "a-b", "1", "12", "a1", "é",
          "😀", "a😀", "\n", "aaaa", "bbb");

  /** Whatever it takes, it takes as {@code java.util.regex} does. */
  @Test
  void agreesWithJava() {
    Random random = new Random(7);
    int compared = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder regex = new StringBuilder();
      for (int piece = random.nextInt(6); piece >= 0; piece--) {
        regex.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      TextPattern pattern;
      try {
        pattern = TextPattern.of(regex.toString());
      } catch (PatternSyntaxException e) {
        continue;
      }
      Pattern java = Pattern.compile(regex.toString());
      for (String text : TEXTS) {
        assertThat(pattern.matches(text))
            .as("%s on %s", regex, text)
            .isEqualTo(java.matcher(text).matches());
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(50_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a+)+b", "(a|a)*b", "(a|aa)+b", "a*a*a*a*a*b", "(.*)*b", "([a-z]|x)*b"})
  void noTextMakesItSlow(String regex) {
    TextPattern pattern = TextPattern.of(regex);
    String hostile = "a".repeat(400_000);

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          assertThat(pattern.matches(hostile)).isFalse();
          assertThat(pattern.matches(hostile + "b")).isTrue();
        });
  }

  @Test
  void matchesWholeTextsOnly() {
    TextPattern pattern = TextPattern.of("[A-Z]{3}-[0-9]+");

    assertThat(pattern.matches("ABC-1")).isTrue();
    assertThat(pattern.matches("ABC-")).isFalse();
    assertThat(pattern.matches("ABC-1\n")).isFalse();
    assertThat(pattern.matches("xABC-1")).isFalse();
    assertThat(pattern.matches("ABC-١")).as("digits of another script").isFalse();
  }

  @Test
  void halfOfAPairIsNoCharacter() {
    assertThat(TextPattern.of(".").matches("\uD83D")).isFalse();
    assertThat(TextPattern.of("[^a]").matches("\uDE00")).isFalse();
    assertThat(TextPattern.of(".").matches("😀")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "^a@0@`^` and `$` say nothing: it is always the whole text that matches",
        "a$@1@`^` and `$` say nothing: it is always the whole text that matches",
        "(?=a)@1@groups only group: there is no `(?` but `(?:`",
        "(?<n>a)@1@groups only group: there is no `(?` but `(?:`",
        "(a)\\1@4@there is no `\\1`, but `\\d \\w \\s \\t \\n \\r`",
        "\\p{L}@1@there is no `\\p`, but `\\d \\w \\s \\t \\n \\r`",
        "a\\b@2@there is no `\\b`, but `\\d \\w \\s \\t \\n \\r`",
        "a*?@2@a repetition is not repeated: put it in parentheses",
        "a++@2@a repetition is not repeated: put it in parentheses",
        "*a@0@there is nothing before it to repeat",
        "(a@2@a `(` is not closed",
        "a)@1@there is no `(` before this `)`",
        "[a@2@a `[` is not closed",
        "[]a]@1@a class is not empty: write `\\]` for the bracket",
        "[a[b]]@2@classes do not nest: write `\\[` for the bracket",
        "[a-z&&b]@4@classes are not intersected: write `\\&` for the character",
        "[z-a]@3@the range is the wrong way round",
        "[\\d-z]@4@a range goes from one character to another",
        "a{3,2}@5@the lower number comes first",
        "a{x}@2@braces hold numbers: `{3}`, `{3,}` or `{3,5}`",
        "a{1001}@5@nothing is repeated more than 1000 times",
        "a\\@2@a backslash stands before a character"
      })
  void saysWhatIsWrong(String regex, int index, String description) {
    assertThatThrownBy(() -> TextPattern.of(regex))
        .isInstanceOfSatisfying(
            PatternSyntaxException.class,
            e -> {
              assertThat(e.getDescription()).isEqualTo(description);
              assertThat(e.getIndex()).isEqualTo(index);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"((a{99}){99}){99}", "a{501}", "(((a?){1000}){1000}){1000}"})
  void refusesWhatIsTooLarge(String regex) {
    assertThatThrownBy(() -> TextPattern.of(regex))
        .isInstanceOf(PatternSyntaxException.class)
        .hasMessageContaining("more than 500 characters");
  }

  @Test
  void nestsNoDeeperThanJavaBears() {
    String regex = "(".repeat(10_000) + "a" + ")".repeat(10_000);

    assertThatThrownBy(() -> TextPattern.of(regex)).isInstanceOf(PatternSyntaxException.class);
  }
}
