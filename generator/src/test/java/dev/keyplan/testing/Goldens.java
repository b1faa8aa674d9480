package dev.keyplan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Compares generated files with those under {@code src/test/resources/golden}: a whole folder, so
 * that a file too many or too few fails as a wrong one does. Run the tests with {@code
 * -Dgolden.update=true} to write the folders anew, and read the difference before committing it.
 */
public final class Goldens {
  private static final Path ROOT = Path.of("src", "test", "resources", "golden");

  private Goldens() {}

  /**
   * Asserts that a golden folder holds exactly these files.
   *
   * @param folder under the root, with forward slashes
   * @param files contents by path relative to the folder
   */
  public static void assertMatches(String folder, Map<String, String> files) {
    Path directory = ROOT.resolve(folder);
    try {
      if (Boolean.getBoolean("golden.update")) {
        update(directory, files);
      }
      Map<String, String> expected = read(directory);
      assertThat(new TreeMap<>(files).keySet())
          .as("files of %s", directory)
          .isEqualTo(expected.keySet());
      for (Map.Entry<String, String> file : expected.entrySet()) {
        assertThat(files.get(file.getKey()))
            .as("%s/%s", directory, file.getKey())
            .isEqualTo(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> read(Path directory) throws IOException {
    Map<String, String> files = new TreeMap<>();
    if (Files.isDirectory(directory)) {
      for (Path file : tree(directory)) {
        if (Files.isRegularFile(file)) {
          String path = directory.relativize(file).toString().replace('\\', '/');
          files.put(path, Files.readString(file));
        }
      }
    }
    return files;
  }

  private static void update(Path directory, Map<String, String> files) throws IOException {
    if (Files.isDirectory(directory)) {
      for (Path path : tree(directory).stream().sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path target = directory.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
  }

  private static List<Path> tree(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths.toList();
    }
  }
}
