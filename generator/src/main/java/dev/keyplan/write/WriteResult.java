package dev.keyplan.write;

import java.nio.file.Path;
import java.util.List;

/**
 * What a run did to the disk; each list is sorted.
 *
 * @param written new files, and files whose content changed
 * @param unchanged files that already had their content; not touched
 * @param deleted files of an earlier run that this one no longer makes
 * @param kept files of an earlier run that this one no longer makes, but that somebody has edited
 *     since: left alone, and theirs from now on
 */
public record WriteResult(
    List<Path> written, List<Path> unchanged, List<Path> deleted, List<Path> kept) {
  public WriteResult {
    written = written.stream().sorted().toList();
    unchanged = unchanged.stream().sorted().toList();
    deleted = deleted.stream().sorted().toList();
    kept = kept.stream().sorted().toList();
  }
}
