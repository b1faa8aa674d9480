package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Fix;
import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.source.Span;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Checks what stands between quotes: that the text ends, its escapes and its stray braces. */
final class TextTokens {
  private static final String ESCAPED = "\"\\{}$";

  private final Spans spans;
  private final Problems problems;

  TextTokens(Spans spans, Problems problems) {
    this.spans = spans;
    this.problems = problems;
  }

  void check(List<Token> tokens) {
    int quote = -1;
    boolean isInHole = false;
    boolean isMalformed = false;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      switch (token.getType()) {
        case KeyplanLexer.QUOTE -> {
          quote = i;
          isMalformed = false;
        }
        // In `{{id}}`, the second pair is one mistake.
        case KeyplanLexer.UNKNOWN -> isMalformed = true;
        case KeyplanLexer.HOLE_OPEN -> {
          isInHole = true;
          checkDollar(tokens.get(i - 1));
        }
        case KeyplanLexer.HOLE_CLOSE, KeyplanLexer.QUOTE_END -> isInHole = false;
        case KeyplanLexer.TEXT_BREAK -> {
          // In a hole, the parser has more to say about it.
          if (!isInHole) {
            problems.add(unclosed(tokens.get(quote)));
          }
          isInHole = false;
        }
        case KeyplanLexer.ESCAPE -> checkEscape(token);
        case KeyplanLexer.STRAY_BRACE -> {
          if (!isMalformed) {
            // The hole that it should close is missing.
            problems.add(strayBrace(token));
          }
        }
        default -> {
          // Nothing to check.
        }
      }
    }
  }

  private void checkDollar(Token before) {
    if (before.getType() != KeyplanLexer.TEXT || !before.getText().endsWith("$")) {
      return;
    }
    int end = before.getStopIndex() + 1;
    Span dollar = spans.file().span(end - 1, end);
    problems.addRepaired(
        Diagnostic.error("DOLLAR_BEFORE_HOLE", dollar, "the `$` would be a part of the key")
            .withHint("a hole is `{name}` alone; a `$` in the key is written `\\$`")
            .withFix(Fix.replace("Remove the `$`", dollar, "")));
  }

  private void checkEscape(Token token) {
    String escaped = token.getText().substring(1);
    if (ESCAPED.contains(escaped)) {
      return;
    }
    Span span = spans.of(token);
    problems.addRepaired(
        Diagnostic.error("UNKNOWN_ESCAPE", span, "`%s` is no escape".formatted(token.getText()))
            .withHint(
                "the escapes are `\\\"`, `\\\\`, `\\{`, `\\}` and `\\$`; a backslash in the text is `\\\\`")
            .withFix(Fix.replace("Write the backslash as text", span, "\\\\" + escaped)));
  }

  private Diagnostic strayBrace(Token token) {
    Span span = spans.of(token);
    return Diagnostic.error("STRAY_BRACE", span, "this `}` closes no hole")
        .withHint("a brace in the text is written `\\}`")
        .withFix(Fix.replace("Write the brace as text", span, "\\}"));
  }

  private Diagnostic unclosed(Token quote) {
    return Diagnostic.error("UNCLOSED_TEXT", spans.of(quote), "this text is never closed")
        .withLabel("no `\"` follows on this line")
        .withHint("a text ends on the line it begins on");
  }
}
