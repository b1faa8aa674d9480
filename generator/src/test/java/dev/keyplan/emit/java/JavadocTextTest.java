package dev.keyplan.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class JavadocTextTest {
  @Test
  void showsTextAsItIsAndAsNothingElse() {
    assertThat(JavadocText.escape("a < b & c > d")).isEqualTo("a &#60; b &#38; c &#62; d");
    assertThat(JavadocText.escape("*/ class X {}")).isEqualTo("*&#47; class X &#123;&#125;");
    assertThat(JavadocText.escape("**//")).isEqualTo("**&#47;/");
    assertThat(JavadocText.escape("@param {@link X}"))
        .isEqualTo("&#64;param &#123;&#64;link X&#125;");
    assertThat(JavadocText.escape("\\u002a\\u002f")).isEqualTo("&#92;u002a&#92;u002f");
    assertThat(JavadocText.escape("$T $L $S and/or 100%")).isEqualTo("$T $L $S and/or 100%");
    assertThat(JavadocText.escape("Gr\u00FC\u00DFe \uD83D\uDE00"))
        .isEqualTo("Gr\u00FC\u00DFe \uD83D\uDE00");
  }

  @Test
  void showsWhatWouldHideOrTurnText() {
    assertThat(JavadocText.escape("a\u202Eb\u2066c\u0000d\u2028e"))
        .isEqualTo("a&#8238;b&#8294;c&#92;u0000d&#8232;e");
  }

  @Test
  void setsAsCodeWhatACodeTagCanHold() {
    assertThat(JavadocText.code("pk = \"MSG#{groupId}\""))
        .isEqualTo("{@code pk = \"MSG#{groupId}\"}");
    for (String text : new String[] {"}", "{", "}{", "*/", "\\u002a", "@x", "\u202E"}) {
      assertThat(JavadocText.code(text)).isEqualTo("<code>" + JavadocText.escape(text) + "</code>");
    }
  }

  @Test
  void makesParagraphsOfEmptyLinesAndWrapsThem() {
    JavadocText text =
        JavadocText.of(Optional.of("one\ntwo\n\n" + "word ".repeat(30)), "unused")
            .parameter("name", "what it is");

    assertThat(text.toCode().toString().lines().toList())
        .startsWith("one two", "")
        .endsWith("", "@param name what it is")
        .hasSize(6)
        .allMatch(line -> line.length() <= 92);
    assertThat(JavadocText.of(Optional.of(" \n "), "ours").toCode()).hasToString("ours");
  }

  @Test
  void keepsCommentsOnTheirLine() {
    assertThat(JavadocText.comment("a\nclass X {} \\u000a\r.keyplan"))
        .isEqualTo("a?class X {} ?u000a?.keyplan");
  }
}
