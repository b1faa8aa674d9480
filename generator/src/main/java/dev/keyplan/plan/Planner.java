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

  private static Plan plan(Pattern pattern, Map<String, List<Entity>> entitiesByTable) {
    if (pattern instanceof ReadPattern read) {
      String table = read.entities().get(0).table().name().toString();
      return new ReadPlanner(read, entitiesByTable.getOrDefault(table, List.of())).plan();
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
