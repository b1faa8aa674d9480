package dev.keyplan.write;

import dev.keyplan.emit.OutputFile;
import dev.keyplan.emit.OutputSet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the files of a run.
 *
 * <ul>
 *   <li>A file whose content is right already is not touched, so that its time stays.
 *   <li>A file that an earlier run of the same owner wrote and this one does not make is deleted if
 *       it still is as it was written, and left alone if somebody has edited it.
 *   <li>A file that Keyplan did not write is never overwritten: the run fails and names it.
 *   <li>Nothing is written through a symbolic link or outside the two folders.
 *   <li>Everything is checked before the first change; each file is replaced in one step.
 * </ul>
 *
 * <p>The two folders may be the same, or one inside the other. Owners that share a folder keep a
 * manifest each, and none deletes what another lists.
 */
public final class OutputWriter {
  private final String owner;

  /**
   * @param owner who makes the files, for example the id of a plugin execution: what one owner
   *     wrote, only the same owner deletes
   */
  public OutputWriter(String owner) {
    this.owner = owner;
  }

  /**
   * Makes the disk agree with the outputs.
   *
   * @throws IOException if it cannot be done; its message is a sentence for the user
   */
  public WriteResult write(OutputSet outputs, Path sourceDirectory, Path resourceDirectory)
      throws IOException {
    Path sources = Folders.real(sourceDirectory);
    Path resources = Folders.real(resourceDirectory);
    Map<Path, Map<String, byte[]>> wanted = new TreeMap<>();
    wanted.put(sources, new TreeMap<>());
    wanted.put(resources, new TreeMap<>());
    Map<Path, OutputFile> claimed = new HashMap<>();
    for (OutputFile file : outputs.files()) {
      Path folder =
          switch (file.kind()) {
            case SOURCE -> sources;
            case RESOURCE -> resources;
          };
      OutputFile other = claimed.putIfAbsent(folder.resolve(file.path()), file);
      if (other != null) {
        throw new IOException(
            "A source and a resource would both be "
                + folder.resolve(file.path())
                + "; choose different output folders.");
      }
      wanted.get(folder).put(file.path(), bytes(file));
    }
    return write(wanted);
  }

  private WriteResult write(Map<Path, Map<String, byte[]>> wanted) throws IOException {
    List<FolderUpdate> updates = new ArrayList<>();
    for (Map.Entry<Path, Map<String, byte[]>> folder : wanted.entrySet()) {
      updates.add(FolderUpdate.prepare(folder.getKey(), owner, folder.getValue()));
    }
    List<Path> written = new ArrayList<>();
    List<Path> unchanged = new ArrayList<>();
    List<Path> deleted = new ArrayList<>();
    List<Path> kept = new ArrayList<>();
    for (FolderUpdate update : updates) {
      update.apply();
      written.addAll(update.written());
      unchanged.addAll(update.unchanged());
      deleted.addAll(update.deleted());
      kept.addAll(update.kept());
    }
    return new WriteResult(written, unchanged, deleted, kept);
  }

  private static byte[] bytes(OutputFile file) {
    try {
      ByteBuffer encoded =
          StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(file.content()));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("Half a character in " + file.path(), e);
    }
  }
}
