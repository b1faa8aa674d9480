package dev.keyplan.emit.workbench;

import dev.keyplan.model.Billing;
import dev.keyplan.model.Encryption;
import dev.keyplan.model.Index;
import dev.keyplan.model.Table;
import dev.keyplan.model.TableClass;
import dev.keyplan.model.TableSettings;
import java.util.ArrayList;
import java.util.List;

/** What tables are set to, of which the format knows billing alone. */
final class Settings {
  private Settings() {}

  /** What a table is set to and the format has no place for, in a word or two each. */
  static List<String> leftOut(Table table) {
    TableSettings settings = table.settings();
    List<String> names = new ArrayList<>();
    add(names, hasMaximum(table), "maximum throughput");
    add(names, settings.timeToLive().isPresent(), "time to live");
    add(names, settings.stream().isPresent(), "stream");
    add(names, settings.tableClass() != TableClass.STANDARD, "table class");
    add(names, !(settings.encryption() instanceof Encryption.AwsOwned), "encryption");
    add(names, settings.isProtected(), "deletion protection");
    add(names, settings.isRecoverable(), "point-in-time recovery");
    add(names, !settings.tags().isEmpty(), "tags");
    return names;
  }

  private static boolean hasMaximum(Table table) {
    return (table.billing() instanceof Billing.OnDemand onDemand && onDemand.maximum().isPresent())
        || table.indexes().stream().map(Index::maximum).anyMatch(m -> m.isPresent());
  }

  private static void add(List<String> names, boolean isSet, String name) {
    if (isSet) {
      names.add(name);
    }
  }
}
