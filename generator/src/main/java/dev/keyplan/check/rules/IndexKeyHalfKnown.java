package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Model;
import dev.keyplan.model.Write.Assignment;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.WriteAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An update that changes a part of an index key text must know its other parts, or it could not
 * write the text anew: each is set too, or stands in the primary key. An update that is given the
 * item as it was read knows them all.
 */
public final class IndexKeyHalfKnown implements PlanRule {
  public static final String ID = "INDEX_KEY_HALF_KNOWN";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    List<Diagnostic> found = new ArrayList<>();
    for (PlannedWrite write : PlannedWrite.of(plans)) {
      if (write.action() instanceof WriteAction.Update update
          && !update.isAsRead()) {
        Set<String> known = new HashSet<>();
        update.entity().key().attributes().forEach(attribute -> known.add(attribute.name()));
        update.assignments().forEach(assignment -> known.add(assignment.attribute().name()));
        update.entity().touched().ifPresent(attribute -> known.add(attribute.name()));
        update.rewritten().forEach(part -> check(update, part, known, found));
      }
    }
    return found;
  }

  private static void check(
      WriteAction.Update update, EntityKey.Part part, Set<String> known, List<Diagnostic> found) {
    List<String> parts = part.filling().attributes().stream().map(Attribute::name).toList();
    String missing =
        parts.stream()
            .filter(name -> !known.contains(name))
            .distinct()
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(", "));
    if (missing.isEmpty()) {
      return;
    }
    update.assignments().stream()
        .filter(assignment -> parts.contains(assignment.attribute().name()))
        .findFirst()
        .map(Assignment::span)
        .ifPresent(
            span ->
                found.add(
                    Diagnostic.error(
                            ID,
                            span,
                            "the update must write the index key `%s` anew, and does not know %s"
                                .formatted(part.key().name(), missing))
                        .withRelated(part.span(), "the key text is made here")
                        .withHint("set %s too".formatted(missing))));
  }
}
