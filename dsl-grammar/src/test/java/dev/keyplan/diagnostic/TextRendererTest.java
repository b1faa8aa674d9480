package dev.keyplan.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.source.SourceFile;
import dev.keyplan.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextRendererTest {
  @Test
  void showsLinesLabelsAndHint() {
    SourceFile file =
        new SourceFile(
            "models/shop.keyplan",
            """
            entity Order in Shop {
              key "A#{id}" / "B"
              id : uuid
            }

            pattern open { query Order where status }
            """);
    Diagnostic diagnostic =
        Diagnostic.error("PATTERN_NOT_SERVABLE", span(file, "open"), "no key answers `open`")
            .withLabel("binds `status` only")
            .withRelated(span(file, "Order"), "keys: `A#{id}` / `B`")
            .withHint("add `index byStatus = status`\nor say `scan`");

    assertThat(TextRenderer.plain().render(List.of(diagnostic)))
        .isEqualTo(
            """
            error[PATTERN_NOT_SERVABLE]: no key answers `open`
              --> models/shop.keyplan:6:9
               |
             1 | entity Order in Shop {
               |        ----- keys: `A#{id}` / `B`
               :
             6 | pattern open { query Order where status }
               |         ^^^^ binds `status` only
               |
               = hint: add `index byStatus = status`
                       or say `scan`

            1 error, 0 warnings in 1 file
            """);
  }

  @Test
  void hangsSeveralTextsOfOneLineBelowEachOther() {
    SourceFile file = new SourceFile("a.keyplan", "one two three");
    Diagnostic diagnostic =
        Diagnostic.warning("X", span(file, "two"), "m")
            .withLabel("second")
            .withRelated(span(file, "one"), "first")
            .withRelated(span(file, "three"), "third");

    assertThat(TextRenderer.plain().render(diagnostic))
        .isEqualTo(
            """
            warning[X]: m
              --> a.keyplan:1:5
               |
             1 | one two three
               | --- ^^^ ----- third
               | |   |
               | |   second
               | first
            """);
  }

  @Test
  void marksFirstAndLastLineOfALongSpan() {
    SourceFile file = new SourceFile("a.keyplan", "struct A {\n  a: string\n  b: string\n}\n");
    Diagnostic diagnostic =
        Diagnostic.error("X", file.span(9, file.text().length()), "m").withLabel("all of it");

    assertThat(TextRenderer.plain().render(diagnostic))
        .isEqualTo(
            """
            error[X]: m
              --> a.keyplan:1:10
               |
             1 | struct A {
               |          ^
               :
             4 | }
               | ^ all of it
            """);
  }

  @Test
  void expandsTabsAndKnowsWideCharacters() {
    SourceFile file = new SourceFile("a.keyplan", "\tname\t\"🙂漢e\u0301\" here");

    assertThat(TextRenderer.plain().render(Diagnostic.error("X", span(file, "here"), "m")))
        .isEqualTo(
            """
            error[X]: m
              --> a.keyplan:1:14
               |
             1 |     name    "🙂漢e\u0301" here
               |                     ^^^^
            """);
  }

  @Test
  void escapesWhatWouldGarbleATerminal() {
    SourceFile file = new SourceFile("a.keyplan", "a\u202Eb\u001B[31m here");
    Diagnostic diagnostic =
        Diagnostic.error("X", span(file, "here"), "no `\u0007`").withHint("\u2066");

    assertThat(TextRenderer.plain().render(diagnostic))
        .isEqualTo(
            """
            error[X]: no `<U+0007>`
              --> a.keyplan:1:10
               |
             1 | a<U+202E>b<U+001B>[31m here
               |                        ^^^^
               |
               = hint: <U+2066>
            """);
  }

  @Test
  void showsOnlyThePartOfAVeryLongLine() {
    SourceFile file = new SourceFile("a.keyplan", "x".repeat(100_000) + "here" + "y".repeat(999));

    assertThat(TextRenderer.plain().render(Diagnostic.error("X", span(file, "here"), "m")))
        .isEqualTo(
            """
            error[X]: m
              --> a.keyplan:1:100001
               |
             1 | …%shere%s…
               |  %s^^^^
            """
                .formatted("x".repeat(60), "y".repeat(96), " ".repeat(60)));
  }

  @Test
  void showsOtherFilesSeparately() {
    SourceFile first = new SourceFile("a.keyplan", "one");
    SourceFile second = new SourceFile("b.keyplan", "two");
    Diagnostic diagnostic =
        Diagnostic.error("X", span(first, "one"), "m").withRelated(span(second, "two"), "there");

    assertThat(TextRenderer.plain().render(diagnostic))
        .isEqualTo(
            """
            error[X]: m
              --> a.keyplan:1:1
               |
             1 | one
               | ^^^
              ::: b.keyplan:1:1
               |
             1 | two
               | --- there
            """);
  }

  @Test
  void pointsAtThePlaceBetweenCharactersAndAtTheEnd() {
    SourceFile file = new SourceFile("a.keyplan", "one");

    assertThat(TextRenderer.plain().render(Diagnostic.error("X", file.span(3, 3), "m")))
        .contains(" 1 | one\n   |    ^\n");
  }

  @Test
  void coloursOnlyWhenAsked() {
    SourceFile file = new SourceFile("a.keyplan", "one");
    Diagnostic diagnostic = Diagnostic.error("X", span(file, "one"), "m");

    assertThat(TextRenderer.plain().render(diagnostic)).doesNotContain("\u001B");
    assertThat(TextRenderer.coloured().render(diagnostic)).startsWith("\u001B[1;31merror[X]");
  }

  @Test
  void saysNothingAboutNothing() {
    assertThat(TextRenderer.plain().render(List.of())).isEmpty();
  }

  private static Span span(SourceFile file, String part) {
    int start = file.text().indexOf(part);
    return file.span(start, start + part.length());
  }
}
