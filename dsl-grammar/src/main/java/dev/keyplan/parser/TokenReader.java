package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.parser.antlr.KeyplanLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * Cuts a file into tokens and puts right, with a report, what the parser would only stumble over:
 * signs of other languages, declarations that are never closed, misspelt beginnings.
 */
final class TokenReader {
  private TokenReader() {}

  /** The tokens, comments included and the end of the file last. */
  static List<Token> read(Spans spans, Problems problems) {
    KeyplanLexer lexer = new KeyplanLexer(new Utf16CharStream(spans.file()));
    lexer.removeErrorListeners();
    List<Token> tokens =
        new ForeignTokens(spans, problems).repaired(new ArrayList<>(lexer.getAllTokens()));
    softenWhen(tokens);
    new TextTokens(spans, problems).check(tokens);
    new NameTokens(spans, problems).check(tokens);
    Optional<Diagnostic> nesting = NestingLimit.check(tokens, spans);
    if (nesting.isPresent()) {
      problems.add(nesting.get());
      return List.of(Tokens.endOfFile(List.of(), spans.file()));
    }
    List<Token> result = new Islands(spans, problems).repaired(tokens);
    result.add(Tokens.endOfFile(result, spans.file()));
    return result;
  }

  /**
   * A condition behind {@code when} never begins with a parameter, so {@code when :} is an
   * attribute of that name. The grammar alone could not tell, because a condition may.
   */
  private static void softenWhen(List<Token> tokens) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      boolean isAttribute =
          tokens.get(i).getType() == KeyplanLexer.WHEN
              && tokens.get(i + 1).getType() == KeyplanLexer.COLON;
      if (isAttribute) {
        Tokens.retype(tokens.get(i), KeyplanLexer.IDENT);
      }
    }
  }
}
