package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Model;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.Table;
import dev.keyplan.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a table has no type attribute, what an item of a collection is shows in the texts of its
 * primary key. So one key attribute, at least, never has the same text in two of the entities.
 */
public final class CollectionNotRecognised implements PlanRule {
  public static final String ID = "COLLECTION_NOT_RECOGNISED";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    List<Diagnostic> found = new ArrayList<>();
    for (Plan plan : plans) {
      if (plan instanceof Plan.Query query && !query.isCount()) {
        check(query.pattern(), query.entities()).ifPresent(found::add);
      } else if (plan instanceof Plan.Scan scan) {
        check(scan.pattern(), scan.entities()).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Diagnostic> check(ReadPattern pattern, List<Entity> entities) {
    Table table = entities.get(0).table();
    if (pattern.collection().isEmpty() || table.typeAttribute().isPresent()) {
      return Optional.empty();
    }
    return AlikeEntities.among(entities)
        .map(
            alike ->
                Diagnostic.error(
                        ID,
                        pattern.span(),
                        "nothing shows whether an item is a `%s` or a `%s`"
                            .formatted(alike.one().name().name(), alike.other().name().name()))
                    .withRelated(table.span(), "the table has no type attribute")
                    .withRelated(alike.one().span(), "its key has no text that the other never has")
                    .withHint("give the table a type attribute: `type kind`"));
  }
}
