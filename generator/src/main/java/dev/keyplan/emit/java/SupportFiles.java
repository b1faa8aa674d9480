package dev.keyplan.emit.java;

import dev.keyplan.emit.OutputFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Copies the support classes that generated code uses, and those that they use themselves. */
final class SupportFiles {
  private static final String PACKAGE = "dev.keyplan.support";
  private static final String INTERNAL = "internal/";
  private static final String TEXT = "text/";

  /** All there are: nothing is looked up by what happens to lie on a class path. */
  private static final List<String> ALL =
      List.of(
          "AsyncPageReader",
          "AsyncQueries",
          "AsyncQuery",
          "AsyncScan",
          "BatchIncompleteException",
          "Concurrency",
          "ConditionFailedException",
          "CursorEncoding",
          "CursorException",
          "Cursors",
          "Decoded",
          "EntityItems",
          "EntityRequests",
          "ItemChange",
          "ItemFormatException",
          "ItemIterator",
          "MergedChunks",
          "MergedPage",
          "MergedPosition",
          "MergedQueries",
          "MergedResults",
          "NotUniqueResultException",
          "OptionalPart",
          "Page",
          "PageReader",
          "PagedQuery",
          "PagedRequest",
          "PagedScan",
          "Pages",
          "Part",
          "Queries",
          "Query",
          "Scan",
          "Segments",
          "StepSubscription",
          "Steps",
          "Transaction",
          "TransactionFailedException",
          "UniqueValueTakenException",
          INTERNAL + "Actions",
          INTERNAL + "Answer",
          INTERNAL + "AsRead",
          INTERNAL + "AsyncBatch",
          INTERNAL + "AsyncCount",
          INTERNAL + "AsyncGuardedRead",
          INTERNAL + "AsyncItemWrite",
          INTERNAL + "AsyncRounds",
          INTERNAL + "AsyncSenders",
          INTERNAL + "Batch",
          INTERNAL + "BatchItems",
          INTERNAL + "BatchRequests",
          INTERNAL + "Bounds",
          INTERNAL + "Buckets",
          INTERNAL + "Changes",
          INTERNAL + "Check",
          INTERNAL + "ChunkQueue",
          INTERNAL + "Chunks",
          INTERNAL + "ConditionFailed",
          INTERNAL + "Count",
          INTERNAL + "Counting",
          INTERNAL + "Elements",
          INTERNAL + "FanOut",
          INTERNAL + "Found",
          INTERNAL + "GuardActions",
          INTERNAL + "GuardKey",
          INTERNAL + "GuardedRead",
          INTERNAL + "Guards",
          INTERNAL + "Helper",
          INTERNAL + "InList",
          INTERNAL + "ItemActions",
          INTERNAL + "ItemWrite",
          INTERNAL + "KeyConditions",
          INTERNAL + "KeyText",
          INTERNAL + "Keys",
          INTERNAL + "KnownItem",
          INTERNAL + "Loop",
          INTERNAL + "Merge",
          INTERNAL + "Names",
          INTERNAL + "Parts",
          INTERNAL + "Path",
          INTERNAL + "Place",
          INTERNAL + "Ranges",
          INTERNAL + "Read",
          INTERNAL + "RelativeChange",
          INTERNAL + "Retries",
          INTERNAL + "Rounds",
          INTERNAL + "Senders",
          INTERNAL + "Shards",
          INTERNAL + "StreamRecords",
          INTERNAL + "Texts",
          INTERNAL + "TimeTexts",
          INTERNAL + "Timestamps",
          INTERNAL + "TransactionMembers",
          INTERNAL + "Ulids",
          INTERNAL + "Unexpired",
          INTERNAL + "UpdateExpression",
          INTERNAL + "Upsert",
          INTERNAL + "Values",
          INTERNAL + "WireSize",
          INTERNAL + "Yield",
          TEXT + "CharacterSet",
          TEXT + "Json",
          TEXT + "PatternNode",
          TEXT + "PatternParser",
          TEXT + "TextPattern",
          TEXT + "TimeField",
          TEXT + "TimePattern",
          TEXT + "TimePatternParser");

  private static final String DOCUMENTATION = "package-info";

  private final String packageName;
  private final NullAnnotations nulls;

  /**
   * @param packageName the user's package for them
   */
  SupportFiles(String packageName, NullAnnotations nulls) {
    this.packageName = packageName;
    this.nulls = nulls;
  }

  /** The files that these sources need; none if there are no sources. */
  List<OutputFile> usedBy(Collection<String> sources) {
    Set<String> names = new TreeSet<>();
    for (String source : sources) {
      imported(source).forEach(name -> addWithUsed(name, names));
    }
    List<OutputFile> files = new ArrayList<>();
    names.forEach(name -> files.add(file(name)));
    names.stream()
        .map(name -> name.substring(0, name.indexOf('/') + 1))
        .distinct()
        .forEach(folder -> files.add(file(folder + DOCUMENTATION)));
    return files;
  }

  /**
   * What is named in an import; or in full, where a class of the model has the same simple name.
   */
  private Set<String> imported(String source) {
    Set<String> names = new HashSet<>();
    String prefix = packageName + ".";
    for (int at = source.indexOf(prefix); at >= 0; at = source.indexOf(prefix, at + 1)) {
      int start = at + prefix.length();
      int end = endOfWord(source, start);
      String name = source.substring(start, end);
      if ((name + "/").equals(INTERNAL) || (name + "/").equals(TEXT)) {
        name += "/" + source.substring(end + 1, endOfWord(source, end + 1));
      }
      if (ALL.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  private static void addWithUsed(String name, Set<String> used) {
    if (used.add(name)) {
      Set<String> words = words(source(name));
      for (String other : ALL) {
        if (words.contains(other.substring(other.indexOf('/') + 1))) {
          addWithUsed(other, used);
        }
      }
    }
  }

  private static Set<String> words(String source) {
    Set<String> words = new HashSet<>();
    for (int start = 0; start < source.length(); ) {
      int end = endOfWord(source, start);
      words.add(source.substring(start, end));
      start = end + 1;
    }
    return words;
  }

  private static int endOfWord(String source, int start) {
    int end = start;
    while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) {
      end++;
    }
    return end;
  }

  private OutputFile file(String name) {
    String path = packageName.replace('.', '/') + "/" + name + ".java";
    String source = source(name).replace(PACKAGE, packageName);
    String content =
        "// Copied by Keyplan. Do not edit.\n"
            + (name.endsWith(DOCUMENTATION)
                ? nulls.packageInfo(source)
                : nulls.supportClass(source));
    return new OutputFile(OutputFile.Kind.SOURCE, path, content);
  }

  private static String source(String name) {
    String path = "/support/" + PACKAGE.replace('.', '/') + "/" + name + ".java";
    try (InputStream in = SupportFiles.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
