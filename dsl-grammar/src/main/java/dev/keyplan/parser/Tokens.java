package dev.keyplan.parser;

import dev.keyplan.source.SourceFile;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;

/** Changes and makes tokens. */
final class Tokens {
  private Tokens() {}

  /** Reads a token as something else than the lexer did. */
  static void retype(Token token, int type) {
    ((WritableToken) token).setType(type);
  }

  /** A token that is not in the file: empty, behind another one and on its line. */
  static Token inserted(int type, String text, Token before) {
    CommonToken token = new CommonToken(before);
    token.setType(type);
    token.setChannel(Token.DEFAULT_CHANNEL);
    token.setText(text);
    token.setStartIndex(before.getStopIndex() + 1);
    token.setStopIndex(before.getStopIndex());
    return token;
  }

  /** The end of a file, on a line of its own so that it always ends the line before. */
  static Token endOfFile(List<Token> tokens, SourceFile file) {
    int length = file.text().length();
    CommonToken token = new CommonToken(Token.EOF, "the end of the file");
    token.setStartIndex(length);
    token.setStopIndex(length - 1);
    token.setLine(tokens.isEmpty() ? 1 : tokens.get(tokens.size() - 1).getLine() + 1);
    return token;
  }
}
