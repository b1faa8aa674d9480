package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Change;
import dev.keyplan.model.Condition;
import dev.keyplan.model.Entity;
import dev.keyplan.model.KeyPlace;
import dev.keyplan.model.Model;
import dev.keyplan.model.Operand;
import dev.keyplan.model.Pattern;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.plan.Plan;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * DynamoDB looks at attributes, not at parts of their texts: what a table with <code>copies none
 * </code> holds in the text of a key alone can be in no filter and no condition, and nothing can be
 * calculated from it.
 */
public final class ValueInKeyOnly implements PlanRule {
  public static final String ID = "VALUE_IN_KEY_ONLY";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    List<Diagnostic> found = new ArrayList<>();
    for (Pattern pattern : model.patterns()) {
      if (pattern instanceof ReadPattern read) {
        read.entities().forEach(entity -> check(entity, read.filter(), found));
      }
    }
    for (PlannedWrite write : PlannedWrite.of(plans)) {
      Entity entity = write.action().entity();
      check(entity, write.action().condition(), found);
      for (Change change : write.changes()) {
        change.operands().stream()
            .filter(Operand.OfAttribute.class::isInstance)
            .map(operand -> ((Operand.OfAttribute) operand).path().attribute())
            .filter(attribute -> !attribute.equals(change.path().attribute()))
            .forEach(attribute -> check(entity, attribute, change.span(), found));
      }
    }
    return found;
  }

  private static void check(Entity entity, Optional<Condition> condition, List<Diagnostic> found) {
    for (Condition.Term term : condition.map(Condition::terms).orElse(List.of())) {
      term.attributes().forEach(attribute -> check(entity, attribute, term.span(), found));
    }
  }

  private static void check(Entity entity, Attribute attribute, Span span, List<Diagnostic> found) {
    entity
        .attribute(attribute.name())
        .flatMap(entity::keyPlace)
        .map(place -> diagnostic(entity, attribute, place, span))
        .ifPresent(found::add);
  }

  private static Diagnostic diagnostic(
      Entity entity, Attribute attribute, KeyPlace place, Span span) {
    return Diagnostic.error(
            ID,
            span,
            "`%s` is part of the text of `%s` and is not stored, so DynamoDB cannot look at it"
                .formatted(attribute.name(), place.key().name()))
        .withRelated(
            place.template().holes().get(place.index()).span(), "the only place of the value")
        .withHint(
            "restrict the key in `where`, or take `copies none` from the table `%s`"
                .formatted(entity.table().name().name()));
  }
}
