package dev.keyplan.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tests that documentation names as {@code SomeTest.method}. */
final class NamedTests {
  static final Pattern NAME = Pattern.compile("(\\w+Test)\\.(\\w+)");
  private static final Path TESTS = Path.of("src", "test", "java");

  private final Map<String, String> sources;

  private NamedTests(Map<String, String> sources) {
    this.sources = sources;
  }

  /** Of all tests of this module; several classes of one name are taken together. */
  static NamedTests all() throws IOException {
    Map<String, String> tests = new TreeMap<>();
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(TESTS)) {
      all.filter(file -> file.toString().endsWith("Test.java")).sorted().forEach(files::add);
    }
    for (Path file : files) {
      String name = file.getFileName().toString();
      tests.merge(
          name.substring(0, name.length() - ".java".length()),
          Files.readString(file),
          String::concat);
    }
    return new NamedTests(tests);
  }

  /** Whether there is such a method, and nothing but annotations between it and its own. */
  boolean has(String name) {
    Matcher named = NAME.matcher(name);
    if (!named.matches()) {
      return false;
    }
    String source = sources.getOrDefault(named.group(1), "");
    int declared = source.indexOf("  void " + named.group(2) + "(");
    int annotated = source.substring(0, Math.max(0, declared)).lastIndexOf("Test\n");
    return declared >= 0
        && annotated >= 0
        && !source.substring(annotated, declared).contains(" void ");
  }
}
