package dev.keyplan.parser;

import dev.keyplan.parser.antlr.KeyplanLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Looks around in a list of tokens, line by line. Comments do not count. */
final class TokenLines {
  private static final int HEAD_WORDS = 2;

  /** No head is longer; without a bound, a line of a million braces would be searched for each. */
  private static final int LONGEST_HEAD = 32;

  private final List<Token> tokens;

  /**
   * @param tokens all tokens, comments included
   */
  TokenLines(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token token(int index) {
    return tokens.get(index);
  }

  /** Whether a token is the first of its line. */
  boolean isFirst(int index) {
    return index == 0 || tokens.get(index - 1).getLine() < tokens.get(index).getLine();
  }

  /** Whether the line, the block or the file ends in front of a token. */
  boolean isAtEnd(Token token) {
    int type = token.getType();
    return type == Token.EOF || type == KeyplanLexer.RBRACE || isFirst(token.getTokenIndex());
  }

  /** Whether a token, or one behind it on its line, has a type. */
  boolean hasOnLine(int index, int type) {
    int line = tokens.get(index).getLine();
    for (int i = index; i < tokens.size() && tokens.get(i).getLine() == line; i++) {
      if (tokens.get(i).getType() == type) {
        return true;
      }
    }
    return false;
  }

  /** The first token of the line of a token. */
  Token firstOfLine(Token token) {
    int index = token.getTokenIndex();
    while (!isFirst(index)) {
      index--;
    }
    return tokens.get(index);
  }

  /** The last token of the line of a token, without the brace that ends the block there. */
  Token lastOfLine(Token token) {
    Token last = token;
    for (int i = token.getTokenIndex() + 1; i < tokens.size() && !isFirst(i); i++) {
      int type = tokens.get(i).getType();
      if (type == KeyplanLexer.RBRACE || type == Token.EOF) {
        break;
      }
      last = tokens.get(i).getChannel() == Token.DEFAULT_CHANNEL ? tokens.get(i) : last;
    }
    return last;
  }

  /** The last token of a type between two others. */
  Optional<Token> lastBetween(Token first, Token end, int type) {
    for (int i = end.getTokenIndex() - 1; i > first.getTokenIndex(); i--) {
      if (tokens.get(i).getType() == type) {
        return Optional.of(tokens.get(i));
      }
    }
    return Optional.empty();
  }

  /** The token in front of another, comments left out. */
  Optional<Token> before(Token token) {
    for (int i = token.getTokenIndex() - 1; i >= 0; i--) {
      if (tokens.get(i).getChannel() == Token.DEFAULT_CHANNEL) {
        return Optional.of(tokens.get(i));
      }
    }
    return Optional.empty();
  }

  boolean isFollowedByWord(int index) {
    return following(index, 1).stream().anyMatch(TokenKinds::isWord);
  }

  /** The token behind another, comments left out. */
  Optional<Token> behind(Token token) {
    return following(token.getTokenIndex(), 1).stream().findFirst();
  }

  /** Whether a token of a type stands behind another, comments left out. */
  boolean isFollowedBy(Token token, int type) {
    return behind(token).filter(next -> next.getType() == type).isPresent();
  }

  /** Whether a declaration begins with a token. */
  boolean isDeclaration(int index) {
    Token token = tokens.get(index);
    boolean isUnindented = token.getCharPositionInLine() == 0 && isFirst(index);
    return TokenKinds.beginsDeclaration(token) && (isUnindented || looksLikeHead(index, true));
  }

  /**
   * Whether a word, a name and an opening brace or {@code in} follow each other.
   *
   * @param isQuoteEnough whether a quoted name will do as well
   */
  boolean looksLikeHead(int index, boolean isQuoteEnough) {
    List<Token> next = following(index, HEAD_WORDS);
    if (next.size() < HEAD_WORDS || !TokenKinds.isWord(next.get(0))) {
      return false;
    }
    int type = next.get(1).getType();
    return type == KeyplanLexer.LBRACE
        || type == KeyplanLexer.IN
        || (isQuoteEnough && type == KeyplanLexer.QUOTE);
  }

  /** Up to two words in front of a brace, on its line: {@code entity Order} and the like. */
  String textBefore(int index) {
    int line = tokens.get(index).getLine();
    int first = index;
    while (first > 0 && first > index - LONGEST_HEAD && tokens.get(first - 1).getLine() == line) {
      first--;
    }
    StringBuilder text = new StringBuilder();
    for (int i = first; i < Math.min(index, first + HEAD_WORDS); i++) {
      if (!TokenKinds.isWord(tokens.get(i))) {
        break;
      }
      text.append(text.length() == 0 ? "" : " ").append(tokens.get(i).getText());
    }
    return text.toString();
  }

  private List<Token> following(int index, int count) {
    List<Token> following = new ArrayList<>();
    for (int i = index + 1; i < tokens.size() && following.size() < count; i++) {
      if (tokens.get(i).getChannel() == Token.DEFAULT_CHANNEL) {
        following.add(tokens.get(i));
      }
    }
    return following;
  }
}
