package dev.keyplan.generate;

import dev.keyplan.compile.Sources;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Outcome;
import dev.keyplan.format.Formatter;
import dev.keyplan.source.SourceFile;
import dev.keyplan.write.FileReplacement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The model files of a project, formatted: what there is to say about them, and which of them are
 * not as they should be. Each file stands for itself, so that one with errors keeps none of the
 * others from being formatted.
 */
public final class FormattedProject {
  private final ModelLocation location;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final SortedMap<String, byte[]> changes = new TreeMap<>();
  private int fileCount;

  private FormattedProject(ModelLocation location) {
    this.location = location;
  }

  /**
   * Reads and formats model files. Writes nothing.
   *
   * @throws UnusableRequestException if there is no model
   * @throws IOException if a file cannot be read
   */
  public static FormattedProject format(ModelLocation location)
      throws UnusableRequestException, IOException {
    Outcome<Sources> sources = SourceReader.read(location);
    if (sources.value().models().isEmpty() && !sources.hasErrors()) {
      throw new UnusableRequestException(CompiledProject.noModel(location));
    }
    FormattedProject project = new FormattedProject(location);
    project.diagnostics.addAll(sources.diagnostics());
    Set<String> unreadable =
        sources.diagnostics().stream()
            .map(diagnostic -> diagnostic.span().file().path())
            .collect(Collectors.toSet());
    Path root = location.source().toRealPath();
    for (SourceFile file : sources.value().models()) {
      // What a link leads to elsewhere is not this project's to change.
      if (!unreadable.contains(file.path()) && project.real(file.path()).startsWith(root)) {
        project.format(file);
      }
    }
    return project;
  }

  private void format(SourceFile file) throws IOException {
    fileCount++;
    Outcome<String> formatted = Formatter.format(file);
    diagnostics.addAll(formatted.diagnostics());
    byte[] content = formatted.value().getBytes(StandardCharsets.UTF_8);
    boolean isChange = !Arrays.equals(content, Files.readAllBytes(real(file.path())));
    if (isChange && !formatted.hasErrors()) {
      changes.put(file.path(), content);
    }
  }

  /** Why files are left as they are, in the order of {@link Diagnostic#ORDER}. */
  public List<Diagnostic> diagnostics() {
    return diagnostics.stream().sorted(Diagnostic.ORDER).toList();
  }

  /** The names of the files that are not formatted, as messages print them, sorted. */
  public List<String> unformatted() {
    return List.copyOf(changes.keySet());
  }

  /** How many files were formatted, or would not be because of errors. */
  public int fileCount() {
    return fileCount;
  }

  /**
   * Replaces the files that are not formatted, each in one step, and touches no other.
   *
   * @throws IOException if a file cannot be written
   */
  public void write() throws IOException {
    for (Map.Entry<String, byte[]> change : changes.entrySet()) {
      FileReplacement.replace(real(change.getKey()), change.getValue());
    }
  }

  /** The file that a name stands for, links followed: not they are replaced but where they lead. */
  private Path real(String name) throws IOException {
    return location.base().resolve(name).toRealPath();
  }
}
