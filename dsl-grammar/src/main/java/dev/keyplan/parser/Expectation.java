package dev.keyplan.parser;

import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.parser.antlr.KeyplanParser;
import dev.keyplan.parser.antlr.KeyplanParser.PatternDeclarationContext;
import java.util.Map;
import org.antlr.v4.runtime.RuleContext;

/**
 * What belongs to a place, in words and by example.
 *
 * @param what a noun with its article
 * @param example in backticks
 */
record Expectation(String what, String example) {
  private static final Map<Integer, Expectation> BY_RULE =
      Map.ofEntries(
          of(
              KeyplanParser.RULE_modelFile,
              "a declaration",
              "`table`, `entity`, `struct`, `enum` or `pattern` and a name"),
          of(KeyplanParser.RULE_namespace, "a namespace", "`namespace com.acme.shop`"),
          of(KeyplanParser.RULE_tableHead, "the name of the table", "`table Shop \"shop\" { … }`"),
          of(
              KeyplanParser.RULE_entityHead,
              "the name of the entity and its table",
              "`entity Order in Shop { … }`"),
          of(KeyplanParser.RULE_head, "a name and `{`", "`struct Line { … }`"),
          of(
              KeyplanParser.RULE_tableDeclaration,
              "a line of a table",
              "`key pk / sk`, `index byDay day / at`, `ttl expiresAt` and the like"),
          of(KeyplanParser.RULE_tableKey, "the key of a table", "`key pk / sk`"),
          of(KeyplanParser.RULE_tableIndex, "an index", "`index byGroup groupId / createdAt`"),
          of(KeyplanParser.RULE_projection, "a projection", "`project keys` or `project (a, b)`"),
          of(KeyplanParser.RULE_amount, "a capacity", "`read 5 write 5`"),
          of(
              KeyplanParser.RULE_billing,
              "the billing mode",
              "`billing pay_per_request` or `billing provisioned read 5 write 5`"),
          of(KeyplanParser.RULE_tags, "a tag", "`tags { team: \"shop\" }`"),
          of(KeyplanParser.RULE_setting, "a setting", "`ttl expiresAt` or `stream keys_only`"),
          of(KeyplanParser.RULE_entityDeclaration, "a line of an entity", "`name : type`"),
          of(KeyplanParser.RULE_entityMember, "a line of an entity", "`name : type`"),
          of(
              KeyplanParser.RULE_entityKey,
              "the filling of the key",
              "`key \"CUSTOMER#{customerId}\" / \"ORDER#{id}\"`"),
          of(
              KeyplanParser.RULE_membership,
              "an index of the table",
              "`index byDay = \"DAY#{day}\" / \"{at}\"` or `index byDay`"),
          of(KeyplanParser.RULE_unique, "an attribute", "`unique email`"),
          of(KeyplanParser.RULE_volume, "a number of items", "`volume 40_000 items`"),
          of(KeyplanParser.RULE_was, "an earlier name in quotes", "`was \"Customer\"`"),
          of(KeyplanParser.RULE_only, "the methods that are wanted", "`only get, create`"),
          of(KeyplanParser.RULE_structDeclaration, "an attribute", "`name : type`"),
          of(KeyplanParser.RULE_attribute, "an attribute", "`name : type = value  @trait`"),
          of(KeyplanParser.RULE_typeReference, "a type", "`string(1..64)` or `list<Line>`"),
          of(KeyplanParser.RULE_trait, "a trait", "`@id` or `@size(400)`"),
          of(KeyplanParser.RULE_enumConstant, "a constant", "`PLACED` or `SHIPPED \"shipped\"`"),
          of(KeyplanParser.RULE_enumDeclaration, "a constant", "`PLACED` or `SHIPPED \"shipped\"`"),
          of(KeyplanParser.RULE_single, "the name of an entity", "`query Order where customerId`"),
          of(
              KeyplanParser.RULE_transactMember,
              "a write or a get",
              "`create Order as order` or `update Order as order { set status }`"),
          of(
              KeyplanParser.RULE_transaction,
              "a write or a get",
              "`transact { create Order as order  check Customer as buyer }`"),
          of(KeyplanParser.RULE_memberClauses, "a clause", "`{ set status = PAID }`"),
          of(KeyplanParser.RULE_call, "an argument", "`attribute_exists(email)`"));

  private static final Map<Integer, Expectation> BY_CLAUSE =
      Map.ofEntries(
          of(KeyplanLexer.WHERE, "a condition", "`where customerId and placedAt >= :since`"),
          of(KeyplanLexer.FILTER, "a condition", "`filter labels contains :label`"),
          of(KeyplanLexer.IF, "a condition", "`if status = PLACED`"),
          of(KeyplanLexer.ORDER, "attributes and a direction", "`order placedAt desc`"),
          of(KeyplanLexer.LIMIT, "a number", "`limit 100`"),
          of(KeyplanLexer.PAGE, "a number", "`page 20`"),
          of(KeyplanLexer.SELECT, "attributes", "`select id, status as Summary`"),
          of(KeyplanLexer.VIA, "the name of an index", "`via byGroup`"),
          of(KeyplanLexer.RATE, "a number and a unit", "`rate 200/s`"),
          of(KeyplanLexer.EXPECT, "a number of items", "`expect 20 items`"),
          of(KeyplanLexer.RETURNS, "`old`, `new` or `none`", "`returns old`"),
          of(KeyplanLexer.WITH, "`expired`", "`with expired`"),
          of(
              KeyplanLexer.SET,
              "attributes with their values",
              "`set status = PAID, total = :total`"),
          of(KeyplanLexer.ADD, "an attribute and a value", "`add total :amount`"),
          of(KeyplanLexer.APPEND, "a list and a value", "`append lines :line`"),
          of(KeyplanLexer.PREPEND, "a list and a value", "`prepend lines :line`"),
          of(KeyplanLexer.REMOVE, "attributes", "`remove shipTo, labels`"));

  private static final Expectation VERB =
      new Expectation(
          "a verb",
          "`query Order where customerId`; the verbs are get, query, scan, count, create, put,"
              + " update, move, delete, check and transact");

  private static final Expectation BRACE =
      new Expectation("`{`", "`entity Order in Shop {`, `pattern orders {` and the like");

  private static final Expectation CLAUSE =
      new Expectation(
          "a clause",
          "`where customerId`, `order placedAt desc`, `set status = PAID` and the like");

  /** What belongs where a mistake was made. */
  static Expectation of(Mistake mistake) {
    boolean isBraceMissing =
        SyntaxRules.isBody(mistake.context())
            && mistake.context().getRuleIndex() != KeyplanParser.RULE_modelFile
            && mistake.context().getToken(KeyplanLexer.LBRACE, 0) == null;
    if (isBraceMissing) {
      return BRACE;
    }
    if (mistake.context() instanceof PatternDeclarationContext pattern) {
      boolean isBegun = pattern.operation() != null || !pattern.clause().isEmpty();
      return isBegun ? CLAUSE : VERB;
    }
    if (mistake.isElement(KeyplanParser.RULE_clause)) {
      return ofElement(mistake);
    }
    for (RuleContext at = mistake.context(); at != null; at = at.getParent()) {
      Expectation expectation = BY_RULE.get(at.getRuleIndex());
      if (expectation != null) {
        return expectation;
      }
    }
    return CLAUSE;
  }

  /** What the element that is wrong should look like. */
  static Expectation ofElement(Mistake mistake) {
    if (mistake.isElement(KeyplanParser.RULE_clause)) {
      return BY_CLAUSE.getOrDefault(mistake.first().getType(), CLAUSE);
    }
    if (mistake.isElement(KeyplanParser.RULE_entityMember, KeyplanLexer.WAS)) {
      return BY_RULE.get(KeyplanParser.RULE_was);
    }
    RuleContext element = mistake.element();
    boolean isKind =
        mistake.isElement(KeyplanParser.RULE_entityMember)
            || mistake.isElement(KeyplanParser.RULE_tableMember)
            || mistake.isElement(KeyplanParser.RULE_structMember)
            || mistake.isElement(KeyplanParser.RULE_operation);
    if (isKind && element.getChildCount() > 0 && element.getChild(0) instanceof RuleContext kind) {
      element = kind;
    }
    Expectation expectation = BY_RULE.get(element.getRuleIndex());
    return expectation == null ? of(mistake) : expectation;
  }

  private static Map.Entry<Integer, Expectation> of(int rule, String what, String example) {
    return Map.entry(rule, new Expectation(what, example));
  }
}
