package dev.keyplan.plan;

import dev.keyplan.model.BatchPattern;
import dev.keyplan.model.Entity;
import dev.keyplan.model.GuardEntity;
import dev.keyplan.model.Index;
import dev.keyplan.model.ItemCollection;
import dev.keyplan.model.Model;
import dev.keyplan.model.Pattern;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.ReadTransactionPattern;
import dev.keyplan.model.SelectedAttributes;
import dev.keyplan.model.Table;
import dev.keyplan.model.TransactionPattern;
import dev.keyplan.model.WritePattern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out how DynamoDB answers each pattern of a model. */
public final class Planner {
  /** By the table's name: hashing an entity would hash everything that it refers to. */
  private final Map<String, Neighbours> neighboursByTable;

  private Planner(Model model) {
    Map<String, List<Entity>> entitiesByTable =
        model.entities().stream()
            .flatMap(entity -> Stream.concat(Stream.of(entity), GuardEntity.of(entity).stream()))
            .collect(Collectors.groupingBy(entity -> nameOf(entity.table())));
    this.neighboursByTable = new HashMap<>();
    entitiesByTable.forEach((t, entities) -> neighboursByTable.put(t, new Neighbours(entities)));
  }

  /** One plan for each pattern, in the order of {@link Model#patterns()}. */
  public static List<Plan> plan(Model model) {
    Planner planner = new Planner(model);
    return model.patterns().stream().map(planner::plan).toList();
  }

  /**
   * How each access path of its table would do for each read of a model, the preferred first: the
   * plan is that of the first that serves. By the full name of the pattern.
   */
  public static Map<String, List<Assessment>> assess(Model model) {
    Planner planner = new Planner(model);
    Map<String, List<Assessment>> assessments = new HashMap<>();
    for (Pattern pattern : model.patterns()) {
      if (pattern instanceof ReadPattern read) {
        assessments.put(read.name().toString(), planner.reads(read).assess());
      }
    }
    return assessments;
  }

  /** The model, where each {@code query *} and {@code scan *} names the entities that it finds. */
  public static Model completed(Model model) {
    Planner planner = new Planner(model);
    return new Model(
        model.namespaces().stream()
            .map(
                namespace ->
                    namespace.withPatterns(
                        namespace.patterns().stream().map(planner::completed).toList()))
            .toList());
  }

  private Pattern completed(Pattern pattern) {
    boolean isEverything =
        pattern instanceof ReadPattern one
            && one.collection().filter(ItemCollection::isEverything).isPresent();
    if (!isEverything) {
      return pattern;
    }
    ReadPattern read = (ReadPattern) pattern;
    Plan plan = plan(pattern);
    if (plan instanceof Plan.Query query) {
      return read.withEntities(query.entities());
    }
    return plan instanceof Plan.Scan scan ? read.withEntities(scan.entities()) : pattern;
  }

  /** What the reads of a model need of the indexes that project what is selected. */
  public static SelectedAttributes selected(Model model) {
    boolean isNeeded =
        model.tables().stream()
            .flatMap(table -> table.indexes().stream())
            .anyMatch(Index::projectsSelected);
    return isNeeded ? SelectedProjections.of(plan(model)) : SelectedAttributes.none();
  }

  private Plan plan(Pattern pattern) {
    if (pattern instanceof ReadPattern read) {
      return reads(read).plan();
    }
    if (pattern instanceof WritePattern write) {
      return new Plan.Write(write, WritePlanner.action(write.write()));
    }
    if (pattern instanceof BatchPattern batch) {
      return new Plan.Batch(batch, WritePlanner.action(batch));
    }
    if (pattern instanceof ReadTransactionPattern gets) {
      return new Plan.TransactionGet(gets);
    }
    TransactionPattern transaction = (TransactionPattern) pattern;
    return new Plan.Transaction(
        transaction,
        transaction.members().stream()
            .map(
                member ->
                    new Plan.Member(
                        member.name(), WritePlanner.action(member.write()), member.write().key()))
            .toList());
  }

  private ReadPlanner reads(ReadPattern read) {
    Table table = read.entities().get(0).table();
    return new ReadPlanner(read, neighboursByTable.get(nameOf(table)));
  }

  private static String nameOf(Table table) {
    return table.name().toString();
  }
}
