package dev.keyplan.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyplan.emit.OutputFile;
import dev.keyplan.emit.OutputSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputWriterTest {
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
  private static final String MANIFEST = ".keyplan-outputs-main";

  @TempDir private Path temporary;

  private Path root;
  private Path sources;
  private Path resources;

  @BeforeEach
  void setUp() throws IOException {
    root = temporary.toRealPath();
    sources = root.resolve("sources");
    resources = root.resolve("resources with spaces");
  }

  @Test
  void writesFilesAndAManifestInEachFolder() throws IOException {
    WriteResult result = write(source("com/a/A.java", "a\n"), resource("x/y.json", "{}\n"));

    assertThat(result.written())
        .containsExactly(resources.resolve("x/y.json"), sources.resolve("com/a/A.java"));
    assertThat(sources.resolve("com/a/A.java")).hasContent("a\n");
    assertThat(files(sources)).containsExactly(MANIFEST, "com/a/A.java");
    assertThat(files(resources)).containsExactly(MANIFEST, "x/y.json");
    assertThat(sources.resolve(MANIFEST))
        .hasContent(
            """
            # Files that Keyplan wrote here. Those it no longer makes, it deletes. Do not edit.
            87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7  com/a/A.java
            """);
  }

  @Test
  void makesFilesThatOthersMayRead() throws IOException {
    assumeTrue(Files.getFileStore(root).supportsFileAttributeView("posix"));
    Path plain = Files.writeString(root.resolve("plain"), "");

    write(source("A.java", "a\n"));

    assertThat(Files.getPosixFilePermissions(sources.resolve("A.java")))
        .isEqualTo(Files.getPosixFilePermissions(plain));
  }

  @Test
  void doesNotTouchWhatIsRightAlready() throws IOException {
    write(source("A.java", "a\n"), source("B.java", "b\n"), resource("x.json", "{}\n"));
    for (Path folder : List.of(sources, resources)) {
      for (String file : files(folder)) {
        Files.setLastModifiedTime(folder.resolve(file), LONG_AGO);
      }
    }

    WriteResult same =
        write(source("A.java", "a\n"), source("B.java", "b\n"), resource("x.json", "{}\n"));

    assertThat(same.written()).isEmpty();
    assertThat(same.unchanged()).hasSize(3);
    for (Path folder : List.of(sources, resources)) {
      for (String file : files(folder)) {
        assertThat(Files.getLastModifiedTime(folder.resolve(file))).isEqualTo(LONG_AGO);
      }
    }

    WriteResult changed =
        write(source("A.java", "a\n"), source("B.java", "bb\n"), resource("x.json", "{}\n"));

    assertThat(changed.written()).containsExactly(sources.resolve("B.java"));
    assertThat(Files.getLastModifiedTime(sources.resolve("A.java"))).isEqualTo(LONG_AGO);
    assertThat(Files.getLastModifiedTime(resources.resolve(MANIFEST))).isEqualTo(LONG_AGO);
  }

  @Test
  void deletesWhatIsNoLongerMadeAndTheFoldersItLeavesEmpty() throws IOException {
    write(source("com/a/A.java", "a\n"), source("com/b/B.java", "b\n"));
    Files.writeString(sources.resolve("com/a/Mine.java"), "mine");

    WriteResult result = write(source("com/C.java", "c\n"));

    assertThat(result.deleted())
        .containsExactly(sources.resolve("com/a/A.java"), sources.resolve("com/b/B.java"));
    assertThat(files(sources)).containsExactly(MANIFEST, "com/C.java", "com/a/Mine.java");
    assertThat(sources.resolve("com/b")).doesNotExist();
  }

  @Test
  void leavesNothingBehindWhenNothingIsMade() throws IOException {
    write(source("com/a/A.java", "a\n"), resource("x.json", "{}\n"));

    WriteResult result = write();

    assertThat(result.deleted()).hasSize(2);
    assertThat(files(sources)).isEmpty();
    assertThat(files(resources)).isEmpty();
  }

  @Test
  void makesNoFolderForNothing() throws IOException {
    write();

    assertThat(sources).doesNotExist();
  }

  @Test
  void keepsAStaleFileThatSomebodyEdited() throws IOException {
    write(source("A.java", "a\n"));
    Files.writeString(sources.resolve("A.java"), "edited");

    WriteResult result = write(source("B.java", "b\n"));

    assertThat(result.kept()).containsExactly(sources.resolve("A.java"));
    assertThat(result.deleted()).isEmpty();
    assertThat(sources.resolve("A.java")).hasContent("edited");
    assertThat(write(source("B.java", "b\n")).kept()).isEmpty();
  }

  @Test
  void restoresAFileOfOursThatSomebodyEdited() throws IOException {
    write(source("A.java", "a\n"));
    Files.writeString(sources.resolve("A.java"), "edited");

    write(source("A.java", "a\n"));

    assertThat(sources.resolve("A.java")).hasContent("a\n");
  }

  @Test
  void neverOverwritesWhatItDidNotWrite() throws IOException {
    Files.createDirectories(sources);
    Files.writeString(sources.resolve("A.java"), "by hand");

    assertThatThrownBy(() -> write(source("A.java", "a\n"), source("B.java", "b\n")))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "Cannot write %s: a file is there that Keyplan did not write. Delete it, or choose"
                    .formatted(sources.resolve("A.java"))
                + " another output folder.");
    assertThat(files(sources)).containsExactly("A.java");
    assertThat(sources.resolve("A.java")).hasContent("by hand");
  }

  @Test
  void adoptsAFileThatIsRightAlready() throws IOException {
    Files.createDirectories(sources);
    Files.writeString(sources.resolve("A.java"), "a\n");

    assertThat(write(source("A.java", "a\n")).unchanged()).hasSize(1);
    assertThat(write(source("A.java", "b\n")).written()).hasSize(1);
  }

  @Test
  void sharesAFolderWithAnotherOwner() throws IOException {
    new OutputWriter("test sources").write(outputs(source("T.java", "t\n")), sources, resources);
    write(source("A.java", "a\n"));
    assertThat(files(sources))
        .containsExactly(MANIFEST, ".keyplan-outputs-test_20sources", "A.java", "T.java");

    write(source("B.java", "b\n"));

    assertThat(files(sources))
        .containsExactly(MANIFEST, ".keyplan-outputs-test_20sources", "B.java", "T.java");
  }

  @Test
  void leavesAFileThatAnotherOwnerTookOver() throws IOException {
    write(source("A.java", "a\n"));
    new OutputWriter("other").write(outputs(source("A.java", "a\n")), sources, resources);

    assertThat(write(source("B.java", "b\n")).deleted()).isEmpty();
    assertThat(sources.resolve("A.java")).hasContent("a\n");
  }

  @Test
  void takesOneFolderForBothKinds() throws IOException {
    OutputSet outputs = outputs(source("A.java", "a\n"), resource("x.json", "{}\n"));
    new OutputWriter("main").write(outputs, sources, sources.resolve("../sources"));
    assertThat(files(sources)).containsExactly(MANIFEST, "A.java", "x.json");

    new OutputWriter("main").write(outputs(source("A.java", "a\n")), sources, sources);

    assertThat(files(sources)).containsExactly(MANIFEST, "A.java");
  }

  @Test
  void takesAFolderInsideTheOther() throws IOException {
    OutputSet outputs = outputs(source("A.java", "a\n"), resource("x.json", "{}\n"));
    Path inside = sources.resolve("META-INF/keyplan");
    new OutputWriter("main").write(outputs, sources, inside);
    assertThat(files(sources))
        .containsExactly(
            MANIFEST, "A.java", "META-INF/keyplan/" + MANIFEST, "META-INF/keyplan/x.json");

    assertThat(new OutputWriter("main").write(outputs, sources, inside).unchanged()).hasSize(2);
    new OutputWriter("main").write(outputs(), sources, inside);

    assertThat(files(sources)).isEmpty();
  }

  @Test
  void refusesASourceAndAResourceOfOnePath() {
    assertThatThrownBy(
            () ->
                new OutputWriter("main")
                    .write(
                        outputs(source("a/x", "a\n"), resource("x", "b\n")),
                        sources,
                        sources.resolve("a")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("A source and a resource would both be");
  }

  @Test
  void deletesNothingOutsideWhateverTheManifestSays() throws IOException {
    Path outside = Files.writeString(root.resolve("outside"), "a\n");
    write(source("A.java", "a\n"));
    String hash = Files.readString(sources.resolve(MANIFEST)).split("\n")[1].substring(0, 64);
    Files.writeString(
        sources.resolve(MANIFEST),
        "%s  ../outside\n%s  %s\n%s  x/../../outside\nnonsense\n"
            .formatted(hash, hash, outside, hash));

    assertThat(write(source("A.java", "a\n")).deleted()).isEmpty();
    assertThat(outside).exists();
  }

  @Test
  void writesAndDeletesNothingThroughALink() throws IOException {
    Path outside = Files.createDirectories(root.resolve("outside"));
    Files.createDirectories(sources);
    link(sources.resolve("com"), outside);

    assertThatThrownBy(() -> write(source("com/A.java", "a\n")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a link leads out of");
    assertThat(files(outside)).isEmpty();

    Files.delete(sources.resolve("com"));
    write(source("com/A.java", "a\n"));
    Files.move(sources.resolve("com/A.java"), outside.resolve("A.java"));
    Files.delete(sources.resolve("com"));
    link(sources.resolve("com"), outside);

    assertThat(write().deleted()).isEmpty();
    assertThat(outside.resolve("A.java")).exists();
  }

  @Test
  void refusesALinkInPlaceOfAFile() throws IOException {
    Path outside = Files.writeString(root.resolve("outside"), "a\n");
    Files.createDirectories(sources);
    link(sources.resolve("A.java"), outside);
    link(sources.resolve("B.java"), root.resolve("nowhere"));

    assertThatThrownBy(() -> write(source("A.java", "b\n"))).hasMessageContaining("symbolic link");
    assertThatThrownBy(() -> write(source("B.java", "b\n"))).hasMessageContaining("symbolic link");
    assertThat(outside).hasContent("a\n");
    assertThat(root.resolve("nowhere")).doesNotExist();
  }

  @Test
  void followsALinkThatIsTheFolderItself() throws IOException {
    Path real = Files.createDirectories(root.resolve("real"));
    link(sources, real);

    write(source("A.java", "a\n"));

    assertThat(real.resolve("A.java")).hasContent("a\n");
  }

  @Test
  void refusesAFolderThatIsALinkToNowhere() throws IOException {
    Files.createDirectories(sources);
    link(sources.resolve("com"), root.resolve("nowhere"));

    assertThatThrownBy(() -> write(source("com/A.java", "a\n")))
        .hasMessage("Cannot follow %s: it does not exist".formatted(sources.resolve("com")));
    assertThat(root.resolve("nowhere")).doesNotExist();
  }

  @Test
  void saysWhatIsInTheWay() throws IOException {
    Files.createDirectories(sources.resolve("A.java"));
    Files.writeString(sources.resolve("com"), "");

    assertThatThrownBy(() -> write(source("A.java", "a\n")))
        .hasMessage("Cannot write %s: it is a folder.".formatted(sources.resolve("A.java")));
    assertThatThrownBy(() -> write(source("com/B.java", "a\n")))
        .hasMessage(
            "Cannot write %s: %s is not a folder."
                .formatted(sources.resolve("com/B.java"), sources.resolve("com")));
  }

  private WriteResult write(OutputFile... files) throws IOException {
    return new OutputWriter("main").write(outputs(files), sources, resources);
  }

  private static OutputSet outputs(OutputFile... files) {
    return new OutputSet(List.of(files));
  }

  private static OutputFile source(String path, String content) {
    return new OutputFile(OutputFile.Kind.SOURCE, path, content);
  }

  private static OutputFile resource(String path, String content) {
    return new OutputFile(OutputFile.Kind.RESOURCE, path, content);
  }

  private static void link(Path link, Path target) throws IOException {
    try {
      Files.createSymbolicLink(link, target);
    } catch (UnsupportedOperationException e) {
      assumeTrue(false, "this file system has no links");
    }
  }

  private static List<String> files(Path folder) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        found.add(folder.relativize(path).toString().replace('\\', '/'));
      }
    }
    return found;
  }
}
