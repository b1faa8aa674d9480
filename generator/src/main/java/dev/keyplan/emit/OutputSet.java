package dev.keyplan.emit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All files of one run, none written yet.
 *
 * @param files by kind, then by path
 */
public record OutputSet(List<OutputFile> files) {
  private static final Comparator<OutputFile> ORDER =
      Comparator.comparing(OutputFile::kind).thenComparing(OutputFile::path);

  public OutputSet {
    files = files.stream().sorted(ORDER).toList();
  }

  /** The files of a kind, by path. */
  public List<OutputFile> files(OutputFile.Kind kind) {
    return files.stream().filter(file -> file.kind() == kind).toList();
  }

  /**
   * Runs emitters and gathers their files.
   *
   * @throws IllegalStateException if two files would be one on some disk: the same path, paths that
   *     differ in case only, or a file where another needs a folder. No design without errors leads
   *     there, since names that would clash are errors of the model.
   */
  public static OutputSet of(List<Emitter> emitters, EmitInput input) {
    List<OutputFile> files = new ArrayList<>();
    Claims claims = new Claims();
    for (Emitter emitter : emitters) {
      for (OutputFile file : emitter.emit(input)) {
        claims.claim(emitter, file);
        files.add(file);
      }
    }
    return new OutputSet(files);
  }

  /** Who wants which path, by the path in lower case, as a disk that ignores case sees it. */
  private static final class Claims {
    private final Map<String, String> files = new HashMap<>();
    private final Map<String, String> folders = new HashMap<>();

    void claim(Emitter emitter, OutputFile file) {
      String claimant = "`" + file.path() + "` of the emitter `" + emitter.name() + "`";
      String path = file.kind() + ":" + file.path().toLowerCase(Locale.ROOT);
      refuse(claimant, files.putIfAbsent(path, claimant));
      refuse(claimant, folders.get(path));
      for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
        String folder = path.substring(0, end);
        refuse(claimant, files.get(folder));
        folders.putIfAbsent(folder, claimant);
      }
    }

    private static void refuse(String claimant, String other) {
      if (other != null) {
        throw new IllegalStateException(
            "Two files claim one path: " + other + " and " + claimant + ".");
      }
    }
  }
}
