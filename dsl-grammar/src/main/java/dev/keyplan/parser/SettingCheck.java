package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.DidYouMean;
import dev.keyplan.parser.antlr.KeyplanParser.SettingContext;
import dev.keyplan.parser.antlr.KeyplanParser.TableDeclarationContext;
import dev.keyplan.parser.antlr.KeyplanParser.TableMemberContext;
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
      Set.of("partition", "sort", "hash", "range", "primary", "pk", "sk");

  private final Spans spans;
  private final Problems problems;
  private boolean isKeyReported;

  SettingCheck(Spans spans, Problems problems) {
    this.spans = spans;
    this.problems = problems;
  }

  @Override
  public Void visitTableDeclaration(TableDeclarationContext context) {
    isKeyReported = false;
    visitChildren(context);
    List<TableMemberContext> members = context.tableMember();
    for (int i = 1; i < members.size(); i++) {
      SettingContext setting = members.get(i).setting();
      if (setting != null && isBehind(members.get(i - 1), setting) && !isKnown(setting)) {
        problems.addForLine(behind(members.get(i - 1), setting));
      }
    }
    return null;
  }

  private static boolean isBehind(TableMemberContext before, SettingContext setting) {
    return (before.tableIndex() != null || before.billing() != null)
        && Contexts.isComplete(before)
        && Contexts.isComplete(setting)
        && before.getStop().getLine() == setting.getStop().getLine();
  }

  /** Whether it is a setting, or means something else that has a line of its own. */
  private boolean isKnown(SettingContext setting) {
    String name = setting.name.getText();
    return TableSettings.NAMES.contains(name)
        || DidYouMean.suggestion(name, TableSettings.NAMES).isPresent()
        || misspelling(name, spans.of(setting.name)).isPresent();
  }

  /** A word and a value: nobody knows where the line in front of them ends. */
  private Diagnostic behind(TableMemberContext before, SettingContext setting) {
    String name = setting.name.getText();
    Span span = spans.of(setting);
    if (before.billing() != null) {
      return Diagnostic.error(
              "SYNTAX_ERROR", span, "`%s` does not belong behind a billing mode".formatted(name))
          .withHint("write `billing pay_per_request`, or `billing provisioned read 5 write 5`");
    }
    return name.startsWith("shard")
        ? Diagnostic.error("SYNTAX_ERROR", span, "a table does not say how an index is sharded")
            .withHint(
                "shards stand in the text that an entity fills the key with:"
                    + " `index open = \"OPEN#{id:shard(4)}\"`")
        : Diagnostic.error(
                "SYNTAX_ERROR", span, "`%s` does not belong behind an index".formatted(name))
            .withHint("behind its key stand `project`, `read`, `write` and `max` only");
  }

  @Override
  public Void visitSetting(SettingContext context) {
    String name = context.name == null ? "" : context.name.getText();
    if (!Contexts.isComplete(context)) {
      return null;
    }
    if (isKindOfKey(context)) {
      reportKey(context);
    } else if (name.equals("global")) {
      problems.addForLine(globalIndex(context));
    } else if (!TableSettings.NAMES.contains(name)) {
      misspelling(name, spans.of(context.name)).ifPresent(problems::addForLine);
    }
    return null;
  }

  /** {@code partition key pk}, or {@code hash pk}: the key is not where it seems to be. */
  static boolean isKindOfKey(SettingContext context) {
    return context != null
        && Contexts.isComplete(context)
        && KINDS_OF_KEY.contains(context.name.getText());
  }

  /** A line for each side is one mistake. */
  private void reportKey(SettingContext context) {
    if (!isKeyReported) {
      problems.addForLine(
          Diagnostic.error(
                  "SYNTAX_ERROR", spans.of(context), "a table has one line `key` for both sides")
              .withHint("write `key pk / sk`, or `key pk` without a sort key"));
    }
    isKeyReported = true;
  }

  private Diagnostic globalIndex(SettingContext context) {
    String line = spans.file().lineText(context.getStart().getLine());
    String right =
        line.strip().replaceFirst("^global\\s+(?:secondary\\s+)?(?:index\\s+)?", "index ");
    return Diagnostic.error(
            "SYNTAX_ERROR", spans.of(context.name), "an index is global unless it is `local`")
        .withHint("write `%s`".formatted(right));
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
