package dev.keyplan.parser;

import dev.keyplan.parser.antlr.KeyplanLexer;
import org.antlr.v4.runtime.Token;

/** What a token is, beyond its type. */
final class TokenKinds {
  private TokenKinds() {}

  /** Whether the parser would take it as a name: every keyword is soft. */
  static boolean isWord(Token token) {
    int type = token.getType();
    boolean isKeyword = type >= KeyplanLexer.NAMESPACE && type <= KeyplanLexer.CONTAINS;
    return isKeyword || type == KeyplanLexer.IDENT;
  }

  /** Whether declarations begin with it. */
  static boolean beginsDeclaration(Token token) {
    return switch (token.getType()) {
      case KeyplanLexer.TABLE,
          KeyplanLexer.ENTITY,
          KeyplanLexer.STRUCT,
          KeyplanLexer.ENUM,
          KeyplanLexer.PATTERN ->
          true;
      default -> false;
    };
  }

  static boolean isVerb(Token token) {
    int type = token.getType();
    return type >= KeyplanLexer.TRANSACT && type <= KeyplanLexer.CHECK;
  }

  /** Whether nothing stands between two tokens, not even a space. */
  static boolean touch(Token first, Token second) {
    return first.getStopIndex() + 1 == second.getStartIndex();
  }
}
