package dev.keyplan.parser;

import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Reads files word for word: everything that is not white space, comments included. The syntax tree
 * says what a file means, the lexemes how it is written.
 */
public final class Lexemes {
  private Lexemes() {}

  /** All lexemes of a file that has no syntax errors, in its order. */
  public static List<Lexeme> of(SourceFile file) {
    KeyplanLexer lexer = new KeyplanLexer(new Utf16CharStream(file));
    lexer.removeErrorListeners();
    Spans spans = new Spans(file);
    List<Lexeme> lexemes = new ArrayList<>();
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      lexemes.add(
          token.getType() == KeyplanLexer.QUOTE
              ? text(token, lexer, spans)
              : new Lexeme(kind(token), token.getText(), spans.of(token)));
    }
    return lexemes;
  }

  private static Lexeme text(Token quote, KeyplanLexer lexer, Spans spans) {
    StringBuilder text = new StringBuilder();
    Token token = quote;
    while (token.getType() != KeyplanLexer.QUOTE_END && token.getType() != Token.EOF) {
      text.append(token.getText());
      token = lexer.nextToken();
    }
    text.append('"');
    return new Lexeme(Lexeme.Kind.TEXT, text.toString(), spans.between(quote, token));
  }

  private static Lexeme.Kind kind(Token token) {
    return switch (token.getType()) {
      case KeyplanLexer.NUMBER -> Lexeme.Kind.NUMBER;
      case KeyplanLexer.COMMENT -> Lexeme.Kind.COMMENT;
      case KeyplanLexer.DOC -> Lexeme.Kind.DOCUMENTATION;
      default -> TokenKinds.isWord(token) ? Lexeme.Kind.WORD : Lexeme.Kind.SIGN;
    };
  }
}
