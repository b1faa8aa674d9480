package dev.keyplan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Outcome;
import dev.keyplan.source.SourceFile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FormatterTest {
  @Test
  void refusesSyntaxErrorsAndLeavesTheTextAsItIs() {
    SourceFile file = new SourceFile("a.keyplan", "table T  { key pk sk }\n\n\n");

    Outcome<String> outcome = Formatter.format(file);

    assertThat(outcome.hasErrors()).isTrue();
    assertThat(outcome.diagnostics()).extracting(d -> d.span().file()).containsOnly(file);
    assertThat(outcome.value()).isEqualTo(file.text());
  }

  @Test
  void saysNothingOfWhatItPutsRight() {
    Outcome<String> outcome = format("struct S { a: int, b: int, }");

    assertThat(outcome.diagnostics()).extracting(Diagnostic::id).isEmpty();
    assertThat(outcome.value()).isEqualTo("struct S { a: int   b: int }\n");
  }

  @Test
  void leavesNothingOfNothing() {
    assertThat(format("").value()).isEmpty();
    assertThat(format(" \n\t\r\n").value()).isEmpty();
  }

  @Test
  void breaksWhatIsOneColumnTooWide() {
    // The last name ends in column 100.
    String fits = "pattern a { query A where " + "b".repeat(72) + " }";

    assertThat(format(fits).value()).isEqualTo(fits + "\n");
    assertThat(format(fits.replace("b ", "bb ")).value()).contains("\n  where  bb");
  }

  @Test
  void formatsWhatIsNestedAsDeeplyAsAFileMayBe() {
    String type = "list<".repeat(60) + "int" + ">".repeat(60);
    String condition = "not (".repeat(30) + "(".repeat(30) + "a" + ")".repeat(60);

    FormatterAssertions.assertFormats(
        new SourceFile(
            "deep.keyplan",
            "struct S { a: " + type + " }\npattern p { query E where " + condition + " }\n"));
  }

  @Test
  void manyDeclarationsAndLongClausesTakeNoTime() {
    String pattern = "pattern p { query E // c\n where a and b = :b // d\n order c, d page 5 }\n";
    String clauses = "where a" + " and a".repeat(50_000) + " select a" + ", a".repeat(50_000);

    assertTimeout(
        Duration.ofSeconds(30),
        () -> {
          assertThat(format(pattern.repeat(10_000)).diagnostics()).isEmpty();
          assertThat(format("pattern p { query E " + clauses + " }").diagnostics()).isEmpty();
        });
  }

  @Test
  void writesOneKindOfLineEnd() {
    String text = "\uFEFF\r\n\r\nenum A {\tB\t}\r\n\r\n// end  \r\n\r\n";

    assertThat(format(text).value()).isEqualTo("enum A { B }\n\n// end\n");
    assertThat(format("enum A {\r  B\r}\r").value()).isEqualTo("enum A {\n  B\n}\n");
  }

  /** First on its line, {@code table as in} would be read as the beginning of a declaration. */
  @Test
  void beginsNoLineWithWhatLooksLikeADeclaration() {
    String names = "attribute, ".repeat(9);
    SourceFile file =
        new SourceFile("a.keyplan", "pattern p { query E select " + names + "table as in }\n");

    assertThat(FormatterAssertions.assertFormats(file)).endsWith("attribute, table as in\n}\n");
  }

  private static Outcome<String> format(String text) {
    return Formatter.format(new SourceFile("a.keyplan", text));
  }
}
