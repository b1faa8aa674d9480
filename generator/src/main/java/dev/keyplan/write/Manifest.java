package dev.keyplan.write;

import dev.keyplan.emit.OutputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of one owner in one folder. On disk: a comment line, then one line for each file, in
 * the form of {@code sha256sum}: hash, two spaces, path.
 *
 * @param hashes the SHA-256 of each file as it was written, by its path relative to the folder
 */
record Manifest(SortedMap<String, String> hashes) {
  private static final String HEADER =
      "# Files that Keyplan wrote here. Those it no longer makes, it deletes. Do not edit.\n";
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

  Manifest {
    hashes = Collections.unmodifiableSortedMap(new TreeMap<>(hashes));
  }

  static Manifest empty() {
    return new Manifest(new TreeMap<>());
  }

  /**
   * The manifest in a file; empty if there is none. Lines that are not ours, and paths that would
   * leave the folder, are left out: what is not listed is not deleted.
   */
  static Manifest read(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return empty();
    }
    // Bytes that are not UTF-8 become characters that match no path of ours.
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    SortedMap<String, String> hashes = new TreeMap<>();
    for (String line : text.lines().toList()) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches() && OutputFile.isRelativePath(matcher.group(2))) {
        hashes.put(matcher.group(2), matcher.group(1));
      }
    }
    return new Manifest(hashes);
  }

  boolean lists(String path) {
    return hashes.containsKey(path);
  }

  /** What this one or another lists; the other's hash where both do. */
  Manifest with(Manifest other) {
    SortedMap<String, String> all = new TreeMap<>(hashes);
    all.putAll(other.hashes);
    return new Manifest(all);
  }

  byte[] content() {
    StringBuilder text = new StringBuilder(HEADER);
    hashes.forEach((path, hash) -> text.append(hash).append("  ").append(path).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
