package dev.keyplan.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.parser.ModelParser;
import dev.keyplan.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Formats files whose white space, line ends and comments were shuffled. */
class FormatterPropertyTest {
  private static final int ROUNDS = 5;

  @Test
  void keepsMeaningAndCommentsWhateverTheLayout() {
    List<SourceFile> files = ModelFiles.readable();
    List<String> refused = new ArrayList<>();
    for (SourceFile file : files) {
      Object tree = TreeShape.of(file);
      for (int seed = 0; seed < ROUNDS; seed++) {
        SourceFile perturbed = Perturbation.of(file, seed);
        // Documentation apart from its declaration or a trait apart from its type is an error.
        if (ModelParser.parse(perturbed).hasErrors()) {
          refused.add(perturbed.path());
          continue;
        }
        assertThat(TreeShape.of(perturbed)).as("tree of %s", perturbed).isEqualTo(tree);
        FormatterAssertions.assertFormats(perturbed);
      }
    }
    assertThat(refused)
        .as("of %d", files.size() * ROUNDS)
        .hasSizeLessThan(files.size() * ROUNDS / 20);
  }
}
