package dev.keyplan.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormattedProjectTest {
  private static final String UNFORMATTED = "enum  A{B,C}";
  private static final String FORMATTED = "enum A { B, C }\n";

  @TempDir private Path base;

  @Test
  void changesOnlyWhatIsNotFormatted() throws Exception {
    Path good = write("model/good.keyplan", FORMATTED);
    Path bad = write("model/folder/bad.keyplan", UNFORMATTED);
    Files.setLastModifiedTime(good, FileTime.fromMillis(0));

    FormattedProject project = format("model");

    assertThat(project.diagnostics()).isEmpty();
    assertThat(project.fileCount()).isEqualTo(2);
    assertThat(project.unformatted()).containsExactly("model/folder/bad.keyplan");
    assertThat(bad).hasContent(UNFORMATTED);

    project.write();

    assertThat(Files.readString(bad)).isEqualTo(FORMATTED);
    assertThat(Files.getLastModifiedTime(good)).isEqualTo(FileTime.fromMillis(0));
    assertThat(format("model").unformatted()).isEmpty();
    assertThat(bad.getParent()).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void takesOtherLineEndsAndByteOrderMarksForNotFormatted() throws Exception {
    Path file = write("model.keyplan", "\uFEFFenum A {\r\n  B\r\n}\r\n");

    FormattedProject project = format("model.keyplan");
    project.write();

    assertThat(project.unformatted()).containsExactly("model.keyplan");
    assertThat(Files.readString(file)).isEqualTo("enum A {\n  B\n}\n");
  }

  @Test
  void leavesFilesWithErrorsAloneAndFormatsTheOthers() throws Exception {
    Path broken = write("model/a.keyplan", "enum  A { B");
    Path binary = base.resolve("model/b.keyplan");
    Files.write(binary, "enum  É { B }".getBytes(StandardCharsets.ISO_8859_1));
    Path fine = write("model/c.keyplan", UNFORMATTED);

    FormattedProject project = format("model");
    project.write();

    assertThat(project.diagnostics())
        .extracting(Diagnostic::id)
        .containsExactly("UNCLOSED_BRACE", "FILE_NOT_UTF8");
    assertThat(project.unformatted()).containsExactly("model/c.keyplan");
    assertThat(broken).hasContent("enum  A { B");
    assertThat(Files.readAllBytes(binary)).contains((byte) 0xC9);
    assertThat(Files.readString(fine)).isEqualTo(FORMATTED);
  }

  @Test
  void followsLinksInsideTheFolderAndNoOthers() throws Exception {
    Path inside = write("model/.hidden/inside.keyplan", UNFORMATTED);
    Path outside = write("elsewhere/outside.keyplan", UNFORMATTED);
    Path link = base.resolve("model/inside.keyplan");
    Files.createSymbolicLink(link, inside);
    Files.createSymbolicLink(base.resolve("model/outside.keyplan"), outside);

    FormattedProject project = format("model");
    project.write();

    assertThat(project.unformatted()).containsExactly("model/inside.keyplan");
    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(inside)).isEqualTo(FORMATTED);
    assertThat(outside).hasContent(UNFORMATTED);
  }

  @Test
  void keepsPermissions() throws Exception {
    Path file = write("model.keyplan", UNFORMATTED);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));

    format("model.keyplan").write();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw-r--");
  }

  @Test
  void demandsAModel() {
    assertThatThrownBy(() -> format("nowhere"))
        .isInstanceOf(UnusableRequestException.class)
        .hasMessageStartingWith("`nowhere` does not exist");
  }

  private FormattedProject format(String source) throws Exception {
    return FormattedProject.format(new ModelLocation(base.resolve(source), base));
  }

  private Path write(String name, String content) throws IOException {
    Path file = base.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }
}
