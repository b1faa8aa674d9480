package dev.keyplan.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds model and data files. Links are followed, but no folder or file is taken twice, so a loop
 * of links ends. Names that begin with a dot are left alone: they are the locks, copies and
 * settings of editors and version control.
 */
final class SourceDiscovery {
  static final String MODEL_ENDING = ".keyplan";
  static final String DATA_ENDING = ".data.yaml";

  private final Set<Path> taken = new HashSet<>();
  private final List<Path> found = new ArrayList<>();

  private SourceDiscovery() {}

  /**
   * The files of a folder, or a model file with the data file of the same name beside it; empty if
   * there is nothing of the kind.
   */
  static List<Path> find(Path source) throws IOException {
    SourceDiscovery discovery = new SourceDiscovery();
    if (Files.isDirectory(source)) {
      discovery.searchFolder(source);
    } else if (isModel(source) && Files.exists(source)) {
      discovery.takeFile(source);
      Path data = dataBeside(source);
      if (Files.exists(data)) {
        discovery.takeFile(data);
      }
    }
    return discovery.found;
  }

  static boolean isModel(Path file) {
    return file.getFileName().toString().endsWith(MODEL_ENDING);
  }

  private static boolean isData(Path file) {
    return file.getFileName().toString().endsWith(DATA_ENDING);
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  private static Path dataBeside(Path model) {
    String name = model.getFileName().toString();
    String stem = name.substring(0, name.length() - MODEL_ENDING.length());
    return model.resolveSibling(stem + DATA_ENDING);
  }

  private void searchFolder(Path folder) throws IOException {
    if (!taken.add(folder.toRealPath())) {
      return;
    }
    demandReadable(folder);
    for (Path entry : entries(folder)) {
      if (isHidden(entry)) {
        continue;
      }
      if (Files.isDirectory(entry)) {
        searchFolder(entry);
      } else if (isModel(entry) || isData(entry)) {
        takeFile(entry);
      }
    }
  }

  private void takeFile(Path file) throws IOException {
    // Reading a pipe would wait for ever.
    if (!Files.isRegularFile(file)) {
      throw new IOException("Cannot read " + file + ": it is not a regular file.");
    }
    demandReadable(file);
    if (taken.add(file.toRealPath())) {
      found.add(file);
    }
  }

  /** Says so in words, where the exception that reading throws has none. */
  private static void demandReadable(Path path) throws IOException {
    if (!Files.isReadable(path)) {
      throw new IOException("Cannot read " + path + ": permission denied.");
    }
  }

  /** Sorted, so that which of two links to one file is taken does not depend on the file system. */
  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted(Comparator.comparing(entry -> entry.getFileName().toString())).toList();
    }
  }
}
