package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.AttributePath;
import dev.keyplan.model.Change;
import dev.keyplan.model.Model;
import dev.keyplan.plan.Plan;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A write changes a value once: set or removed, not both and not twice, and not together with what
 * is inside of it. Source: Amazon DynamoDB Developer Guide, "Update expressions" (overlapping
 * document paths are refused).
 */
public final class AttributeWrittenTwice implements PlanRule {
  public static final String ID = "ATTRIBUTE_WRITTEN_TWICE";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    List<Diagnostic> found = new ArrayList<>();
    for (PlannedWrite write : PlannedWrite.of(plans)) {
      List<Written> seen = new ArrayList<>();
      for (Written written : written(write)) {
        seen.stream()
            .filter(before -> before.path().mayOverlap(written.path()))
            .findFirst()
            .ifPresentOrElse(
                before -> found.add(diagnostic(before, written)), () -> seen.add(written));
      }
    }
    return found;
  }

  /** Something that is changed, and whether it is taken away. */
  private record Written(AttributePath path, boolean isRemoved, Span span) {}

  /** In the order of the language's clauses; a removal of a whole attribute has no place. */
  private static List<Written> written(PlannedWrite write) {
    List<Written> all = new ArrayList<>();
    write.removed().forEach(a -> all.add(new Written(AttributePath.of(a), true, a.span())));
    write
        .assignments()
        .forEach(a -> all.add(new Written(AttributePath.of(a.attribute()), false, a.span())));
    write
        .changes()
        .forEach(c -> all.add(new Written(c.path(), c instanceof Change.Remove, c.span())));
    return all;
  }

  private static Diagnostic diagnostic(Written before, Written written) {
    String name = written.path().text();
    String other = before.path().text();
    if (before.isRemoved() != written.isRemoved() && name.equals(other)) {
      return Diagnostic.error(
          ID, written.span(), "`%s` is both set and removed".formatted(name));
    }
    boolean isSame = name.equals(other);
    Diagnostic diagnostic =
        Diagnostic.error(
            ID,
            written.span(),
            isSame
                ? "`%s` is %s twice".formatted(name, written.isRemoved() ? "removed" : "set")
                : "`%s` and `%s` may be the same, or one in the other".formatted(other, name));
    // The place of a whole attribute that is removed is not known: that is where it is declared.
    return before.isRemoved() && before.path().isWhole()
        ? diagnostic
        : diagnostic.withRelated(before.span(), "first here");
  }
}
