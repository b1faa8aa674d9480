package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Fix;
import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.source.Span;
import java.text.Normalizer;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Checks that names are in Unicode's normal form C. Two names that look the same must be the same,
 * and DynamoDB compares bytes.
 */
final class NameTokens {
  private final Spans spans;
  private final Problems problems;

  NameTokens(Spans spans, Problems problems) {
    this.spans = spans;
    this.problems = problems;
  }

  void check(List<Token> tokens) {
    for (Token token : tokens) {
      if (token.getType() != KeyplanLexer.IDENT) {
        continue;
      }
      String name = token.getText();
      if (!isAscii(name) && !Normalizer.isNormalized(name, Normalizer.Form.NFC)) {
        Span span = spans.of(token);
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        problems.addRepaired(
            Diagnostic.error(
                    "NAME_NOT_NORMALIZED",
                    span,
                    "`%s` is written with combining characters".formatted(name))
                .withHint("write it with composed letters (Unicode normal form C)")
                .withFix(Fix.replace("Use composed letters", span, composed)));
      }
    }
  }

  /** Nothing else in most files, and always normal: Unicode's tables need not be read for it. */
  private static boolean isAscii(String name) {
    return name.chars().allMatch(c -> c < 128);
  }
}
