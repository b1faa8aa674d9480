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
import java.util.Locale;

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

  /** Something that is changed, and how it is said. */
  private record Written(AttributePath path, How how, Span span) {}

  private enum How {
    SET,
    REMOVED,
    CHANGED
  }

  /** In the order of the language's clauses; a removal of a whole attribute has no place. */
  private static List<Written> written(PlannedWrite write) {
    List<Written> all = new ArrayList<>();
    write.removed().forEach(a -> all.add(new Written(AttributePath.of(a), How.REMOVED, a.span())));
    write
        .assignments()
        .forEach(a -> all.add(new Written(AttributePath.of(a.attribute()), How.SET, a.span())));
    write.changes().forEach(c -> all.add(new Written(c.path(), how(c), c.span())));
    return all;
  }

  private static How how(Change change) {
    if (change instanceof Change.Remove) {
      return How.REMOVED;
    }
    return change instanceof Change.Replace ? How.SET : How.CHANGED;
  }

  private static Diagnostic diagnostic(Written before, Written written) {
    String name = written.path().text();
    String other = before.path().text();
    if (!name.equals(other)) {
      return Diagnostic.error(
              ID,
              written.span(),
              "`%s` and `%s` may be the same, or one in the other".formatted(other, name))
          .withRelated(before.span(), "first here");
    }
    if (before.how() == How.REMOVED && written.how() != How.REMOVED) {
      return Diagnostic.error(ID, written.span(), "`%s` is both set and removed".formatted(name));
    }
    boolean areAlike = before.how() == written.how();
    String how = areAlike ? written.how().name().toLowerCase(Locale.ROOT) : "changed";
    return Diagnostic.error(ID, written.span(), "`%s` is %s twice".formatted(name, how))
        .withRelated(before.span(), "first here");
  }
}
