package dev.keyplan.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.diagnostic.Outcome;
import dev.keyplan.source.SourceFile;
import dev.keyplan.syntax.Declaration;
import dev.keyplan.syntax.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExamplesTest {
  @Test
  void cruddurIsReadWithoutComplaint() throws IOException {
    Outcome<ModelFile> outcome = parse("cruddur.keyplan");

    assertThat(outcome.diagnostics()).isEmpty();
    assertThat(outcome.value().declarations()).hasSize(10).noneMatch(Declaration::isBroken);
  }

  @Test
  void shopIsReadWithoutComplaint() throws IOException {
    Outcome<ModelFile> outcome = parse("shop.keyplan");

    assertThat(outcome.diagnostics()).isEmpty();
    assertThat(outcome.value().declarations()).hasSize(18).noneMatch(Declaration::isBroken);
  }

  private static Outcome<ModelFile> parse(String name) throws IOException {
    Path path = Path.of("src/test/resources/models", name);
    return ModelParser.parse(new SourceFile(name, Files.readString(path)));
  }
}
