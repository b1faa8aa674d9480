package dev.keyplan.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.JsonRenderer;
import dev.keyplan.diagnostic.LineRenderer;
import dev.keyplan.diagnostic.Outcome;
import dev.keyplan.diagnostic.TextRenderer;
import dev.keyplan.source.SourceFile;
import dev.keyplan.syntax.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that anybody feeds to the parser makes it throw, hang or talk without end. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileInputTest {
  private static final int MEGABYTE = 1_000_000;

  static Stream<Arguments> inputs() {
    return Stream.of(
        Arguments.of("nothing", ""),
        Arguments.of("a line end", "\n"),
        Arguments.of("a byte order mark", "\uFEFF"),
        Arguments.of("garbage", garbage(MEGABYTE, "%@#$&*(){}[]<>:;,./\"'\\ \nab1é🙂")),
        Arguments.of("garbage without lines", garbage(MEGABYTE, "%@#$&*(){}[]<>:;,./' ab1é")),
        Arguments.of("opening braces", "{".repeat(MEGABYTE)),
        Arguments.of("closing braces", "}".repeat(MEGABYTE)),
        Arguments.of("pairs of braces", "{}".repeat(MEGABYTE / 2)),
        Arguments.of("quotes", "\"".repeat(MEGABYTE)),
        Arguments.of("holes", "\"{".repeat(MEGABYTE / 2)),
        Arguments.of("an unclosed text", "entity Order in \"" + "x".repeat(MEGABYTE)),
        Arguments.of("an unclosed hole", "entity A in T {\n key \"{" + "x".repeat(MEGABYTE)),
        Arguments.of("one long word", "x".repeat(MEGABYTE)),
        Arguments.of("one long number", "pattern p { query A limit " + "1".repeat(100_000) + " }"),
        Arguments.of("comments", "/// a\n".repeat(100_000)),
        Arguments.of("block comments", "/*".repeat(100_000)),
        Arguments.of("parentheses", condition("(".repeat(100_000) + "a" + ")".repeat(100_000))),
        Arguments.of("parentheses on lines", condition("(\n".repeat(100_000))),
        Arguments.of("negations", condition("not (".repeat(100_000))),
        Arguments.of("calls", condition("size(".repeat(100_000))),
        Arguments.of("types", "struct A { a : " + "list<".repeat(100_000)),
        Arguments.of("types on lines", "struct A { a : " + "list<\n".repeat(100_000)),
        Arguments.of("and as types", "struct A { a : " + "and<".repeat(100_000)),
        Arguments.of("many terms", condition("a" + " and a".repeat(100_000))),
        Arguments.of("many comparisons", condition("a < b" + " and a < b".repeat(100_000))),
        Arguments.of("many alternatives", condition("a" + " or a".repeat(100_000))),
        Arguments.of("a long path", condition("a" + ".a".repeat(100_000))),
        Arguments.of("many sums", "pattern p { update A set a = b" + " + c".repeat(100_000) + "}"),
        Arguments.of("many traits", "struct A { a : string " + "@x ".repeat(100_000) + "}"),
        Arguments.of("declarations in declarations", "entity A in T {\n".repeat(50_000)),
        Arguments.of("bad lines", "entity A in T {\n" + "  a b\n".repeat(20_000) + "}"),
        Arguments.of("bad clauses", "pattern a { query A\n" + "  where a and\n".repeat(20_000)),
        Arguments.of("bad declarations", "entity A : B {\n}\n".repeat(20_000)),
        Arguments.of("incomplete lines", "table T {\n" + "  ttl a /\n".repeat(20_000) + "}"),
        Arguments.of("lone surrogates", "entity A\uD83D in T { b\uDE42 : string = \"\uD83D\" }"),
        Arguments.of("control characters", "entity A\u0000\u001B[31m in T { \u202E }"),
        Arguments.of("carriage returns", "entity A in T {\r  a b\r  c d\r}\r"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inputs")
  void staysCalm(String name, String text) {
    check(text);
  }

  /** A model with something deleted, doubled, swapped or cut off somewhere. */
  @Test
  void survivesEveryMutation() throws IOException {
    Random random = new Random(42);
    for (String model : new String[] {"cruddur", "shop", "everything"}) {
      String text = Files.readString(Path.of("src/test/resources/models", model + ".keyplan"));
      for (int i = 0; i < 1000; i++) {
        check(mutated(text, random));
      }
    }
  }

  private static void check(String text) {
    SourceFile file = new SourceFile("hostile.keyplan", text);
    Outcome<ModelFile> outcome = ModelParser.parse(file);

    assertThat(outcome.diagnostics().size()).isLessThanOrEqualTo(Problems.LIMIT);
    for (Diagnostic diagnostic : outcome.diagnostics()) {
      assertThat(diagnostic.span().end()).isLessThanOrEqualTo(file.text().length());
      assertThat(diagnostic.message().length()).isLessThan(600);
    }
    String report = TextRenderer.plain().render(outcome.diagnostics());
    assertThat(report.length()).isLessThan(200_000);
    assertThat(report).doesNotContain("\u001B").doesNotContain("\u202E");
    new LineRenderer().render(outcome.diagnostics());
    new JsonRenderer().render(outcome.diagnostics());
  }

  private static String condition(String condition) {
    return "pattern p {\n  query A\n  where " + condition + "\n}\n";
  }

  private static String garbage(int length, String alphabet) {
    int[] codePoints = alphabet.codePoints().toArray();
    Random random = new Random(1);
    return IntStream.range(0, length)
        .map(i -> codePoints[random.nextInt(codePoints.length)])
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static String mutated(String text, Random random) {
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + 1 + random.nextInt(random.nextInt(40) + 1));
    int at = random.nextInt(text.length());
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, from) + text.substring(to);
      case 1 -> text.substring(0, at) + text.substring(from, to) + text.substring(at);
      case 2 -> text.substring(0, from) + garbage(3, "{}()\"/:=,.<>@\n ") + text.substring(to);
      default -> text.substring(0, at);
    };
  }
}
