package dev.keyplan.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/** Gives a file its content in one step. */
public final class FileReplacement {
  private FileReplacement() {}

  /**
   * Writes beside the file and moves into place, so that no reader ever sees half of it. Who may
   * read and write a file that is there does not change.
   *
   * @param file no link: a link would be replaced itself
   * @throws IOException if it cannot be done; its message is a sentence for the user
   */
  public static void replace(Path file, byte[] content) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    try {
      Files.createDirectories(parent);
      // Not Files.createTempFile, whose files only their owner may read.
      Path temporary = parent.resolve(".keyplan-" + UUID.randomUUID() + ".tmp");
      try {
        try (OutputStream out = Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW)) {
          out.write(content);
        }
        copyPermissions(file, temporary);
        try {
          Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
          Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw Folders.failure("write", file, e);
    }
  }

  private static void copyPermissions(Path file, Path copy) throws IOException {
    boolean hasPermissions = Files.getFileAttributeView(copy, PosixFileAttributeView.class) != null;
    if (hasPermissions && Files.exists(file)) {
      Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(file));
    }
  }
}
