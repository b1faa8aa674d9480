package dev.keyplan.parser;

import dev.keyplan.source.SourceFile;
import dev.keyplan.source.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Turns tokens and what the parser made of them into spans of the file. */
final class Spans {
  private final SourceFile file;

  Spans(SourceFile file) {
    this.file = file;
  }

  SourceFile file() {
    return file;
  }

  Span of(Token token) {
    return between(token, token);
  }

  Span of(ParserRuleContext context) {
    return between(context.getStart(), context.getStop());
  }

  Span between(Token first, Token last) {
    int start = Math.min(first.getStartIndex(), end());
    return file.span(start, Math.max(start, Math.min(last.getStopIndex() + 1, end())));
  }

  /** The empty span behind a token. */
  Span after(Token token) {
    int end = Math.min(token.getStopIndex() + 1, end());
    return file.span(end, end);
  }

  /** The lexer sees one line end more than the file has. */
  private int end() {
    return file.text().length();
  }
}
