package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.OPERATOR_NOT_ALLOWED;

import dev.keyplan.model.Condition;
import dev.keyplan.model.IndexMembership.When;
import dev.keyplan.model.Operand;
import dev.keyplan.model.TypeKind;
import java.util.Optional;

/** Resolves which items are in an index: what their attributes say, compared with constants. */
final class WhenResolver {
  private final ConditionResolver conditions;
  private final Reporter reporter;

  WhenResolver(AttributeScope attributes, Reporter reporter) {
    this.conditions = new ConditionResolver(attributes, new Parameters(reporter), reporter);
    this.reporter = reporter;
  }

  /** The condition; empty if any part of it was not understood. */
  Optional<When> resolve(dev.keyplan.syntax.Condition condition) {
    Optional<Condition> resolved = conditions.resolve(condition);
    return resolved
        .filter(c -> c.terms().stream().map(this::check).reduce(true, Boolean::logicalAnd))
        .map(c -> new When(c, condition.span()));
  }

  /** Every write must be able to tell whether the term holds, from the values it is given. */
  private boolean check(Condition.Term term) {
    if (term instanceof Condition.Size) {
      reporter.report(
          OPERATOR_NOT_ALLOWED
              .at(term.span(), "`size` cannot stand behind `when`")
              .withHint("compare the attribute itself, or say `attribute_exists(a)`"));
      return false;
    }
    if (!term.path().isWhole()) {
      return refuse(term, "what is inside of an attribute", "compare whole attributes");
    }
    if (term instanceof Condition.Compares compares
        && compares.operands().stream().anyMatch(Operand.OfNow.class::isInstance)) {
      return refuse(
          term,
          "the time of the call",
          "let a state say it: nobody writes the item as time goes by");
    }
    if (term.attributes().size() > 1) {
      return refuse(term, "a comparison of two attributes", "compare with a constant");
    }
    if (term instanceof Condition.Contains
        && !term.attribute().type().kind().isText()
        && term.attribute().type().kind() != TypeKind.SET) {
      return refuse(term, "`contains` of a list", "say `attribute_exists(a)`");
    }
    if (term.attribute().type().kind() == TypeKind.SET) {
      reporter.report(
          OPERATOR_NOT_ALLOWED
              .at(
                  term.span(),
                  "the set `%s` cannot stand behind `when`".formatted(term.attribute().name()))
              .withLabel("updates add to sets and take away without knowing what is left"));
      return false;
    }
    return true;
  }

  private boolean refuse(Condition.Term term, String what, String instead) {
    reporter.report(
        OPERATOR_NOT_ALLOWED
            .at(term.span(), what + " cannot stand behind `when`")
            .withHint(instead));
    return false;
  }
}
