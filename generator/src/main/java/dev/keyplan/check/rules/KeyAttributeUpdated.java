package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributePath;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Model;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.WriteAction;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        update
            .assignments()
            .forEach(
                a -> check(update.entity(), a.attribute(), a.span(), "").ifPresent(found::add));
        update
            .changes()
            .forEach(
                c ->
                    check(update.entity(), c.path().attribute(), c.span(), " " + set(c.path()))
                        .ifPresent(found::add));
      }
    }
    return found;
  }

  /** A move calculates nothing, so that it is given what comes of a calculation. */
  private static String set(AttributePath path) {
    String name = path.attribute().name();
    return "set %s = :%s".formatted(name, name);
  }

  private static Optional<Diagnostic> check(
      Entity entity, Attribute changed, Span span, String clause) {
    return isInKey(entity, changed)
        ? Optional.of(
            Diagnostic.error(
                    ID,
                    span,
                    "`%s` is part of the key of `%s`, which an update cannot change"
                        .formatted(changed.name(), entity.name().name()))
                .withHint("write `move %s%s`".formatted(entity.name().name(), clause)))
        : Optional.empty();
  }

  private static boolean isInKey(Entity entity, Attribute attribute) {
    return entity.key().attributes().stream().anyMatch(a -> a.name().equals(attribute.name()));
  }
}
