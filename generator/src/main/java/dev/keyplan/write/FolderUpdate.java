package dev.keyplan.write;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What has to happen in one folder: found out first, done later. */
final class FolderUpdate {
  private static final String MANIFEST = ".keyplan-outputs";
  private static final String SAFE_IN_NAMES =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";

  private final Path folder;
  private final Path manifestFile;
  private final Manifest before;
  private final Manifest after;
  private final Map<Path, byte[]> changes = new TreeMap<>();
  private final List<Path> unchanged = new ArrayList<>();
  private final List<Path> stale = new ArrayList<>();
  private final List<Path> kept = new ArrayList<>();

  private FolderUpdate(Path folder, Path manifestFile, Manifest before, Manifest after) {
    this.folder = folder;
    this.manifestFile = manifestFile;
    this.before = before;
    this.after = after;
  }

  /**
   * Compares what is wanted with what is there.
   *
   * @param folder a real path; need not exist
   * @param wanted contents by relative path
   */
  static FolderUpdate prepare(Path folder, String owner, Map<String, byte[]> wanted)
      throws IOException {
    Path manifestFile = folder.resolve(manifestName(owner));
    SortedMap<String, String> hashes = new TreeMap<>();
    wanted.forEach((path, content) -> hashes.put(path, hash(content)));
    FolderUpdate update =
        new FolderUpdate(folder, manifestFile, Manifest.read(manifestFile), new Manifest(hashes));
    update.compare(wanted);
    return update;
  }

  private void compare(Map<String, byte[]> wanted) throws IOException {
    Folders.demandInside(folder, manifestFile);
    Manifest others = otherManifests();
    for (Map.Entry<String, byte[]> entry : wanted.entrySet()) {
      Path file = folder.resolve(entry.getKey());
      Folders.demandInside(folder, file);
      if (!Files.exists(file)) {
        changes.put(file, entry.getValue());
      } else if (Arrays.equals(read(file), entry.getValue())) {
        unchanged.add(file);
      } else if (before.lists(entry.getKey()) || others.lists(entry.getKey())) {
        changes.put(file, entry.getValue());
      } else {
        throw new IOException(
            "Cannot write "
                + file
                + ": a file is there that Keyplan did not write. Delete it, or choose another"
                + " output folder.");
      }
    }
    for (Map.Entry<String, String> entry : before.hashes().entrySet()) {
      Path file = folder.resolve(entry.getKey());
      if (!after.lists(entry.getKey())
          && !others.lists(entry.getKey())
          && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && Folders.isInside(folder, file)) {
        (hash(read(file)).equals(entry.getValue()) ? stale : kept).add(file);
      }
    }
  }

  /** Makes the changes. */
  void apply() throws IOException {
    if (!changes.isEmpty()) {
      // Until all is done, the manifest lists the old and the new: whatever interrupts us, the next
      // run knows these files as ours.
      FileReplacement.replace(manifestFile, before.with(after).content());
    }
    // Before anything is written: where case does not matter, an old name may be a new file's.
    for (Path file : stale) {
      delete(file);
    }
    for (Map.Entry<Path, byte[]> change : changes.entrySet()) {
      FileReplacement.replace(change.getKey(), change.getValue());
    }
    if (!after.hashes().isEmpty()) {
      byte[] content = after.content();
      if (!Files.exists(manifestFile) || !Arrays.equals(read(manifestFile), content)) {
        FileReplacement.replace(manifestFile, content);
      }
    } else if (Files.exists(manifestFile)) {
      delete(manifestFile);
    }
  }

  List<Path> written() {
    return List.copyOf(changes.keySet());
  }

  List<Path> unchanged() {
    return unchanged;
  }

  List<Path> deleted() {
    return stale;
  }

  List<Path> kept() {
    return kept;
  }

  /** Everything that other owners list in this folder. */
  private Manifest otherManifests() throws IOException {
    Manifest others = Manifest.empty();
    if (!Files.isDirectory(folder)) {
      return others;
    }
    try (DirectoryStream<Path> manifests = Files.newDirectoryStream(folder, MANIFEST + "*")) {
      for (Path file : manifests) {
        if (!file.equals(manifestFile)) {
          others = others.with(Manifest.read(file));
        }
      }
    }
    return others;
  }

  /** The owner's characters that are safe in file names, the others by their code. */
  private static String manifestName(String owner) {
    StringBuilder name = new StringBuilder(MANIFEST).append('-');
    for (int character : owner.codePoints().toArray()) {
      boolean isSafe = SAFE_IN_NAMES.indexOf(character) >= 0;
      name.append(isSafe ? Character.toString(character) : "_" + Integer.toHexString(character));
    }
    return name.toString();
  }

  private static byte[] read(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw Folders.failure("read", file, e);
    }
  }

  /** Deletes a file, and the folders up to ours that it leaves empty. */
  private void delete(Path file) throws IOException {
    try {
      Files.deleteIfExists(file);
      for (Path parent = file.getParent(); !parent.equals(folder); parent = parent.getParent()) {
        Files.delete(parent);
      }
    } catch (DirectoryNotEmptyException e) {
      // It still holds something; so do the folders above it.
      return;
    } catch (IOException e) {
      throw Folders.failure("delete", file, e);
    }
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
