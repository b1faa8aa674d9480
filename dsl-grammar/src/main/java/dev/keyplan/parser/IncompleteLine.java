package dev.keyplan.parser;

import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.parser.antlr.KeyplanParser;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * A line that ends where something must follow. Since every keyword may be a name, the parser took
 * the beginning of the next line for it and stumbled in the middle of that.
 *
 * @param last the token behind which something is missing
 * @param swallowed the first token of the next line, if it was taken for a part of this one
 */
record IncompleteLine(Token last, Optional<Token> swallowed) {
  private static final Set<Integer> WANT_MORE =
      Set.of(
          KeyplanLexer.COLON,
          KeyplanLexer.COMMA,
          KeyplanLexer.DOT,
          KeyplanLexer.SLASH,
          KeyplanLexer.AT,
          KeyplanLexer.PLUS,
          KeyplanLexer.MINUS,
          KeyplanLexer.EQUAL,
          KeyplanLexer.NOT_EQUAL,
          KeyplanLexer.LESS,
          KeyplanLexer.LESS_EQUAL,
          KeyplanLexer.GREATER,
          KeyplanLexer.AND,
          KeyplanLexer.OR,
          KeyplanLexer.NOT,
          KeyplanLexer.BETWEEN,
          KeyplanLexer.BEGINS_WITH,
          KeyplanLexer.CONTAINS,
          KeyplanLexer.IN,
          KeyplanLexer.AS);

  /** The parser may take more than one line for names before it stumbles, but hardly more. */
  private static final int LINES = 3;

  /** The incomplete line that made the parser stumble, if it was one. */
  static Optional<IncompleteLine> of(Mistake mistake, TokenLines lines) {
    Optional<Token> before = mistake.before();
    if (before.isEmpty()) {
      return Optional.empty();
    }
    if (mistake.isAtLineEnd() && wantsMore(before.get(), mistake)) {
      return Optional.of(new IncompleteLine(before.get(), Optional.empty()));
    }
    Optional<IncompleteLine> farthest = Optional.empty();
    Token line = mistake.isAtLineEnd() ? before.get() : mistake.offending();
    for (int i = 0; i < LINES; i++) {
      Token beginning = lines.firstOfLine(line);
      Optional<Token> last = lines.before(beginning);
      if (last.isEmpty() || isReadWhole(beginning, mistake)) {
        break;
      }
      Optional<IncompleteLine> incomplete = above(beginning, last.get(), mistake, lines);
      farthest = incomplete.isPresent() ? incomplete : farthest;
      line = last.get();
    }
    return farthest;
  }

  private static Optional<IncompleteLine> above(
      Token beginning, Token last, Mistake mistake, TokenLines lines) {
    if (beginning == mistake.offending() || !begins(beginning, mistake, lines)) {
      return Optional.empty();
    }
    boolean isSwallowed = isSwallowed(beginning, mistake);
    return isSwallowed || (WANT_MORE.contains(last.getType()) && !isEndOfType(last, mistake))
        ? Optional.of(new IncompleteLine(last, Optional.of(beginning).filter(b -> isSwallowed)))
        : Optional.empty();
  }

  /** {@code list<Line>} is whole; in conditions the same sign wants more. */
  private static boolean isEndOfType(Token last, Mistake mistake) {
    return last.getType() == KeyplanLexer.GREATER
        && !mistake.isWithin(KeyplanParser.RULE_patternDeclaration);
  }

  /** Whether a line was read as an element of its own: what is above it has been looked at. */
  private static boolean isReadWhole(Token beginning, Mistake mistake) {
    ParserRuleContext body = body(mistake);
    for (int i = body == null ? -1 : body.getChildCount() - 1; i >= 0; i--) {
      if (body.getChild(i) instanceof ParserRuleContext element
          && element.getStart() == beginning) {
        return element != mistake.element() && element.exception == null;
      }
    }
    return false;
  }

  private static ParserRuleContext body(Mistake mistake) {
    return mistake.isBehind() ? mistake.context() : mistake.element().getParent();
  }

  /** Whether an element of the list that was read begins before a token and ends behind it. */
  private static boolean isSwallowed(Token token, Mistake mistake) {
    ParserRuleContext body = body(mistake);
    int index = token.getTokenIndex();
    for (int i = body == null ? -1 : body.getChildCount() - 1; i >= 0; i--) {
      if (body.getChild(i) instanceof ParserRuleContext element
          && element.getStart().getTokenIndex() <= index) {
        // An element that the parser is still in has no end yet.
        Token stop = element.getStop();
        return element.getStart() != token && (stop == null || stop.getTokenIndex() >= index);
      }
    }
    return false;
  }

  /** A sign or operator does; so does the keyword of a clause or member that nothing follows. */
  private static boolean wantsMore(Token last, Mistake mistake) {
    boolean isKeyword = TokenKinds.isWord(last) && last.getType() != KeyplanLexer.IDENT;
    boolean isAlone = isKeyword && mistake.tokens().size() == 1 && !mistake.isBehind();
    return isAlone || (WANT_MORE.contains(last.getType()) && !mistake.isBehind());
  }

  /** Whether a line begins as one of its kind would, so that it is not the end of another. */
  private static boolean begins(Token beginning, Mistake mistake, TokenLines lines) {
    int type = beginning.getType();
    if (mistake.isWithin(KeyplanParser.RULE_patternDeclaration)) {
      boolean isClause = type >= KeyplanLexer.WHERE && type <= KeyplanLexer.REMOVE;
      return (isClause && type != KeyplanLexer.ASC && type != KeyplanLexer.DESC)
          || TokenKinds.isVerb(beginning);
    }
    if (mistake.isWithin(KeyplanParser.RULE_tableDeclaration)
        && TableSettings.NAMES.contains(beginning.getText())) {
      return true;
    }
    boolean isMember = type >= KeyplanLexer.KEY && type <= KeyplanLexer.ONLY;
    return isMember
        || lines.isFollowedBy(beginning, KeyplanLexer.COLON)
        || lines.isDeclaration(beginning.getTokenIndex());
  }
}
