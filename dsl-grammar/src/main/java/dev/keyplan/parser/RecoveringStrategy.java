package dev.keyplan.parser;

import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.parser.antlr.KeyplanParser;
import java.util.Set;
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
  /** What a mistake abandons as a whole. */
  private static final Set<Integer> ABANDONED =
      Set.of(
          KeyplanParser.RULE_modelFile,
          KeyplanParser.RULE_namespace,
          KeyplanParser.RULE_declaration,
          KeyplanParser.RULE_tableHead,
          KeyplanParser.RULE_entityHead,
          KeyplanParser.RULE_head,
          KeyplanParser.RULE_tableMember,
          KeyplanParser.RULE_entityMember,
          KeyplanParser.RULE_structMember,
          KeyplanParser.RULE_enumConstant,
          KeyplanParser.RULE_operation,
          KeyplanParser.RULE_transactMember,
          KeyplanParser.RULE_clause);

  /** What is a list of those, between braces. */
  private static final Set<Integer> BODIES =
      Set.of(
          KeyplanParser.RULE_modelFile,
          KeyplanParser.RULE_tableDeclaration,
          KeyplanParser.RULE_entityDeclaration,
          KeyplanParser.RULE_structDeclaration,
          KeyplanParser.RULE_enumDeclaration,
          KeyplanParser.RULE_patternDeclaration,
          KeyplanParser.RULE_transaction,
          KeyplanParser.RULE_memberClauses);

  private static final Set<Integer> HEADS =
      Set.of(KeyplanParser.RULE_tableHead, KeyplanParser.RULE_entityHead, KeyplanParser.RULE_head);

  private final TokenLines lines;
  private final SyntaxMessages messages;
  private final Problems problems;

  RecoveringStrategy(TokenLines lines, SyntaxMessages messages, Problems problems) {
    this.lines = lines;
    this.messages = messages;
    this.problems = problems;
  }

  /** Whether a mistake abandons what the parser read into a context. */
  static boolean isAbandoned(ParserRuleContext context) {
    return ABANDONED.contains(context.getRuleIndex());
  }

  /** Whether a context is a list, whose elements are abandoned one by one. */
  static boolean isBody(ParserRuleContext context) {
    return BODIES.contains(context.getRuleIndex());
  }

  @Override
  public void reportError(Parser parser, RecognitionException exception) {
    if (!inErrorRecoveryMode(parser)) {
      beginErrorCondition(parser);
      problems.add(messages.message(parser, exception));
    }
  }

  /** Abandons the rule if it is one to abandon, and otherwise leaves it to the rule around it. */
  @Override
  public void recover(Parser parser, RecognitionException exception) {
    int rule = parser.getContext().getRuleIndex();
    if (!ABANDONED.contains(rule)) {
      throw exception;
    }
    if (rule == KeyplanParser.RULE_modelFile || rule == KeyplanParser.RULE_declaration) {
      skipToDeclaration(parser);
      endErrorCondition(parser);
    } else if (HEADS.contains(rule)) {
      // The error condition lasts until the brace: a missing one is not a second mistake.
      skipHead(parser);
    } else {
      int start = parser.getContext().getStart().getTokenIndex();
      skipLine(parser, start, exception.getOffendingToken());
      endErrorCondition(parser);
    }
  }

  /** Nothing is inserted or deleted but the opening brace of a body. */
  @Override
  public Token recoverInline(Parser parser) {
    Token token = parser.getCurrentToken();
    boolean isBraceMissing =
        BODIES.contains(parser.getContext().getRuleIndex())
            && parser.getExpectedTokens().contains(KeyplanLexer.LBRACE)
            && token.getType() != Token.EOF
            && !lines.looksLikeHead(token.getTokenIndex(), true);
    if (!isBraceMissing) {
      throw new InputMismatchException(parser);
    }
    Token before = parser.getInputStream().LT(-1);
    if (!inErrorRecoveryMode(parser)) {
      beginErrorCondition(parser);
      problems.add(messages.missingBrace(before));
    }
    return Tokens.inserted(KeyplanLexer.LBRACE, "{", before);
  }

  /** Skips what can begin no element of a list; a run of it is one mistake. */
  @Override
  public void sync(Parser parser) {
    int rule = parser.getContext().getRuleIndex();
    if (!BODIES.contains(rule)) {
      return;
    }
    IntervalSet expected =
        parser.getATN().nextTokens(parser.getATN().states.get(parser.getState()));
    while (!expected.contains(parser.getInputStream().LA(1)) && !isAtEnd(parser)) {
      reportError(parser, new InputMismatchException(parser));
      if (rule == KeyplanParser.RULE_modelFile) {
        skipToDeclaration(parser);
      } else {
        skipLine(parser, parser.getInputStream().index(), parser.getCurrentToken());
      }
    }
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
        && !lines.isFirst(input.LT(1).getTokenIndex())) {
      input.consume();
    }
  }

  /** Outside of declarations, only the next one makes sense again. */
  private void skipToDeclaration(Parser parser) {
    TokenStream input = parser.getInputStream();
    while (!isAtEnd(parser) && !isDeclaration(input.LT(1))) {
      input.consume();
    }
  }

  private boolean isDeclaration(Token token) {
    int index = token.getTokenIndex();
    return TokenKinds.beginsDeclaration(token)
        && (lines.isFirst(index) || lines.token(index - 1).getType() == KeyplanLexer.RBRACE)
        && (token.getCharPositionInLine() == 0 || lines.looksLikeHead(index, true));
  }

  private static boolean isAtEnd(Parser parser) {
    return parser.getInputStream().LA(1) == Token.EOF;
  }
}
