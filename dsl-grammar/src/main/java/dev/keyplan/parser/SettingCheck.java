package dev.keyplan.parser;

import dev.keyplan.diagnostic.DidYouMean;
import dev.keyplan.parser.antlr.KeyplanParser.SettingContext;
import dev.keyplan.parser.antlr.KeyplanParserBaseVisitor;
import java.util.List;

/**
 * A misspelt keyword and the word behind it look like a setting: {@code projct keys}. Settings that
 * are merely unknown are left to whoever knows what they mean.
 */
final class SettingCheck extends KeyplanParserBaseVisitor<Void> {
  private static final List<String> KEYWORDS =
      List.of("key", "index", "local", "project", "billing", "tags", "read", "write", "max");

  private final Spans spans;
  private final Problems problems;

  SettingCheck(Spans spans, Problems problems) {
    this.spans = spans;
    this.problems = problems;
  }

  @Override
  public Void visitSetting(SettingContext context) {
    String name = context.name == null ? "" : context.name.getText();
    boolean isSuspect =
        Contexts.isComplete(context)
            && !TableSettings.NAMES.contains(name)
            && DidYouMean.suggestion(name, TableSettings.NAMES).isEmpty();
    if (isSuspect) {
      DidYouMean.suggestion(name, KEYWORDS)
          .ifPresent(meant -> problems.add(Misspelling.of(spans.of(context.name), meant)));
    }
    return null;
  }
}
