package dev.keyplan.parser;

import dev.keyplan.parser.antlr.KeyplanParser;
import org.antlr.v4.runtime.ParserRuleContext;

/** What the rules of the grammar mean for the recovery from mistakes. */
final class SyntaxRules {
  private SyntaxRules() {}

  /** Whether a mistake abandons what the parser read into a context, as a whole. */
  static boolean isElement(ParserRuleContext context) {
    return switch (context.getRuleIndex()) {
      case KeyplanParser.RULE_modelFile,
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
          KeyplanParser.RULE_clause ->
          true;
      default -> false;
    };
  }

  /** Whether a context is a list between braces, whose elements are abandoned one by one. */
  static boolean isBody(ParserRuleContext context) {
    return switch (context.getRuleIndex()) {
      case KeyplanParser.RULE_modelFile,
          KeyplanParser.RULE_tableDeclaration,
          KeyplanParser.RULE_entityDeclaration,
          KeyplanParser.RULE_structDeclaration,
          KeyplanParser.RULE_enumDeclaration,
          KeyplanParser.RULE_patternDeclaration,
          KeyplanParser.RULE_transaction,
          KeyplanParser.RULE_memberClauses ->
          true;
      default -> false;
    };
  }

  /** Whether a context is what stands in front of a list. */
  static boolean isHead(ParserRuleContext context) {
    return switch (context.getRuleIndex()) {
      case KeyplanParser.RULE_tableHead, KeyplanParser.RULE_entityHead, KeyplanParser.RULE_head ->
          true;
      default -> false;
    };
  }
}
