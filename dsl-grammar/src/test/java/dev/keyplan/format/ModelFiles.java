package dev.keyplan.format;

import dev.keyplan.parser.ModelParser;
import dev.keyplan.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** All model files of this repository. */
final class ModelFiles {
  private static final Path REPOSITORY = Path.of("..");

  private ModelFiles() {}

  /** Those without syntax errors. */
  static List<SourceFile> readable() {
    return all().stream().filter(file -> !ModelParser.parse(file).hasErrors()).toList();
  }

  static List<SourceFile> all() {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          REPOSITORY,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return folder.endsWith("target") || folder.endsWith(".git")
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (file.toString().endsWith(".keyplan")) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.stream().sorted().map(ModelFiles::read).toList();
  }

  static SourceFile read(Path path) {
    try {
      return new SourceFile(path.toString().replace('\\', '/'), Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
