package dev.keyplan.write;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where paths really lead. */
final class Folders {
  private Folders() {}

  /** A path with all links followed, as far as it exists. */
  static Path real(Path path) throws IOException {
    Path absolute = path.toAbsolutePath().normalize();
    Path existing = existing(absolute);
    try {
      return existing.toRealPath().resolve(existing.relativize(absolute));
    } catch (IOException e) {
      throw failure("use", path, e);
    }
  }

  /**
   * Fails unless a file may be written: no part of the way to it leads out of the folder, and the
   * file itself is no link or folder.
   *
   * @param folder a real path
   */
  static void demandInside(Path folder, Path file) throws IOException {
    if (!isInside(folder, file)) {
      throw new IOException("Cannot write " + file + ": a link leads out of " + folder + ".");
    }
    if (Files.isSymbolicLink(file)) {
      throw new IOException("Cannot write " + file + ": it is a symbolic link.");
    }
    if (Files.isDirectory(file)) {
      throw new IOException("Cannot write " + file + ": it is a folder.");
    }
    for (Path parent = file.getParent(); parent != null; parent = parent.getParent()) {
      if (Files.exists(parent)) {
        if (!Files.isDirectory(parent)) {
          throw new IOException("Cannot write " + file + ": " + parent + " is not a folder.");
        }
        return;
      }
    }
  }

  /** Whether the way to a file, as far as it exists, stays in a folder. */
  static boolean isInside(Path folder, Path file) throws IOException {
    Path parent = existing(file.getParent());
    try {
      return folder.startsWith(parent) || parent.toRealPath().startsWith(folder);
    } catch (IOException e) {
      throw failure("follow", parent, e);
    }
  }

  private static Path existing(Path path) {
    Path existing = path;
    while (existing.getParent() != null && !Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
      existing = existing.getParent();
    }
    return existing;
  }

  /** What went wrong, as a sentence that names the file and keeps the cause. */
  static IOException failure(String verb, Path file, IOException cause) {
    String reason = cause.getMessage();
    if (cause instanceof AccessDeniedException) {
      reason = "permission denied";
    } else if (cause instanceof NoSuchFileException) {
      reason = "it does not exist";
    } else if (cause instanceof FileSystemException failed && failed.getReason() != null) {
      reason = failed.getReason();
    }
    return new IOException("Cannot " + verb + " " + file + ": " + reason, cause);
  }
}
