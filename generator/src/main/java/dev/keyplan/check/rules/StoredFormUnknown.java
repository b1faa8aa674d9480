package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Model;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.WriteAction;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A write that demands the item as it was read compares all of it, unless it has a version. A time
 * with an offset is read whatever its offset is, but compared as it would be written, in UTC: what
 * others have stored would never be equal.
 */
public final class StoredFormUnknown implements PlanRule {
  public static final String ID = "STORED_FORM_UNKNOWN";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    List<Diagnostic> found = new ArrayList<>();
    for (Entity entity : model.entities()) {
      if (!entity.uniques().isEmpty()) {
        compared(entity)
            .map(attribute -> report(entity, attribute, entity.uniques().get(0).span()))
            .ifPresent(found::add);
      }
    }
    for (PlannedWrite write : PlannedWrite.of(plans)) {
      Entity entity = write.action().entity();
      if (write.action() instanceof WriteAction.Move && entity.uniques().isEmpty()) {
        compared(entity)
            .map(attribute -> report(entity, attribute, write.pattern().span()))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /** What a demand for the item as it was read compares, and may find in another form. */
  private static Optional<Attribute> compared(Entity entity) {
    return entity.version().isPresent()
        ? Optional.empty()
        : entity.attributes().stream().filter(a -> a.type().mayChangeForm()).findFirst();
  }

  private static Diagnostic report(Entity entity, Attribute attribute, Span span) {
    return Diagnostic.error(
            ID,
            span,
            "this demands of a stored `%s` that it still is as it was read, also in `%s`"
                .formatted(entity.name().name(), attribute.name()))
        .withLabel("a time that others stored with another offset would never be equal")
        .withRelated(attribute.span(), "read with any offset, and written in UTC")
        .withHint("with a version nothing else is compared: `version : long  @version`");
  }
}
