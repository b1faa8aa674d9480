package dev.keyplan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Models made from others by small changes. It is guided: whoever uses it says how a model behaved,
 * and one that behaved as none before is changed further. The same seed gives the same models.
 */
public final class MutatedModels {
  private static final Path FIXTURES = Path.of("src", "test", "resources", "check");
  private static final Path MODELS = Path.of("src", "test", "resources", "models");
  private static final Path REFERENCE = Path.of("..", "docs", "language.md");
  private static final Pattern EXAMPLE =
      Pattern.compile("^```keyplan\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern WORD = Pattern.compile("\\s+|[\\w.]+|\\W");
  private static final int LONGEST = 6_000;

  /** Characters and words that often mean something, or should not. */
  private static final List<String> SPICE =
      List.of(
          "{",
          "}",
          "\"",
          "(",
          ")",
          "<",
          ">",
          ":",
          "?",
          "@",
          "/",
          "..",
          "=",
          ",",
          "#",
          "-1",
          "0",
          "99999999999999999999",
          "1e5",
          "\uFEFF",
          "\u202E",
          "\uD83D",
          "\uD83D\uDE42",
          "\u0000",
          "é",
          "e\u0301",
          "\\",
          "$",
          "not (",
          "and",
          "or",
          "each",
          "*",
          "null",
          "list<",
          "set<",
          "map<",
          "\n",
          "//",
          "///",
          "{id}",
          "{a:b(1)}",
          "constructor",
          "class",
          "_type",
          "pk");

  private final Random random;
  private final List<String> corpus;
  private final List<String> words;
  private final Set<String> behaviours = new HashSet<>();
  private String current = "";

  private MutatedModels(List<String> corpus, long seed) {
    this.corpus = new ArrayList<>(corpus);
    this.words =
        corpus.stream().flatMap(text -> Arrays.stream(text.split("\\s+"))).distinct().toList();
    this.random = new Random(seed);
  }

  /** From the fixtures of all rules, the models of the tests and the examples of the reference. */
  public static MutatedModels ofEverything(long seed) {
    List<String> texts = new ArrayList<>();
    texts.addAll(filesBelow(FIXTURES));
    texts.addAll(filesBelow(MODELS));
    texts.addAll(examples());
    texts.removeIf(text -> text.length() > LONGEST);
    return new MutatedModels(texts, seed);
  }

  /** From models that are right. */
  public static MutatedModels ofTheReference(long seed) {
    return new MutatedModels(examples(), seed);
  }

  /** Another model. */
  public String next() {
    current = mutated(corpus.get(random.nextInt(corpus.size())));
    return current;
  }

  /** Takes note of how the last model behaved; true if none behaved so before. */
  public boolean behaved(String behaviour) {
    boolean isNew = behaviours.add(behaviour);
    if (isNew && current.length() <= LONGEST) {
      corpus.add(current);
    }
    return isNew;
  }

  private String mutated(String text) {
    List<String> parts = new ArrayList<>(WORD.matcher(text).results().map(r -> r.group()).toList());
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes && !parts.isEmpty(); i++) {
      change(parts, random.nextInt(parts.size()));
    }
    return String.join("", parts);
  }

  private void change(List<String> parts, int at) {
    switch (random.nextInt(8)) {
      case 0 -> parts.set(at, words.get(random.nextInt(words.size())));
      case 1 -> parts.set(at, " ");
      case 2 -> parts.add(at, parts.get(random.nextInt(parts.size())) + " ");
      case 3 -> Collections.swap(parts, at, random.nextInt(parts.size()));
      case 4 -> parts.add(at, SPICE.get(random.nextInt(SPICE.size())));
      case 5 -> parts.subList(at, Math.min(parts.size(), at + 1 + random.nextInt(30))).clear();
      case 6 -> copyRun(parts, at);
      default -> insertLine(parts, at);
    }
  }

  private void copyRun(List<String> parts, int at) {
    int from = random.nextInt(parts.size());
    List<String> run =
        List.copyOf(parts.subList(from, Math.min(parts.size(), from + 1 + random.nextInt(40))));
    parts.addAll(at, run);
  }

  /** A line of another model. */
  private void insertLine(List<String> parts, int at) {
    List<String> lines = corpus.get(random.nextInt(corpus.size())).lines().toList();
    if (!lines.isEmpty()) {
      parts.add(at, "\n" + lines.get(random.nextInt(lines.size())) + "\n");
    }
  }

  private static List<String> filesBelow(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> texts = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".keyplan")).sorted().toList()) {
        texts.add(Files.readString(file));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> examples() {
    try {
      Matcher matcher = EXAMPLE.matcher(Files.readString(REFERENCE));
      List<String> examples = new ArrayList<>();
      while (matcher.find()) {
        examples.add(matcher.group(1));
      }
      return examples;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
