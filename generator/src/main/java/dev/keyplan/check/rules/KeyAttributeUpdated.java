package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Model;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.WriteAction;
import java.util.ArrayList;
import java.util.List;

/**
 * An update may not change an attribute that the primary key is made of: DynamoDB cannot change the
 * key of an item. A {@code move} deletes the item and puts it anew under the other key, and shows
 * that price. Source: Amazon DynamoDB API Reference, UpdateItem, {@code UpdateExpression}.
 */
public final class KeyAttributeUpdated implements PlanRule {
  public static final String ID = "KEY_ATTRIBUTE_UPDATED";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    List<Diagnostic> found = new ArrayList<>();
    for (PlannedWrite write : PlannedWrite.of(plans)) {
      if (write.action() instanceof WriteAction.Update update) {
        update.assignments().stream()
            .filter(assignment -> isInKey(update.entity(), assignment.attribute()))
            .map(
                assignment ->
                    Diagnostic.error(
                            ID,
                            assignment.span(),
                            "`%s` is part of the key of `%s`, which an update cannot change"
                                .formatted(
                                    assignment.attribute().name(), update.entity().name().name()))
                        .withHint("write `move %s`".formatted(update.entity().name().name())))
            .forEach(found::add);
      }
    }
    return found;
  }

  private static boolean isInKey(Entity entity, Attribute attribute) {
    return entity.key().attributes().stream().anyMatch(a -> a.name().equals(attribute.name()));
  }
}
