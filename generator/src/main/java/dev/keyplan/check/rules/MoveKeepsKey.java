package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Model;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.WriteAction;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A move sets at least one attribute of the primary key; otherwise an update does the same for half
 * the write units.
 */
public final class MoveKeepsKey implements PlanRule {
  public static final String ID = "MOVE_KEEPS_KEY";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    return PlannedWrite.of(plans).stream()
        .filter(write -> write.action() instanceof WriteAction.Move)
        .filter(MoveKeepsKey::setsNoKeyAttribute)
        .map(
            write ->
                Diagnostic.error(
                        ID,
                        write.pattern().span(),
                        "the pattern `%s` moves `%s` but sets no attribute of its key"
                            .formatted(
                                write.pattern().name().name(),
                                write.action().entity().name().name()))
                    .withHint("write `update %s`".formatted(write.action().entity().name().name())))
        .toList();
  }

  private static boolean setsNoKeyAttribute(PlannedWrite write) {
    Set<String> key =
        write.action().entity().key().attributes().stream()
            .map(Attribute::name)
            .collect(Collectors.toSet());
    return write.assignments().stream().noneMatch(a -> key.contains(a.attribute().name()));
  }
}
