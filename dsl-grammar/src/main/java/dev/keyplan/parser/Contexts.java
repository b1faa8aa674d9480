package dev.keyplan.parser;

import org.antlr.v4.runtime.ParserRuleContext;

/**
 * Tells what the parser read to its end from what it gave up. It gives up a whole member, clause or
 * declaration at a time, so that everything inside a complete one is there.
 */
final class Contexts {
  private Contexts() {}

  static boolean isComplete(ParserRuleContext context) {
    return context.exception == null;
  }
}
