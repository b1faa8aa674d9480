package dev.keyplan.generate;

import java.io.File;
import java.nio.file.Path;

/**
 * Where the files of a model are.
 *
 * @param source a folder, searched with all folders in it, or one model file
 * @param base the folder that messages and generated files name sources relative to, usually the
 *     project's
 */
public record ModelLocation(Path source, Path base) {
  public ModelLocation {
    source = source.toAbsolutePath().normalize();
    base = base.toAbsolutePath().normalize();
  }

  /** How messages name a file: relative to the base where there is a way, with forward slashes. */
  public String nameOf(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    boolean sameRoot = absolute.getRoot().equals(base.getRoot());
    Path named = sameRoot ? base.relativize(absolute) : absolute;
    return named.toString().replace(File.separatorChar, '/');
  }
}
