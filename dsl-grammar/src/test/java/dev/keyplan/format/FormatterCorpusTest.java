package dev.keyplan.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Formats every model file of the repository. */
class FormatterCorpusTest {
  static List<SourceFile> files() {
    return ModelFiles.readable();
  }

  @ParameterizedTest
  @MethodSource("files")
  void keepsMeaningAndCommentsAndIsIdempotent(SourceFile file) {
    FormatterAssertions.assertFormats(file);
  }

  @Test
  void thereAreFiles() {
    assertThat(files()).hasSizeGreaterThan(40);
  }
}
