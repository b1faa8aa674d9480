package dev.keyplan.emit;

import java.util.List;

/**
 * A file that an emitter wants written.
 *
 * @param kind which of the two output folders it belongs to
 * @param path relative to that folder, with forward slashes
 * @param content with LF line ends and one at the end
 */
public record OutputFile(Kind kind, String path, String content) {
  /** Where files go. */
  public enum Kind {
    /** Java sources, for the compiler. */
    SOURCE,
    /** Everything else. */
    RESOURCE
  }

  public OutputFile {
    if (!isRelativePath(path)) {
      throw new IllegalArgumentException("Not a relative path inside the output folder: " + path);
    }
  }

  /** Whether a path is relative, uses forward slashes and cannot leave the folder it starts in. */
  public static boolean isRelativePath(String path) {
    List<String> segments = List.of(path.split("/", -1));
    return !segments.contains("")
        && !segments.contains(".")
        && !segments.contains("..")
        && path.indexOf('\\') < 0
        && path.indexOf(':') < 0
        && path.indexOf('\0') < 0;
  }
}
