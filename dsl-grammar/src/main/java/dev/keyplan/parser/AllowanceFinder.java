package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.Allowance;
import dev.keyplan.syntax.Declaration;
import dev.keyplan.syntax.Name;
import dev.keyplan.syntax.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;

/**
 * Finds the comments that answer warnings, and what each is about.
 *
 * <p>A comment behind something is about what begins on its line, the outermost of it; on a line
 * where nothing begins, about the innermost that the line is part of. A comment on a line of its
 * own is about what begins on the next line that is no comment; a blank line may not stand between.
 */
final class AllowanceFinder {
  private static final Pattern DIRECTIVE =
      Pattern.compile("///?\\s*keyplan:(\\S*)(?:\\s+(\\S+)(?:\\s+(.*))?)?");

  private final List<Token> tokens;
  private final Spans spans;
  private final Problems problems;

  /**
   * @param tokens all tokens of the file, comments included
   */
  AllowanceFinder(List<Token> tokens, Spans spans, Problems problems) {
    this.tokens = tokens;
    this.spans = spans;
    this.problems = problems;
  }

  List<Allowance> allowances(List<Declaration> declarations) {
    return tokens.stream().anyMatch(AllowanceFinder::isComment)
        ? allowances(new Subjects(declarations))
        : List.of();
  }

  private List<Allowance> allowances(Subjects subjects) {
    Deque<Allowance> allowances = new ArrayDeque<>();
    // From the end, so that what is below is always known: comments may be many.
    Optional<Token> below = Optional.empty();
    for (int i = tokens.size() - 1; i >= 0; i--) {
      Token token = tokens.get(i);
      if (isComment(token)) {
        below = below(i, below);
        Matcher directive = DIRECTIVE.matcher(token.getText().stripTrailing());
        if (directive.matches() && isWellFormed(token, directive)) {
          allowances.addFirst(allowance(token, directive, subject(i, below, subjects)));
        }
      }
    }
    return List.copyOf(allowances);
  }

  private static boolean isComment(Token token) {
    return token.getType() == KeyplanLexer.COMMENT || token.getType() == KeyplanLexer.DOC;
  }

  private boolean isWellFormed(Token token, Matcher directive) {
    if (token.getType() == KeyplanLexer.DOC) {
      report(token, "this is documentation, and silences nothing");
    } else if (!directive.group(1).equals("allow")) {
      report(token, "a comment that begins with `keyplan:` has a meaning, but not this one");
    } else if (directive.group(2) == null) {
      report(token, "this does not say which warning is allowed");
    } else {
      return true;
    }
    return false;
  }

  private void report(Token token, String message) {
    problems.addRepaired(
        Diagnostic.warning("ALLOWANCE_MALFORMED", spans.of(token), message)
            .withHint("`// keyplan:allow RULE_ID reason`"));
  }

  private Allowance allowance(Token token, Matcher directive, Optional<Node> subject) {
    int start = token.getStartIndex();
    Span rule = spans.file().span(start + directive.start(2), start + directive.end(2));
    return new Allowance(
        new Name(directive.group(2), rule),
        Optional.ofNullable(directive.group(3)).orElse(""),
        subject,
        spans.of(token));
  }

  private Optional<Node> subject(int index, Optional<Token> below, Subjects subjects) {
    Token token = tokens.get(index);
    if (isBeside(index)) {
      int lineStart = spans.file().lineStart(token.getLine());
      return subjects
          .beginningIn(spans.file().span(lineStart, token.getStartIndex()))
          .or(() -> subjects.around(tokens.get(index - 1).getStartIndex()));
    }
    return below
        .map(spans::of)
        .flatMap(start -> subjects.beginningIn(start).or(() -> subjects.around(start.start())));
  }

  private boolean isBeside(int index) {
    return index > 0 && tokens.get(index - 1).getLine() == tokens.get(index).getLine();
  }

  /**
   * What a comment stands above.
   *
   * @param belowNext what the next comment stands above
   */
  private Optional<Token> below(int index, Optional<Token> belowNext) {
    Token next = tokens.get(index + 1);
    if (next.getLine() != tokens.get(index).getLine() + 1) {
      return Optional.empty();
    }
    if (isComment(next)) {
      return belowNext;
    }
    boolean isEnd = next.getType() == Token.EOF || next.getType() == KeyplanLexer.RBRACE;
    return Optional.of(next).filter(token -> !isEnd);
  }
}
