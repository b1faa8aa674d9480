package dev.keyplan.generate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keyplan.compile.Sources;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Outcome;
import dev.keyplan.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the files of a model, in the order of their names as messages print them. Files are UTF-8
 * and nothing else: a guess at another encoding would end up in keys.
 */
final class SourceReader {
  /** Of all files together: far more than people write, and little enough to hold. */
  static final int MAXIMUM_BYTES = 64 * 1024 * 1024;

  private final ModelLocation location;
  private final List<SourceFile> models = new ArrayList<>();
  private final List<SourceFile> data = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private int bytesLeft = MAXIMUM_BYTES;

  private SourceReader(ModelLocation location) {
    this.location = location;
  }

  static Outcome<Sources> read(ModelLocation location) throws IOException {
    SortedMap<String, Path> files = new TreeMap<>();
    for (Path file : SourceDiscovery.find(location.source())) {
      files.put(location.nameOf(file), file);
    }
    return new SourceReader(location).readAll(files);
  }

  private Outcome<Sources> readAll(SortedMap<String, Path> files) throws IOException {
    for (Map.Entry<String, Path> file : files.entrySet()) {
      if (!isPlain(file.getKey())) {
        diagnostics.add(unusableName(file.getKey()));
        continue;
      }
      byte[] bytes = read(file.getValue());
      if (bytes.length > bytesLeft) {
        diagnostics.add(tooLarge(file.getKey()));
        break;
      }
      bytesLeft -= bytes.length;
      SourceFile source = decode(file.getKey(), bytes);
      (SourceDiscovery.isModel(file.getValue()) ? models : data).add(source);
    }
    return new Outcome<>(new Sources(models, data), diagnostics);
  }

  /** The bytes of a file, or as many as show that it is too large. */
  private byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(bytesLeft + 1);
    }
  }

  private SourceFile decode(String name, byte[] bytes) {
    CharsetDecoder decoder =
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    ByteBuffer input = ByteBuffer.wrap(bytes);
    boolean malformed = decoder.decode(input, text, true).isError();
    String decoded = text.flip().toString();
    if (!malformed) {
      return new SourceFile(name, decoded);
    }
    // Shown with U+FFFD in place of what is no text; up to there it is the text as decoded above.
    SourceFile shown = new SourceFile(name, new String(bytes, UTF_8));
    int offset = new SourceFile(name, decoded).text().length();
    diagnostics.add(notUtf8(shown, offset, bytes[input.position()]));
    return shown;
  }

  private static Diagnostic notUtf8(SourceFile file, int offset, byte found) {
    return Diagnostic.error(
            "FILE_NOT_UTF8", file.span(offset, offset + 1), "`%s` is not UTF-8".formatted(file))
        .withLabel("byte 0x%02X cannot stand here".formatted(found))
        .withHint("save the file in the encoding UTF-8");
  }

  private Diagnostic tooLarge(String name) {
    return Diagnostic.error(
            "SOURCES_TOO_LARGE",
            new SourceFile(name, "").span(0, 0),
            "`%s` makes the sources larger than %d MiB".formatted(name, MAXIMUM_BYTES >> 20))
        .withHint("is `%s` the right folder?".formatted(location.nameOf(location.source())));
  }

  /**
   * Whether a file's name can be printed and quoted in a comment of generated code: a line end or a
   * {@code \}{@code u000a} in it would end that comment.
   */
  private static boolean isPlain(String name) {
    return name.chars().noneMatch(c -> Character.isISOControl(c) || c == '\\');
  }

  private static Diagnostic unusableName(String name) {
    String printable = name.replaceAll("[\\p{javaISOControl}\\\\]", "?");
    return Diagnostic.error(
            "FILE_NAME_UNUSABLE",
            new SourceFile(printable, "").span(0, 0),
            "`%s` has a control character or a backslash in its name".formatted(printable))
        .withHint("rename the file or the folder");
  }
}
