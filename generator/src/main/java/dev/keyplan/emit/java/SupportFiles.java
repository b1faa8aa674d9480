package dev.keyplan.emit.java;

import dev.keyplan.emit.OutputFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

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
          INTERNAL + "UpdateExpression",
          INTERNAL + "Upsert",
          INTERNAL + "WireSize",
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

  /**
   * @param packageName the user's package for them
   */
  SupportFiles(String packageName) {
    this.packageName = packageName;
  }

  /** The files that these sources need; none if there are no sources. */
  List<OutputFile> usedBy(Collection<String> sources) {
    Set<String> names = new TreeSet<>();
    for (String name : ALL) {
      // In an import; or in full, where a class of the model has the same simple name.
      Pattern use =
          Pattern.compile(
              "\\b" + Pattern.quote(packageName + "." + name.replace('/', '.')) + "\\b");
      if (sources.stream().anyMatch(source -> use.matcher(source).find())) {
        addWithUsed(name, names);
      }
    }
    List<OutputFile> files = new ArrayList<>();
    names.forEach(name -> files.add(file(name)));
    names.stream()
        .map(name -> name.substring(0, name.indexOf('/') + 1))
        .distinct()
        .forEach(folder -> files.add(file(folder + DOCUMENTATION)));
    return files;
  }

  private static void addWithUsed(String name, Set<String> used) {
    if (used.add(name)) {
      String source = source(name);
      for (String other : ALL) {
        String simpleName = other.substring(other.indexOf('/') + 1);
        if (Pattern.compile("\\b" + simpleName + "\\b").matcher(source).find()) {
          addWithUsed(other, used);
        }
      }
    }
  }

  private OutputFile file(String name) {
    String path = packageName.replace('.', '/') + "/" + name + ".java";
    String content =
        "// Copied by Keyplan. Do not edit.\n" + source(name).replace(PACKAGE, packageName);
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
