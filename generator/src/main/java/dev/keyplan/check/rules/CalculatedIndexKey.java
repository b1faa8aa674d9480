package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Change;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.IndexMembership;
import dev.keyplan.model.Model;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.WriteAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the text of an index key is made of may not be calculated from the stored item: the text has
 * to be written anew in the same update, and nobody knows it. An attribute that is an index key
 * itself may: DynamoDB moves the entry.
 */
public final class CalculatedIndexKey implements PlanRule {
  public static final String ID = "CALCULATED_INDEX_KEY";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    List<Diagnostic> found = new ArrayList<>();
    for (PlannedWrite write : PlannedWrite.of(plans)) {
      if (write.action() instanceof WriteAction.Update update) {
        for (Change change : update.changes()) {
          keyTextOf(update, change.path().attribute())
              .map(part -> diagnostic(change, part))
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static Optional<EntityKey.Part> keyTextOf(WriteAction.Update update, Attribute changed) {
    for (IndexMembership membership : update.entity().indexes()) {
      for (EntityKey.Part part : membership.key().parts()) {
        boolean isPrimary = update.entity().table().key().contains(part.key().name());
        boolean contains =
            part.filling().attributes().stream().anyMatch(a -> a.name().equals(changed.name()));
        if (!isPrimary && !part.isStored() && contains) {
          return Optional.of(part);
        }
      }
    }
    return Optional.empty();
  }

  private static Diagnostic diagnostic(Change change, EntityKey.Part part) {
    String name = change.path().attribute().name();
    return Diagnostic.error(
            ID,
            change.span(),
            "the index key `%s` is made of `%s`, and the update does not know what that will be"
                .formatted(part.key().name(), name))
        .withRelated(part.span(), "the key text is made here")
        .withHint("give the new value: `set %1$s = :%1$s`".formatted(name));
  }
}
