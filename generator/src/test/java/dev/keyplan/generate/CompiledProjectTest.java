package dev.keyplan.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.write.WriteResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompiledProjectTest {
  private static final String NOTES =
      """
      namespace com.example.notes

      table Notes "notes" {
        key  pk / sk
      }

      entity Note in Notes {
        key  "USER#{userId}" / "NOTE#{createdAt}"

        userId    : uuid
        createdAt : timestamp = now
        text      : string(1..4000)
      }

      pattern notes { query Note where userId order createdAt desc }
      """;

  private static final String TASKS =
      """
      namespace com.example.tasks

      table Tasks "tasks" {
        key  pk / sk
      }

      entity Task in Tasks {
        key  "USER#{userId}" / "TASK#{id}"

        userId : uuid
        id     : uuid = random
      }
      """;

  @TempDir private Path base;
  private Path java;
  private Path definitions;

  @BeforeEach
  void chooseFolders() {
    java = base.resolve("target/java");
    definitions = base.resolve("target/definitions");
  }

  @Test
  void writesSourcesAndDefinitions() throws Exception {
    write("model/notes.keyplan", NOTES);

    WriteResult result = generate();

    assertThat(result.written())
        .contains(java.resolve("com/example/notes/Note.java"))
        .contains(definitions.resolve("create-table/notes.json"));
    assertThat(result.deleted()).isEmpty();
    assertThat(java.resolve("com/example/notes/support")).isDirectory();
  }

  @Test
  void makesTheSameBytesWhereverTheProjectIs() throws Exception {
    write("model/notes.keyplan", NOTES);
    write("model/tasks.keyplan", TASKS);
    write("copy/model/notes.keyplan", NOTES);
    write("copy/model/tasks.keyplan", TASKS);
    generate();

    CompiledProject.compile(new ModelLocation(base.resolve("copy/model"), base.resolve("copy")))
        .generate(
            request(base.resolve("copy/target/java"), base.resolve("copy/target/definitions")));

    assertThat(contents(base.resolve("copy/target"))).isEqualTo(contents(base.resolve("target")));
  }

  @Test
  void touchesNothingThatIsRight() throws Exception {
    write("model/notes.keyplan", NOTES);
    WriteResult first = generate();
    assertThat(first.written()).isNotEmpty();
    FileTime longAgo = FileTime.fromMillis(0);
    for (Path file : first.written()) {
      Files.setLastModifiedTime(file, longAgo);
    }

    WriteResult second = generate();

    assertThat(second.written()).isEmpty();
    assertThat(second.unchanged()).isEqualTo(first.written());
    for (Path file : first.written()) {
      assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
    }
  }

  @Test
  void deletesWhatADeletedModelLeftBehindAndNothingElse() throws Exception {
    write("model/notes.keyplan", NOTES);
    write("model/tasks.keyplan", TASKS);
    generate();
    write("target/java/com/example/tasks/Mine.java", "package com.example.tasks;\n");
    Files.delete(base.resolve("model/tasks.keyplan"));

    WriteResult result = generate();

    assertThat(result.deleted())
        .contains(java.resolve("com/example/tasks/Task.java"))
        .contains(definitions.resolve("create-table/tasks.json"));
    assertThat(java.resolve("com/example/tasks"))
        .isDirectoryContaining("glob:**/Mine.java")
        .isDirectoryNotContaining("glob:**/Task*.java");
    assertThat(java.resolve("com/example/notes/Note.java")).exists();
  }

  @Test
  void leavesTheFilesOfAnotherModelInTheSameFolders() throws Exception {
    write("model/notes.keyplan", NOTES);
    write("more/tasks.keyplan", TASKS);
    generate();

    WriteResult result = compile("more").generate(request(java, definitions));

    assertThat(result.deleted()).isEmpty();
    assertThat(java.resolve("com/example/notes/Note.java")).exists();
    assertThat(java.resolve("com/example/tasks/Task.java")).exists();
  }

  @Test
  void aModelWithErrorsGeneratesNothing() throws Exception {
    write("model/notes.keyplan", NOTES.replace("where userId", "where usrId"));

    CompiledProject model = compile("model");

    assertThat(model.hasErrors()).isTrue();
    assertThat(model.diagnostics())
        .extracting(diagnostic -> diagnostic.span().toString())
        .containsExactly("model/notes.keyplan:15:34");
    assertThatThrownBy(() -> model.generate(request(java, definitions)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(base.resolve("target")).doesNotExist();
  }

  @Test
  void compilesNothingIfAFileIsNoText() throws Exception {
    write("model/notes.keyplan", "namespace com.example.notes\nentity Note in Missing {}\n");
    Files.write(base.resolve("model/broken.keyplan"), new byte[] {(byte) 0xFF});

    assertThat(compile("model").diagnostics())
        .extracting(Diagnostic::id)
        .containsExactly("FILE_NOT_UTF8");
  }

  @Test
  void saysWhereItLookedForAModelInVain() throws IOException {
    write("model/notes.txt", NOTES);

    assertThatThrownBy(() -> compile("missing"))
        .isInstanceOf(UnusableRequestException.class)
        .hasMessage(
            "`missing` does not exist; set `sourceDirectory` to the folder of the model or to its"
                + " file");
    assertThatThrownBy(() -> compile("model"))
        .isInstanceOf(UnusableRequestException.class)
        .hasMessageStartingWith("There is no `.keyplan` file in `model`; ");
    assertThatThrownBy(() -> compile("model/notes.txt"))
        .isInstanceOf(UnusableRequestException.class)
        .hasMessageStartingWith("`model/notes.txt` is no model: ");
  }

  @Test
  void putsSharedClassesWhereItIsTold() throws Exception {
    write("model/notes.keyplan", NOTES);

    compile("model").generate(request(java, definitions, "org.example.shared"));

    assertThat(java.resolve("org/example/shared")).isDirectory();
    assertThat(java.resolve("com/example/notes/support")).doesNotExist();
  }

  @Test
  void refusesASupportPackageThatCannotBeOne() throws Exception {
    write("model/notes.keyplan", NOTES);
    CompiledProject model = compile("model");

    for (String name : new String[] {"../../escape", "com.class", "com.example.notes"}) {
      assertThatThrownBy(() -> model.generate(request(java, definitions, name)))
          .isInstanceOf(UnusableRequestException.class)
          .hasMessageStartingWith("`supportPackage` is `" + name + "`, which is ");
    }
    assertThat(base.resolve("target")).doesNotExist();
  }

  @Test
  void generatesForTheClientsThatAreWanted() throws Exception {
    write("model/notes.keyplan", NOTES);
    CompiledProject model = compile("model");
    Path notes = java.resolve("com/example/notes");

    model.generate(new OutputRequest(java, definitions, Optional.empty(), true, "async", "none"));

    assertThat(notes.resolve("NoteAsyncRepository.java")).exists();
    assertThat(notes.resolve("NoteRepository.java")).doesNotExist();
    assertThatThrownBy(
            () ->
                model.generate(
                    new OutputRequest(java, definitions, Optional.empty(), true, "Sync", "none")))
        .isInstanceOf(UnusableRequestException.class)
        .hasMessage("`clients` is `Sync`, which is none of `sync`, `async` and `both`");
  }

  @Test
  void annotatesForNullWhereThatIsWanted() throws Exception {
    write("model/notes.keyplan", NOTES);
    CompiledProject model = compile("model");
    Path info = java.resolve("com/example/notes/package-info.java");

    model.generate(
        new OutputRequest(java, definitions, Optional.empty(), true, "sync", "jspecify"));

    assertThat(info).content().contains("@NullMarked\npackage com.example.notes;\n");
    assertThatThrownBy(
            () ->
                model.generate(
                    new OutputRequest(java, definitions, Optional.empty(), true, "sync", "jsr305")))
        .isInstanceOf(UnusableRequestException.class)
        .hasMessage("`nullness` is `jsr305`, which is neither `none` nor `jspecify`");
  }

  private CompiledProject compile(String source) throws UnusableRequestException, IOException {
    return CompiledProject.compile(new ModelLocation(base.resolve(source), base));
  }

  private WriteResult generate() throws UnusableRequestException, IOException {
    CompiledProject model = compile("model");
    assertThat(model.diagnostics()).isEmpty();
    return model.generate(request(java, definitions));
  }

  private static OutputRequest request(Path java, Path definitions) {
    return new OutputRequest(java, definitions, Optional.empty(), true, "sync", "none");
  }

  private static OutputRequest request(Path java, Path definitions, String supportPackage) {
    return new OutputRequest(java, definitions, Optional.of(supportPackage), true, "sync", "none");
  }

  private void write(String name, String text) throws IOException {
    Path file = base.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new HashMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
