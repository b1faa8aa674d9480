package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Change;
import dev.keyplan.model.IndexKey;
import dev.keyplan.model.Model;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.WriteAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the text of an index key is made of, or whether an item is in an index, may not be
 * calculated from the stored item: the key has to be written anew in the same update, and nobody
 * knows it. An attribute that is an index key itself may: DynamoDB moves the entry.
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
          keyOf(update, change.path().attribute())
              .map(key -> diagnostic(change, key))
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static Optional<IndexKey> keyOf(WriteAction.Update update, Attribute changed) {
    return update.entity().indexKeys().stream()
        .filter(key -> contains(key.attributes(), changed))
        .findFirst();
  }

  private static boolean contains(List<Attribute> attributes, Attribute changed) {
    return attributes.stream().anyMatch(attribute -> attribute.name().equals(changed.name()));
  }

  private static Diagnostic diagnostic(Change change, IndexKey key) {
    Attribute changed = change.path().attribute();
    boolean isInKey = contains(key.part().filling().attributes(), changed);
    return Diagnostic.error(
            ID,
            change.span(),
            "the index key `%s` %s `%s`, and the update does not know what that will be"
                .formatted(
                    key.part().key().name(), isInKey ? "is made of" : "depends on", changed.name()))
        .withRelated(key.part().span(), "the key is made here")
        .withHint("give the new value: `set %1$s = :%1$s`".formatted(changed.name()));
  }
}
