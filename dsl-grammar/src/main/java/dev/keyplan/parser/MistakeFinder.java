package dev.keyplan.parser;

import dev.keyplan.parser.antlr.KeyplanParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/** Gathers what there is to know about a place where the parser could not go on. */
final class MistakeFinder {
  private final TokenLines lines;

  MistakeFinder(TokenLines lines) {
    this.lines = lines;
  }

  Mistake mistake(Parser parser, RecognitionException exception) {
    Token offending = exception.getOffendingToken();
    ParserRuleContext context = parser.getContext();
    boolean isAtLineEnd = lines.isAtEnd(offending);
    if (SyntaxRules.isBody(context)) {
      Optional<ParserRuleContext> element = lastElement(context);
      List<Token> tokens = element.map(before -> tokens(before, offending)).orElse(List.of());
      return new Mistake(context, element.orElse(context), tokens, offending, true, isAtLineEnd);
    }
    ParserRuleContext element = context;
    while (!SyntaxRules.isElement(element) && element.getParent() != null) {
      element = element.getParent();
    }
    return new Mistake(context, element, tokens(element, offending), offending, false, isAtLineEnd);
  }

  /** What was read last in a list. Whole declarations explain nothing about what follows them. */
  private static Optional<ParserRuleContext> lastElement(ParserRuleContext body) {
    for (int i = body.getChildCount() - 1; i >= 0; i--) {
      if (body.getChild(i) instanceof ParserRuleContext element) {
        Optional<ParserRuleContext> clause =
            element.getRuleIndex() == KeyplanParser.RULE_transactMember
                ? lastElement(element)
                : Optional.empty();
        if (clause.isPresent()) {
          return clause;
        }
        return Optional.of(element)
            .filter(SyntaxRules::isElement)
            .filter(before -> before.getRuleIndex() != KeyplanParser.RULE_declaration);
      }
    }
    return Optional.empty();
  }

  private List<Token> tokens(ParserRuleContext element, Token offending) {
    List<Token> tokens = new ArrayList<>();
    for (int i = element.getStart().getTokenIndex(); i < offending.getTokenIndex(); i++) {
      if (lines.token(i).getChannel() == Token.DEFAULT_CHANNEL) {
        tokens.add(lines.token(i));
      }
    }
    return tokens;
  }
}
