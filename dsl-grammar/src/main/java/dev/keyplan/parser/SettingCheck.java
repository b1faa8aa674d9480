package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.DidYouMean;
import dev.keyplan.parser.antlr.KeyplanParser.SettingContext;
import dev.keyplan.parser.antlr.KeyplanParserBaseVisitor;
import dev.keyplan.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A misspelt keyword and the word behind it look like a setting: {@code projct keys}. Settings that
 * are merely unknown are left to whoever knows what they mean.
 */
final class SettingCheck extends KeyplanParserBaseVisitor<Void> {
  private static final List<String> KEYWORDS =
      List.of("key", "index", "local", "project", "billing", "tags", "read", "write", "max");

  /** What stands before `key` elsewhere. */
  private static final Set<String> KINDS_OF_KEY =
      Set.of("partition", "sort", "hash", "range", "primary");

  private final Spans spans;
  private final Problems problems;

  SettingCheck(Spans spans, Problems problems) {
    this.spans = spans;
    this.problems = problems;
  }

  @Override
  public Void visitSetting(SettingContext context) {
    String name = context.name == null ? "" : context.name.getText();
    if (!Contexts.isComplete(context)) {
      return null;
    }
    if (KINDS_OF_KEY.contains(name) && context.value.getText().equals("key")) {
      problems.addForLine(keyWithKind(spans.of(context)));
    } else if (!TableSettings.NAMES.contains(name)) {
      misspelling(name, spans.of(context.name)).ifPresent(problems::add);
    }
    return null;
  }

  private static Diagnostic keyWithKind(Span span) {
    return Diagnostic.error("SYNTAX_ERROR", span, "a table has one line `key` for both sides")
        .withHint("write `key pk / sk`, or `key pk` without a sort key");
  }

  private static Optional<Diagnostic> misspelling(String name, Span span) {
    Optional<String> synonym = Keywords.TABLE.synonym(name);
    if (synonym.isPresent()) {
      return Optional.of(Misspelling.foreign(span, synonym.get()));
    }
    return DidYouMean.suggestion(name, TableSettings.NAMES).isPresent()
        ? Optional.empty()
        : DidYouMean.suggestion(name, KEYWORDS).map(meant -> Misspelling.of(span, meant));
  }
}
