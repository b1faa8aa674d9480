package dev.keyplan.parser;

import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.parser.antlr.KeyplanParser;
import java.util.Optional;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Goes on after a mistake at the next line. ANTLR's own way, to go on at the next token that could
 * follow, is of no use here: nearly every word may begin an attribute, so it would go on at once.
 *
 * <p>A mistake abandons the member, clause or declaration it is in, and nothing around it. Tokens
 * are never deleted in silence: {@code customer🙂 : uuid} must not become an attribute {@code
 * customer}.
 */
final class RecoveringStrategy extends DefaultErrorStrategy {
  private final TokenLines lines;
  private final MistakeFinder finder;
  private final SyntaxMessages messages;
  private final Problems problems;

  /** Where it went back to last: never twice to the same line, nor to one before it. */
  private int lastReturn = -1;

  /** How many opening braces were inserted; what they open need not be closed in the file. */
  private int insertedBraces;

  RecoveringStrategy(TokenLines lines, SyntaxMessages messages, Problems problems) {
    this.lines = lines;
    this.finder = new MistakeFinder(lines);
    this.messages = messages;
    this.problems = problems;
  }

  @Override
  public void reportError(Parser parser, RecognitionException exception) {
    if (!inErrorRecoveryMode(parser)) {
      beginErrorCondition(parser);
      report(finder.mistake(parser, exception));
    }
  }

  private void report(Mistake mistake) {
    // A text without an end is reported already, and whatever follows is not to be trusted.
    if (mistake.tokens().stream().noneMatch(token -> token.getType() == KeyplanLexer.TEXT_BREAK)) {
      problems.addInstead(messages.message(mistake));
    }
  }

  /** Abandons the rule if it is an element, and otherwise leaves it to the rule around it. */
  @Override
  public void recover(Parser parser, RecognitionException exception) {
    ParserRuleContext context = parser.getContext();
    if (!SyntaxRules.isElement(context)) {
      throw exception;
    }
    if (SyntaxRules.isHead(context)) {
      // The error condition lasts until the brace: a missing one is not a second mistake.
      skipHead(parser);
      return;
    }
    if (isOutside(context)) {
      skipToDeclaration(parser);
    } else if (!returnToSwallowedLine(parser, exception)) {
      skipLine(parser, context.getStart().getTokenIndex(), exception.getOffendingToken());
    }
    endErrorCondition(parser);
  }

  /** Nothing is inserted but the opening brace of a list, and nothing skipped but what hides it. */
  @Override
  public Token recoverInline(Parser parser) {
    if (isEndOfInserted(parser) && parser.getExpectedTokens().contains(KeyplanLexer.RBRACE)) {
      insertedBraces--;
      return Tokens.inserted(KeyplanLexer.RBRACE, "}", parser.getInputStream().LT(-1));
    }
    boolean isBraceExpected =
        SyntaxRules.isBody(parser.getContext())
            && parser.getExpectedTokens().contains(KeyplanLexer.LBRACE);
    if (!isBraceExpected) {
      throw new InputMismatchException(parser);
    }
    TokenStream input = parser.getInputStream();
    if (lines.hasOnLine(input.index(), KeyplanLexer.LBRACE)) {
      reportError(parser, new InputMismatchException(parser));
      skipHead(parser);
      Token brace = parser.getCurrentToken();
      input.consume();
      return brace;
    }
    if (isAtEnd(parser) || lines.looksLikeHead(input.index(), true)) {
      throw new InputMismatchException(parser);
    }
    Token before = input.LT(-1);
    if (!inErrorRecoveryMode(parser)) {
      beginErrorCondition(parser);
      problems.add(messages.missingBrace(before, lines.isFirst(input.index())));
    }
    insertedBraces++;
    return Tokens.inserted(KeyplanLexer.LBRACE, "{", before);
  }

  /** Whether a list that the file does not open ends, because the next declaration begins. */
  private boolean isEndOfInserted(Parser parser) {
    return insertedBraces > 0
        && SyntaxRules.isBody(parser.getContext())
        && !isOutside(parser.getContext())
        && (isAtEnd(parser) || lines.isDeclaration(parser.getInputStream().index()));
  }

  /** Skips what can begin no element of a list; a run of it is one mistake. */
  @Override
  public void sync(Parser parser) {
    ParserRuleContext context = parser.getContext();
    if (!SyntaxRules.isBody(context)) {
      return;
    }
    IntervalSet expected =
        parser.getATN().nextTokens(parser.getATN().states.get(parser.getState()));
    TokenStream input = parser.getInputStream();
    while (!expected.contains(input.LA(1)) && !isAtEnd(parser) && !isEndOfInserted(parser)) {
      InputMismatchException exception = new InputMismatchException(parser);
      reportError(parser, exception);
      if (returnToSwallowedLine(parser, exception)) {
        endErrorCondition(parser);
      } else if (isOutside(context)) {
        skipToDeclaration(parser);
      } else {
        skipLine(parser, input.index(), parser.getCurrentToken());
      }
    }
  }

  private static boolean isOutside(ParserRuleContext context) {
    int rule = context.getRuleIndex();
    return rule == KeyplanParser.RULE_modelFile || rule == KeyplanParser.RULE_declaration;
  }

  /**
   * Where an incomplete line took the beginning of the next for its end, goes back to that.
   *
   * @return whether there was such a line
   */
  private boolean returnToSwallowedLine(Parser parser, RecognitionException exception) {
    Mistake mistake = finder.mistake(parser, exception);
    Optional<Token> beginning =
        IncompleteLine.of(mistake, lines)
            .flatMap(IncompleteLine::swallowed)
            .filter(token -> token.getTokenIndex() > lastReturn);
    if (beginning.isPresent()) {
      lastReturn = beginning.get().getTokenIndex();
      parser.getInputStream().seek(lastReturn);
    }
    return beginning.isPresent();
  }

  /**
   * Skips the offending token and the rest of its line, with everything in braces that were opened
   * there, but not the brace that closes the block. An offending token that begins a line is kept:
   * then it was the line above that is incomplete.
   *
   * @param start the index of the first token of what is abandoned
   */
  private void skipLine(Parser parser, int start, Token offending) {
    TokenStream input = parser.getInputStream();
    int depth = 0;
    for (int i = start; i < input.index(); i++) {
      depth += change(input.get(i));
    }
    while (!isAtEnd(parser)) {
      Token token = input.LT(1);
      boolean isReached = token.getTokenIndex() >= offending.getTokenIndex();
      if (isReached && depth <= 0) {
        boolean isNextLine = lines.isFirst(token.getTokenIndex()) && input.index() > start;
        if (token.getType() == KeyplanLexer.RBRACE || isNextLine) {
          return;
        }
      }
      depth += change(token);
      input.consume();
    }
  }

  private static int change(Token token) {
    return switch (token.getType()) {
      case KeyplanLexer.LBRACE -> 1;
      case KeyplanLexer.RBRACE -> -1;
      default -> 0;
    };
  }

  private void skipHead(Parser parser) {
    TokenStream input = parser.getInputStream();
    while (!isAtEnd(parser)
        && input.LA(1) != KeyplanLexer.LBRACE
        && !lines.isFirst(input.index())) {
      input.consume();
    }
  }

  /** Outside of declarations, only the next one makes sense again. */
  private void skipToDeclaration(Parser parser) {
    TokenStream input = parser.getInputStream();
    while (!isAtEnd(parser) && !lines.isDeclaration(input.index())) {
      input.consume();
    }
  }

  private static boolean isAtEnd(Parser parser) {
    return parser.getInputStream().LA(1) == Token.EOF;
  }
}
