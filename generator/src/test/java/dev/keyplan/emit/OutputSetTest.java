package dev.keyplan.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.testing.Inputs;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputSetTest {
  private static final EmitInput INPUT = Inputs.cruddur();

  @Test
  void sortsByKindAndPath() {
    OutputSet outputs =
        OutputSet.of(List.of(emitter("one", "b", "a"), emitter("two", "Z/b")), INPUT);

    assertThat(outputs.files()).extracting(OutputFile::path).containsExactly("Z/b", "a", "b");
  }

  @Test
  void refusesAPathThatIsClaimedTwice() {
    assertClash(List.of(emitter("one", "x/a.json"), emitter("two", "x/a.json")));
    assertClash(List.of(emitter("one", "a.json", "a.json")));
  }

  @Test
  void refusesPathsThatAreOneWhereCaseDoesNotMatter() {
    assertClash(List.of(emitter("one", "x/Order.json"), emitter("two", "X/ORDER.json")));
  }

  @Test
  void refusesAFileWhereAnotherNeedsAFolder() {
    assertClash(List.of(emitter("one", "x"), emitter("two", "x/a.json")));
    assertClash(List.of(emitter("one", "x/y/a.json"), emitter("two", "X/Y")));
  }

  @Test
  void namesBothClaims() {
    assertThatThrownBy(() -> OutputSet.of(List.of(emitter("one", "a"), emitter("two", "A")), INPUT))
        .hasMessage(
            "Two files claim one path: `a` of the emitter `one` and `A` of the emitter `two`.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/a", "a/", "a//b", "../a", "a/../b", "a/..", "./a", "a\\b", "C:/a", "a\0b"})
  void refusesPathsThatLeaveTheFolder(String path) {
    assertThatThrownBy(() -> new OutputFile(OutputFile.Kind.RESOURCE, path, "\n"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void allEmittersWriteTheSameBytesInAnyLocale() {
    OutputSet once = OutputSet.of(Emitters.ALL, INPUT);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(OutputSet.of(Emitters.ALL, Inputs.cruddur())).isEqualTo(once);
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(OutputSet.of(Emitters.ALL, Inputs.cruddur())).isEqualTo(once);
    } finally {
      Locale.setDefault(before);
    }
    assertThat(once.files())
        .allSatisfy(
            file -> assertThat(file.content()).endsWith("\n").doesNotContain("\r").isNotBlank());
  }

  private static void assertClash(List<Emitter> emitters) {
    assertThatThrownBy(() -> OutputSet.of(emitters, INPUT))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Emitter emitter(String name, String... paths) {
    return new Emitter() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public List<OutputFile> emit(EmitInput input) {
        return Arrays.stream(paths)
            .map(path -> new OutputFile(OutputFile.Kind.RESOURCE, path, "\n"))
            .toList();
      }
    };
  }
}
