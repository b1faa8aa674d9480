package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.check.Warning;
import dev.keyplan.cost.EntitySize;
import dev.keyplan.cost.SizeRange;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.AttributePath;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.EnumType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.AttributeType.SetType;
import dev.keyplan.model.Change;
import dev.keyplan.model.Comparator;
import dev.keyplan.model.Condition;
import dev.keyplan.model.Limits;
import dev.keyplan.model.Model;
import dev.keyplan.plan.ChangeDemands;
import dev.keyplan.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An update that puts one more element into a list or a set, or one more entry into a map, makes
 * the item larger each time: every read and write costs more, until DynamoDB takes no more. Not
 * told where {@code if} looks at the size, or where there are few different elements. Source:
 * Amazon DynamoDB Developer Guide, "Constraints in Amazon DynamoDB" (item size) and "Best practices
 * for storing large items and attributes".
 */
public final class UnboundedGrowth implements PlanRule, Warning {
  public static final String ID = "UNBOUNDED_GROWTH";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    List<Diagnostic> found = new ArrayList<>();
    for (PlannedWrite write : PlannedWrite.of(plans)) {
      for (Change change : write.changes()) {
        growing(change)
            .filter(path -> !isBounded(path, write.action().condition()))
            .ifPresent(path -> found.add(report(write, change, path)));
      }
    }
    return found;
  }

  /** What has more in it after a change, and may have ever more. */
  private static Optional<AttributePath> growing(Change change) {
    if (change instanceof Change.Append) {
      return Optional.of(change.path());
    }
    if (change instanceof Change.ChangeSet set) {
      boolean isGrowing =
          !set.isRemoval() && !areFew(((SetType) change.path().target().type()).element());
      return isGrowing ? Optional.of(change.path()) : Optional.empty();
    }
    boolean isNewEntry =
        change.path().last().filter(AttributePath.NamedEntry.class::isInstance).isPresent()
            && (change instanceof Change.Replace
                || change instanceof Change.SetIfAbsent
                || ChangeDemands.mayCountFromZero(change));
    return isNewEntry ? change.path().parent() : Optional.empty();
  }

  /** Whether a set of all values fits into an item. */
  private static boolean areFew(AttributeType element) {
    SizeRange size = EntitySize.of(element);
    OptionalLong values = values(element);
    return values.isPresent()
        && size.times(values.getAsLong()).maximum().orElse(Long.MAX_VALUE)
            <= Limits.BYTES_OF_AN_ITEM;
  }

  private static OptionalLong values(AttributeType type) {
    if (type instanceof EnumType of) {
      return OptionalLong.of(of.definition().constants().size());
    }
    return type instanceof IntegerType integer && integer.isBounded()
        ? OptionalLong.of(Math.max(0, integer.maximum() - integer.minimum()))
        : OptionalLong.empty();
  }

  private static boolean isBounded(AttributePath path, Optional<Condition> condition) {
    return condition.map(Condition::terms).orElse(List.of()).stream()
        .filter(Condition.Size.class::isInstance)
        .filter(term -> term.path().equals(path))
        .map(term -> ((Condition.Size) term).comparator())
        .anyMatch(comparator -> comparator == Comparator.LESS || isUpTo(comparator));
  }

  private static boolean isUpTo(Comparator comparator) {
    return comparator == Comparator.LESS_OR_EQUAL
        || comparator == Comparator.BETWEEN
        || comparator == Comparator.EQUAL;
  }

  private static Diagnostic report(PlannedWrite write, Change change, AttributePath path) {
    String bound = bound(change, path);
    boolean isConditional = write.action().condition().isPresent();
    return Diagnostic.warning(
            ID,
            change.span(),
            "`%s` makes `%s` larger each time"
                .formatted(write.pattern().name().name(), path.text()))
        .withLabel("an item has up to %s".formatted(Numbers.bytes(Limits.BYTES_OF_AN_ITEM)))
        .withRelated(path.target().span(), "without an end")
        .withHint(
            isConditional
                ? "demand `%s`, too; or items of their own".formatted(bound)
                : "`if %s`; or items of their own".formatted(bound));
  }

  /** What is absent has no size, and an entry that is there is no new one. */
  private static String bound(Change change, AttributePath path) {
    String size = "size(%s) < 100".formatted(path.text());
    if (!change.path().equals(path)) {
      return "attribute_exists(%s) or %s".formatted(change.path().text(), size);
    }
    return path.mayBeAbsent() || path.target().type() instanceof SetType
        ? "attribute_not_exists(%s) or %s".formatted(path.text(), size)
        : size;
  }
}
