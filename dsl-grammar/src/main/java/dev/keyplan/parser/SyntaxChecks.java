package dev.keyplan.parser;

import dev.keyplan.parser.antlr.KeyplanParser.ModelFileContext;

/** Everything that the grammar lets pass and that needs no knowledge of names. */
final class SyntaxChecks {
  private SyntaxChecks() {}

  static void check(ModelFileContext tree, Spans spans, Problems problems) {
    new CommaCheck(spans, problems).visit(tree);
    new TraitCheck(spans, problems).visit(tree);
    new OperatorCheck(spans, problems).visit(tree);
    new WhenCheck(spans, problems).visit(tree);
    new SettingCheck(spans, problems).visit(tree);
    new RepetitionCheck(spans, problems).visit(tree);
    // Last: it asks whether anything else is wrong with a declaration.
    new CompletenessCheck(spans, problems).visit(tree);
  }
}
