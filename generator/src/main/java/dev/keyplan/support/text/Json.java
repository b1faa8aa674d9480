package dev.keyplan.support.text;

import java.util.BitSet;
import java.util.OptionalInt;

/**
 * Whether a text is JSON, by RFC 8259 and nothing more: no comments, no comma too many. It looks at
 * each character once and keeps its own stack, so that no nesting is too deep for it.
 */
public final class Json {
  private static final char END = '\0';

  private final String text;
  private final BitSet isObject = new BitSet();
  private int depth;
  private int next;

  private Json(String text) {
    this.text = text;
  }

  /** The index of the first character that is wrong; empty if the text is JSON. */
  public static OptionalInt problem(String text) {
    Json json = new Json(text);
    return json.isJson() ? OptionalInt.empty() : OptionalInt.of(json.next);
  }

  private boolean isJson() {
    do {
      if (!isValue()) {
        return false;
      }
    } while (depth > 0);
    skipSpace();
    return next == text.length();
  }

  /** A value, or the beginning of one that holds others; then also the ends that follow. */
  private boolean isValue() {
    skipSpace();
    char first = peek();
    if (first == '{' || first == '[') {
      next++;
      isObject.set(depth++, first == '{');
      skipSpace();
      if (peek() != closing()) {
        return first == '[' || isName();
      }
      return isEnd();
    }
    boolean isScalar =
        switch (first) {
          case '"' -> isText();
          case 't' -> isWord("true");
          case 'f' -> isWord("false");
          case 'n' -> isWord("null");
          default -> isNumber();
        };
    return isScalar && isEnd();
  }

  /** The brackets behind a value, and the comma before the next. */
  private boolean isEnd() {
    while (depth > 0) {
      skipSpace();
      if (peek() == ',') {
        next++;
        return !isObject.get(depth - 1) || isName();
      }
      if (peek() != closing()) {
        return false;
      }
      next++;
      depth--;
    }
    return true;
  }

  private char closing() {
    return isObject.get(depth - 1) ? '}' : ']';
  }

  private boolean isName() {
    skipSpace();
    if (peek() != '"' || !isText()) {
      return false;
    }
    skipSpace();
    return accept(':');
  }

  private boolean isText() {
    next++;
    while (next < text.length() && text.charAt(next) >= ' ') {
      char c = text.charAt(next);
      if (c == '"') {
        next++;
        return true;
      }
      if (c == '\\' && !isEscape()) {
        return false;
      }
      next++;
    }
    return false;
  }

  /** Ends on the last character of the escape. */
  private boolean isEscape() {
    next++;
    if (peek() != 'u') {
      return peek() != END && "\"\\/bfnrt".indexOf(peek()) >= 0;
    }
    for (int i = 0; i < 4; i++) {
      next++;
      if (Character.digit(peek(), 16) < 0 || peek() > 'f') {
        return false;
      }
    }
    return true;
  }

  private boolean isNumber() {
    accept('-');
    if (!accept('0') && !areDigits()) {
      return false;
    }
    if (accept('.') && !areDigits()) {
      return false;
    }
    if (accept('e') || accept('E')) {
      if (!accept('+')) {
        accept('-');
      }
      return areDigits();
    }
    return true;
  }

  private boolean areDigits() {
    int start = next;
    while (peek() >= '0' && peek() <= '9') {
      next++;
    }
    return next > start;
  }

  private boolean isWord(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!accept(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean accept(char c) {
    if (peek() != c) {
      return false;
    }
    next++;
    return true;
  }

  private void skipSpace() {
    while (peek() == ' ' || peek() == '\n' || peek() == '\t' || peek() == '\r') {
      next++;
    }
  }

  private char peek() {
    return next < text.length() ? text.charAt(next) : END;
  }
}
