package dev.keyplan.format;

import dev.keyplan.parser.Lexeme;
import dev.keyplan.parser.Lexemes;
import dev.keyplan.source.SourceFile;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.Members;
import dev.keyplan.syntax.ModelFile;
import dev.keyplan.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tokens of a file, found by their places in it. */
final class Tokens {
  private final List<Token> tokens;

  private Tokens(List<Token> tokens) {
    this.tokens = List.copyOf(tokens);
  }

  /**
   * Reads a file and gives each comment to a token: beside it if it can, else above the next.
   * Commas that mean nothing lose their text and stay, for their comments, as part of what is in
   * front of them.
   */
  static Tokens of(ModelFile model) {
    Tokens tokens = new Tokens(read(model.source()));
    List<Token> all = new ArrayList<>(tokens.tokens);
    for (Node member : Members.of(model)) {
      int behind = tokens.endOf(member.span());
      if (all.get(behind).is(",")) {
        all.set(behind, all.get(behind).withoutText());
      }
    }
    return new Tokens(all);
  }

  private static List<Token> read(SourceFile file) {
    List<Token> tokens = new ArrayList<>();
    List<Comment> above = new ArrayList<>();
    int lastLine = 0;
    for (Lexeme lexeme : Lexemes.of(file)) {
      int line = file.line(lexeme.span().start());
      boolean isAfterBlankLine = lastLine > 0 && line > lastLine + 1;
      if (!lexeme.isComment()) {
        tokens.add(token(lexeme, line, above, isAfterBlankLine));
        above.clear();
      } else if (line == lastLine && above.isEmpty()) {
        int last = tokens.size() - 1;
        tokens.set(last, withBeside(tokens.get(last), comment(lexeme, false)));
      } else {
        above.add(comment(lexeme, isAfterBlankLine));
      }
      lastLine = line;
    }
    int end = file.text().length();
    tokens.add(new Token(Lexeme.Kind.SIGN, "", end, lastLine + 1, above, false, Optional.empty()));
    return tokens;
  }

  private static Token token(
      Lexeme lexeme, int line, List<Comment> above, boolean isAfterBlankLine) {
    return new Token(
        lexeme.kind(),
        lexeme.text(),
        lexeme.span().start(),
        line,
        above,
        isAfterBlankLine,
        Optional.empty());
  }

  private static Comment comment(Lexeme lexeme, boolean isAfterBlankLine) {
    return new Comment(
        lexeme.text().stripTrailing(),
        lexeme.kind() == Lexeme.Kind.DOCUMENTATION,
        isAfterBlankLine);
  }

  private static Token withBeside(Token token, Comment comment) {
    return new Token(
        token.kind(),
        token.text(),
        token.start(),
        token.line(),
        token.above(),
        token.isAfterBlankLine(),
        Optional.of(comment));
  }

  Token get(int index) {
    return tokens.get(index);
  }

  /** The end of the file, which has no text but may have comments above it. */
  Token end() {
    return tokens.get(tokens.size() - 1);
  }

  /** From one index to before another. */
  List<Token> between(int first, int end) {
    return tokens.subList(first, end);
  }

  /** From the first token of a span to the brace that opens its block. */
  List<Token> header(Span span) {
    int first = firstOf(span);
    int end = first;
    while (!get(end).is("{")) {
      end++;
    }
    return between(first, end + 1);
  }

  /** The brace that closes a block at the end of a span, and the comma behind it. */
  List<Token> closing(Span span) {
    int end = endOf(span);
    int first = get(end - 1).is("}") ? end - 1 : end - 2;
    return between(first, end);
  }

  /** All tokens of a span, and the comma behind it. */
  List<Token> in(Span span) {
    return between(firstOf(span), endOf(span));
  }

  /** The index of the first token of a span. */
  int firstOf(Span span) {
    return indexAt(span.start());
  }

  /** The index behind the last token of a span, and behind a comma there that means nothing. */
  int endOf(Span span) {
    int end = indexAt(span.end());
    return end < tokens.size() - 1 && tokens.get(end).is("") ? end + 1 : end;
  }

  /** Whether the whole of a span is on one line. */
  boolean isOneLine(Span span) {
    return get(firstOf(span)).line() == get(endOf(span) - 1).line();
  }

  /** The index of the first token that begins at an offset or behind it. */
  private int indexAt(int offset) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
