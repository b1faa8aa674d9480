package dev.keyplan.plan;

import dev.keyplan.model.Entity;
import dev.keyplan.model.Model;
import dev.keyplan.model.Pattern;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.TransactionPattern;
import dev.keyplan.model.WritePattern;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds out how DynamoDB answers each pattern of a model. */
public final class Planner {
  private Planner() {}

  /** One plan for each pattern, in the order of {@link Model#patterns()}. */
  public static List<Plan> plan(Model model) {
    // By name: hashing an entity would hash everything that it refers to.
    Map<String, List<Entity>> entitiesByTable =
        model.entities().stream()
            .collect(Collectors.groupingBy(entity -> entity.table().name().toString()));
    return model.patterns().stream().map(pattern -> plan(pattern, entitiesByTable)).toList();
  }

  /**
   * How each access path of its table would do for a read, the preferred first: the plan is that of
   * the first that serves.
   */
  public static List<Assessment> assess(ReadPattern pattern, Model model) {
    String table = tableOf(pattern);
    List<Entity> entities =
        model.entities().stream()
            .filter(entity -> entity.table().name().toString().equals(table))
            .toList();
    return new ReadPlanner(pattern, entities).assess();
  }

  private static String tableOf(ReadPattern pattern) {
    return pattern.entities().get(0).table().name().toString();
  }

  private static Plan plan(Pattern pattern, Map<String, List<Entity>> entitiesByTable) {
    if (pattern instanceof ReadPattern read) {
      return new ReadPlanner(read, entitiesByTable.getOrDefault(tableOf(read), List.of())).plan();
    }
    if (pattern instanceof WritePattern write) {
      return new Plan.Write(write, WritePlanner.action(write.write()));
    }
    TransactionPattern transaction = (TransactionPattern) pattern;
    return new Plan.Transaction(
        transaction,
        transaction.members().stream()
            .map(member -> new Plan.Member(member.name(), WritePlanner.action(member.write())))
            .toList());
  }
}
