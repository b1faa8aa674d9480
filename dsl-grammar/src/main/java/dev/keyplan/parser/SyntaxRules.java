package dev.keyplan.parser;

import dev.keyplan.parser.antlr.KeyplanParser;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;

/** What the rules of the grammar mean for the recovery from mistakes. */
final class SyntaxRules {
  /** What a mistake abandons as a whole. */
  private static final Set<Integer> ELEMENTS =
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

  private SyntaxRules() {}

  /** Whether a mistake abandons what the parser read into a context. */
  static boolean isElement(ParserRuleContext context) {
    return ELEMENTS.contains(context.getRuleIndex());
  }

  /** Whether a context is a list, whose elements are abandoned one by one. */
  static boolean isBody(ParserRuleContext context) {
    return BODIES.contains(context.getRuleIndex());
  }

  /** Whether a context is what stands in front of a list. */
  static boolean isHead(ParserRuleContext context) {
    return HEADS.contains(context.getRuleIndex());
  }
}
