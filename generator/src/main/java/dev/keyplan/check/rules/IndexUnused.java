package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.check.Warning;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Index;
import dev.keyplan.model.Model;
import dev.keyplan.plan.AccessPath;
import dev.keyplan.plan.Plan;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An index that no read uses is paid for with every write. A table that no pattern reads at all is
 * a model in the making, and not asked for.
 */
public final class IndexUnused implements PlanRule, Warning {
  public static final String ID = "INDEX_UNUSED";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    List<AccessPath> used = plans.stream().flatMap(IndexUnused::path).toList();
    Set<DefinitionName> readTables =
        used.stream().map(path -> path.table().name()).collect(Collectors.toSet());
    Set<String> names = used.stream().map(AccessPath::fullName).collect(Collectors.toSet());
    return model.tables().stream()
        .filter(table -> readTables.contains(table.name()))
        .flatMap(
            table ->
                table.indexes().stream()
                    .filter(index -> !names.contains(AccessPath.of(table, index).fullName())))
        .map(IndexUnused::report)
        .toList();
  }

  private static Stream<AccessPath> path(Plan plan) {
    if (plan instanceof Plan.Query query) {
      return Stream.of(query.path());
    }
    if (plan instanceof Plan.Scan scan) {
      return Stream.of(scan.path());
    }
    boolean isGet =
        plan instanceof Plan.GetItem
            || plan instanceof Plan.GuardedGet
            || plan instanceof Plan.BatchGetItem
            || plan instanceof Plan.TransactionGet;
    return isGet
        ? plan.pattern().entities().stream().map(entity -> AccessPath.of(entity.table()))
        : Stream.empty();
  }

  private static Diagnostic report(Index index) {
    return Diagnostic.warning(
            ID, index.span(), "no pattern uses the index `%s`".formatted(index.name()))
        .withLabel("every write of its items pays for it")
        .withHint("remove it, or state the pattern that it is for");
  }
}
