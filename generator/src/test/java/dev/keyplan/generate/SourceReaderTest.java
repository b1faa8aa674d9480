package dev.keyplan.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.keyplan.compile.Sources;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Outcome;
import dev.keyplan.source.Position;
import dev.keyplan.source.SourceFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SourceReaderTest {
  @TempDir private Path base;

  @Test
  void findsModelsAndDataInAllFoldersSortedByName() throws IOException {
    write("model/zebra.keyplan");
    write("model/a-b/later.keyplan");
    write("model/a/first.keyplan");
    write("model/a/first.data.yaml");
    write("model/notes.txt");
    write("model/first.keyplan.bak");
    write("model/.hidden.keyplan");
    write("model/.git/config.keyplan");

    Sources sources = read("model").value();

    // `-` sorts before `/`: the order is that of the names, not of a walk through the folders.
    assertThat(sources.models())
        .extracting(SourceFile::path)
        .containsExactly("model/a-b/later.keyplan", "model/a/first.keyplan", "model/zebra.keyplan");
    assertThat(sources.data())
        .extracting(SourceFile::path)
        .containsExactly("model/a/first.data.yaml");
  }

  @Test
  void takesOneFileAndTheDataOfItsNameBesideIt() throws IOException {
    write("notes.keyplan");
    write("notes.data.yaml");
    write("other.keyplan");
    write("other.data.yaml");

    Sources sources = read("notes.keyplan").value();

    assertThat(sources.models()).extracting(SourceFile::path).containsExactly("notes.keyplan");
    assertThat(sources.data()).extracting(SourceFile::path).containsExactly("notes.data.yaml");
  }

  @Test
  void findsNothingWhereNothingIs() throws IOException {
    write("notes.txt");
    Files.createDirectory(base.resolve("empty"));

    for (String source : List.of("notes.txt", "empty", "missing", "missing.keyplan")) {
      assertThat(read(source).value().models()).as(source).isEmpty();
    }
  }

  @Test
  void namesFilesOutsideTheBaseRelativeToItToo() throws IOException {
    write("shared/notes.keyplan");

    ModelLocation location = new ModelLocation(base.resolve("shared"), base.resolve("project"));

    assertThat(SourceReader.read(location).value().models())
        .extracting(SourceFile::path)
        .containsExactly("../shared/notes.keyplan");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void followsLinksButTakesNothingTwice() throws IOException {
    write("elsewhere/linked.keyplan");
    write("model/notes.keyplan");
    link("model/a-folder", "elsewhere");
    link("model/again", "elsewhere");
    link("model/loop", "model");
    link("model/the-same.keyplan", "model/notes.keyplan");

    assertThat(read("model").value().models())
        .extracting(SourceFile::path)
        .containsExactly("model/a-folder/linked.keyplan", "model/notes.keyplan");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aLinkToNothingIsAnError() throws IOException {
    Files.createDirectory(base.resolve("model"));
    link("model/notes.keyplan", "gone.keyplan");

    assertThatThrownBy(() -> read("model"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("notes.keyplan: it is not a regular file");
  }

  @Test
  void pointsAtTheFirstByteThatIsNotUtf8() throws IOException {
    byte[] latin1 = "\r\nname: Gr\u00FC\u00DFe\r\n".getBytes(StandardCharsets.ISO_8859_1);
    write("a.keyplan", latin1);
    write("b.keyplan");

    Diagnostic diagnostic = onlyDiagnostic(".");

    assertThat(diagnostic.id()).isEqualTo("FILE_NOT_UTF8");
    assertThat(diagnostic.span().file().path()).isEqualTo("a.keyplan");
    assertThat(diagnostic.span().startPosition()).isEqualTo(new Position(2, 9));
    assertThat(diagnostic.span().text()).isEqualTo("\uFFFD");
    assertThat(diagnostic.primary().text()).isEqualTo("byte 0xFC cannot stand here");
  }

  @Test
  void refusesATextThatEndsInTheMiddleOfACharacter() throws IOException {
    write("a.keyplan", new byte[] {'k', 'e', 'y', (byte) 0xE2, (byte) 0x82});

    assertThat(onlyDiagnostic(".").span().startPosition()).isEqualTo(new Position(1, 4));
  }

  @Test
  void keepsEveryCharacterOfAText() throws IOException {
    String text = "\uFEFFname: Gr\u00FC\u00DFe \uD83D\uDE42\n";
    write("a.keyplan", text.getBytes(StandardCharsets.UTF_8));

    assertThat(read(".").value().models().get(0).text()).isEqualTo(text.substring(1));
  }

  @Test
  void refusesMoreThanItCanHold() throws IOException {
    write("a.keyplan");
    write("b.keyplan");
    try (RandomAccessFile file = new RandomAccessFile(base.resolve("b.keyplan").toFile(), "rw")) {
      file.setLength(SourceReader.MAXIMUM_BYTES + 1L);
    }

    Diagnostic diagnostic = onlyDiagnostic(".");

    assertThat(diagnostic.id()).isEqualTo("SOURCES_TOO_LARGE");
    assertThat(diagnostic.span()).hasToString("b.keyplan:1:1");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void refusesNamesThatCouldEndAComment() throws IOException {
    write("a\nb.keyplan");
    write("c\\u000ad.keyplan");

    Outcome<Sources> outcome = read(".");

    assertThat(outcome.value().models()).isEmpty();
    assertThat(outcome.diagnostics())
        .extracting(Diagnostic::id, d -> d.span().file().path())
        .containsExactly(
            tuple("FILE_NAME_UNUSABLE", "a?b.keyplan"),
            tuple("FILE_NAME_UNUSABLE", "c?u000ad.keyplan"));
  }

  private Outcome<Sources> read(String source) throws IOException {
    return SourceReader.read(new ModelLocation(base.resolve(source), base));
  }

  private Diagnostic onlyDiagnostic(String source) throws IOException {
    List<Diagnostic> diagnostics = read(source).diagnostics();
    assertThat(diagnostics).hasSize(1);
    return diagnostics.get(0);
  }

  private void write(String name) throws IOException {
    write(name, "namespace com.example\n".getBytes(StandardCharsets.UTF_8));
  }

  private void write(String name, byte[] content) throws IOException {
    Path file = base.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private void link(String name, String target) throws IOException {
    Files.createSymbolicLink(base.resolve(name), base.resolve(target));
  }
}
