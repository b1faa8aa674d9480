package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.DidYouMean;
import dev.keyplan.diagnostic.Fix;
import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * Makes sure that declarations stay islands: whatever is wrong with one, the next begins where it
 * begins. Every keyword could be a name, so the parser itself would look for the end of an unclosed
 * declaration far behind its neighbours. But {@code entity Order in} at the beginning of a line is
 * nothing else than a declaration.
 */
final class Islands {
  private static final Map<String, Integer> BEGINNINGS =
      Map.of(
          "table", KeyplanLexer.TABLE,
          "entity", KeyplanLexer.ENTITY,
          "struct", KeyplanLexer.STRUCT,
          "enum", KeyplanLexer.ENUM,
          "pattern", KeyplanLexer.PATTERN);

  private final Spans spans;
  private final Problems problems;
  private final Deque<OpenBrace> open = new ArrayDeque<>();

  /** Whether a declaration has begun whose opening brace has not come yet. */
  private boolean isInHead;

  /** How many braces were closed early, for a declaration inside of another: they close again. */
  private int closedEarly;

  /** A brace that is not closed yet, and the declaration or clause it belongs to. */
  private record OpenBrace(Token brace, String owner) {}

  Islands(Spans spans, Problems problems) {
    this.spans = spans;
    this.problems = problems;
  }

  /** The tokens, with a closing brace wherever one is missing. */
  List<Token> repaired(List<Token> tokens) {
    List<Token> result = new ArrayList<>(tokens.size());
    TokenLines lines = new TokenLines(tokens);
    boolean isBalanced = count(tokens, KeyplanLexer.LBRACE) == count(tokens, KeyplanLexer.RBRACE);
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (open.isEmpty()) {
        correctSpelling(lines, i);
      }
      if (isRestOfOuter(lines, i)) {
        closedEarly += depth(token);
        continue;
      }
      if (open.isEmpty()) {
        beginHead(lines, i, result);
      } else if (isIsland(lines, i)) {
        if (isBalanced) {
          closeEarly(result, token);
        } else {
          closeAll(result, Optional.of(token));
        }
      }
      if (token.getType() == KeyplanLexer.LBRACE) {
        open.push(new OpenBrace(token, lines.textBefore(i)));
        isInHead = false;
      } else if (token.getType() == KeyplanLexer.RBRACE) {
        open.poll();
        isInHead = false;
      }
      result.add(token);
    }
    closeAll(result, Optional.empty());
    endHead(result);
    return result;
  }

  /** How much deeper it is behind a token. */
  private static int depth(Token token) {
    return switch (token.getType()) {
      case KeyplanLexer.LBRACE -> 1;
      case KeyplanLexer.RBRACE -> -1;
      default -> 0;
    };
  }

  private static long count(List<Token> tokens, int type) {
    return tokens.stream().filter(token -> token.getType() == type).count();
  }

  /** What stands behind a declaration that is inside of another one, up to the end of that. */
  private boolean isRestOfOuter(TokenLines lines, int index) {
    return closedEarly > 0
        && open.isEmpty()
        && lines.token(index).getChannel() == Token.DEFAULT_CHANNEL
        && !isInHead
        && !isIsland(lines, index);
  }

  /** No brace is missing in the file: the declaration stands where none can. */
  private void closeEarly(List<Token> result, Token next) {
    OpenBrace outermost = open.peekLast();
    problems.add(
        Diagnostic.error(
                "SYNTAX_ERROR",
                spans.of(next),
                outermost.owner().isEmpty()
                    ? "declarations stand beside each other"
                    : "`%s` begins inside of `%s`".formatted(next.getText(), outermost.owner()))
            .withRelated(spans.of(outermost.brace()), "opened here")
            .withHint("declarations stand beside each other: move it behind the `}`"));
    problems.markBroken(outermost.brace().getStartIndex());
    closedEarly += open.size();
    close(result);
    isInHead = true;
  }

  private void beginHead(TokenLines lines, int index, List<Token> result) {
    boolean isDeclaration =
        lines.isFirst(index) && lines.isDeclaration(index) && lines.isFollowedByWord(index);
    if (isDeclaration) {
      endHead(result);
      isInHead = true;
    }
  }

  /** Closes what was never opened: the parser reports the missing brace, and opens it too. */
  private void endHead(List<Token> result) {
    if (isInHead) {
      Token last = result.get(result.size() - 1);
      result.add(Tokens.inserted(KeyplanLexer.RBRACE, "}", last));
      isInHead = false;
    }
  }

  /** Unindented, {@code entity Order "} is one too; indented, an attribute could look like it. */
  private static boolean isIsland(TokenLines lines, int index) {
    if (!TokenKinds.beginsDeclaration(lines.token(index)) || !lines.isFirst(index)) {
      return false;
    }
    boolean isUnindented = lines.token(index).getCharPositionInLine() == 0;
    return lines.looksLikeHead(index, isUnindented);
  }

  private void correctSpelling(TokenLines lines, int index) {
    Token token = lines.token(index);
    boolean couldBegin =
        token.getType() == KeyplanLexer.IDENT
            && token.getCharPositionInLine() == 0
            && lines.looksLikeHead(index, true);
    if (!couldBegin) {
      return;
    }
    Optional<String> meant = DidYouMean.suggestion(token.getText(), BEGINNINGS.keySet());
    if (meant.isPresent()) {
      Span span = spans.of(token);
      problems.addRepaired(Misspelling.of(span, meant.get()));
      Tokens.retype(token, BEGINNINGS.get(meant.get()));
    }
  }

  /** Reports the outermost brace only: the others are likely to be closed by what closes it. */
  private void closeAll(List<Token> result, Optional<Token> next) {
    if (open.isEmpty()) {
      return;
    }
    OpenBrace outermost = open.peekLast();
    problems.add(unclosed(outermost, result.get(result.size() - 1), next));
    close(result);
  }

  private void close(List<Token> result) {
    while (!open.isEmpty()) {
      open.pop();
      Token last = result.get(result.size() - 1);
      result.add(Tokens.inserted(KeyplanLexer.RBRACE, "}", last));
    }
  }

  private Diagnostic unclosed(OpenBrace brace, Token last, Optional<Token> next) {
    Diagnostic diagnostic =
        Diagnostic.error(
                "UNCLOSED_BRACE",
                spans.of(brace.brace()),
                brace.owner().isEmpty()
                    ? "this `{` is never closed"
                    : "the `{` of `%s` is never closed".formatted(brace.owner()))
            .withHint("a `}` is missing")
            .withFix(Fix.replace("Insert `}`", spans.after(last), "\n}"));
    return next.isEmpty()
        ? diagnostic
        : diagnostic.withRelated(spans.of(next.get()), "a declaration begins while it is open");
  }
}
