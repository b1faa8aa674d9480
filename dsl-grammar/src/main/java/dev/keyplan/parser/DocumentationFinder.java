package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.syntax.Documentation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Token;

/**
 * Finds the {@code ///} lines that belong to a declaration: those directly above it, each first on
 * its line. A comment of two slashes may stand in between, a blank line may not.
 */
final class DocumentationFinder {
  private final List<Token> tokens;
  private final Spans spans;
  private final Set<Token> found = new HashSet<>();

  /**
   * @param tokens all tokens of the file, comments included
   */
  DocumentationFinder(List<Token> tokens, Spans spans) {
    this.tokens = tokens;
    this.spans = spans;
  }

  /** The documentation above the declaration that begins with a token. */
  Optional<Documentation> above(Token first) {
    if (!isFirstOnLine(first)) {
      return Optional.empty();
    }
    Deque<Token> lines = new ArrayDeque<>();
    int line = first.getLine();
    for (int i = first.getTokenIndex() - 1; i >= 0; i--) {
      Token token = tokens.get(i);
      boolean isComment =
          token.getType() == KeyplanLexer.DOC || token.getType() == KeyplanLexer.COMMENT;
      if (!isComment || token.getLine() != line - 1 || !isFirstOnLine(token)) {
        break;
      }
      line--;
      if (token.getType() == KeyplanLexer.DOC) {
        lines.addFirst(token);
      }
    }
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    found.addAll(lines);
    String text = lines.stream().map(DocumentationFinder::text).collect(Collectors.joining("\n"));
    return Optional.of(new Documentation(text, spans.between(lines.getFirst(), lines.getLast())));
  }

  /**
   * Reports the documentation that nothing asked for, lines that follow each other once.
   *
   * @param isTrusted whether a line of documentation and the next token that is no comment stand
   *     where all was read; elsewhere, whoever would have asked may have been skipped
   */
  void reportUnused(BiPredicate<Token, Token> isTrusted, Problems problems) {
    // From the end, so that the next token is always known: comments may be many.
    Token next = tokens.get(tokens.size() - 1);
    Deque<Token> block = new ArrayDeque<>();
    for (int i = tokens.size() - 1; i >= 0; i--) {
      Token token = tokens.get(i);
      boolean isUnused = token.getType() == KeyplanLexer.DOC && !found.contains(token);
      boolean isNextBlock =
          !block.isEmpty() && (!isUnused || token.getLine() != block.getFirst().getLine() - 1);
      if (isNextBlock) {
        report(block, next, isTrusted, problems);
        block.clear();
      }
      if (isUnused) {
        block.addFirst(token);
      } else if (token.getChannel() == Token.DEFAULT_CHANNEL) {
        next = token;
      }
    }
    if (!block.isEmpty()) {
      report(block, next, isTrusted, problems);
    }
  }

  private void report(
      Deque<Token> block, Token next, BiPredicate<Token, Token> isTrusted, Problems problems) {
    if (isTrusted.test(block.getFirst(), next)) {
      problems.addRepaired(
          Diagnostic.error(
                  "DOC_DOCUMENTS_NOTHING",
                  spans.between(block.getFirst(), block.getLast()),
                  "this documents nothing")
              .withHint(
                  "`///` stands on lines of its own directly above a declaration, an attribute or"
                      + " a constant; a comment begins with `//`"));
    }
  }

  private boolean isFirstOnLine(Token token) {
    int before = token.getTokenIndex() - 1;
    return before < 0 || tokens.get(before).getLine() != token.getLine();
  }

  private static String text(Token line) {
    String text = line.getText().substring("///".length());
    return (text.startsWith(" ") ? text.substring(1) : text).stripTrailing();
  }
}
