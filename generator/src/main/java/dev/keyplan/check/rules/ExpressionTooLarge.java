package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Limits;
import dev.keyplan.model.Model;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.WriteAction;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An expression has up to 4 KB, with its placeholders, and up to 300 operators and functions. A
 * list that the caller gives counts with one value. Where an item is compared with what was read of
 * it, and has no version, each attribute is a term. Source: Amazon DynamoDB Developer Guide,
 * "Constraints in Amazon DynamoDB", "Expression parameters".
 */
public final class ExpressionTooLarge implements PlanRule {
  public static final String ID = "EXPRESSION_TOO_LARGE";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    List<Diagnostic> found = new ArrayList<>();
    for (Entity entity : model.entities()) {
      if (!entity.uniques().isEmpty()) {
        // Updates demand that the item exists, too.
        asRead(entity, 2 * terms(entity) + 1, entity.uniques().get(0).span()).ifPresent(found::add);
      }
    }
    for (Plan plan : plans) {
      for (RequestExpression expression : RequestExpression.of(plan)) {
        if (expression.bytes() > Limits.BYTES_OF_AN_EXPRESSION) {
          found.add(
              report(plan, expression, expression.bytes(), "bytes", Limits.BYTES_OF_AN_EXPRESSION));
        } else if (expression.text().length() > Limits.OPERATORS_OF_AN_EXPRESSION
            && expression.operators() > Limits.OPERATORS_OF_AN_EXPRESSION) {
          found.add(
              report(
                  plan,
                  expression,
                  expression.operators(),
                  "operators",
                  Limits.OPERATORS_OF_AN_EXPRESSION));
        }
      }
    }
    for (PlannedWrite write : PlannedWrite.of(plans)) {
      Entity entity = write.action().entity();
      if (write.action() instanceof WriteAction.Move && entity.uniques().isEmpty()) {
        long stated = RequestExpression.of(write).stream().mapToLong(e -> 1 + e.operators()).sum();
        asRead(entity, 2 * terms(entity) - 1 + stated, write.pattern().span())
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /**
   * What is compared with what was read: the attributes that are not in the key, and one that is.
   */
  private static long terms(Entity entity) {
    List<Attribute> key = entity.key().attributes();
    return 1
        + entity.attributes().stream()
            .filter(attribute -> !key.contains(attribute))
            .map(entity::nameOfHolder)
            .distinct()
            .count();
  }

  /**
   * @param operators a comparison for each term, and the words that join them
   */
  private static Optional<Diagnostic> asRead(Entity entity, long operators, Span span) {
    if (entity.version().isPresent() || operators <= Limits.OPERATORS_OF_AN_EXPRESSION) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.error(
                ID,
                span,
                "that an item of `%s` is as it was read takes %d operators, and DynamoDB takes %d"
                    .formatted(entity.name().name(), operators, Limits.OPERATORS_OF_AN_EXPRESSION))
            .withRelated(entity.span(), "it has no version, so all attributes are compared")
            .withHint("`version : long @version`"));
  }

  private static Diagnostic report(
      Plan plan, RequestExpression expression, long size, String unit, long limit) {
    return Diagnostic.error(
            ID,
            expression.span(),
            "the %s of `%s` has %s %s, and DynamoDB takes %s"
                .formatted(
                    expression.kind().words(),
                    plan.pattern().name().name(),
                    Numbers.text(size),
                    unit,
                    Numbers.text(limit)))
        .withLabel("as it is sent, with all names and signs")
        .withHint(
            switch (expression.kind()) {
              case KEY_CONDITION -> "shorter names of the key attributes";
              case FILTER ->
                  plan.pattern() instanceof ReadPattern read && read.filter().isEmpty()
                      ? "fewer entities at once, and no former names that no item is stored under"
                      : "fewer conditions; what the code knows, it can discard itself";
              case PROJECTION -> "select fewer attributes, or read whole items";
              case CONDITION -> "fewer conditions; or a `@version`, which stands for all of them";
              case UPDATE ->
                  "set fewer attributes; a struct for those that change together, or a `put`";
            });
  }
}
