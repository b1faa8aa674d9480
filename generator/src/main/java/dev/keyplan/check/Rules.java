package dev.keyplan.check;

import dev.keyplan.check.rules.AttributeWrittenTwice;
import dev.keyplan.check.rules.CalculatedIndexKey;
import dev.keyplan.check.rules.CollectionKeysDiffer;
import dev.keyplan.check.rules.CollectionNotRecognised;
import dev.keyplan.check.rules.ConsistentReadOnGlobalIndex;
import dev.keyplan.check.rules.ConstantNotInKey;
import dev.keyplan.check.rules.EntityTypeRepeated;
import dev.keyplan.check.rules.EnumTextInKey;
import dev.keyplan.check.rules.ExpiredFiltered;
import dev.keyplan.check.rules.ExpiryUnknown;
import dev.keyplan.check.rules.ExpressionTooLarge;
import dev.keyplan.check.rules.FetchNotNeeded;
import dev.keyplan.check.rules.FilterOnKey;
import dev.keyplan.check.rules.FilterWasteful;
import dev.keyplan.check.rules.FormerTypeInvalid;
import dev.keyplan.check.rules.GeneratedTypeClash;
import dev.keyplan.check.rules.GetMayFindSeveral;
import dev.keyplan.check.rules.HotPartition;
import dev.keyplan.check.rules.IdentityNotEnforced;
import dev.keyplan.check.rules.IdentityNotInKey;
import dev.keyplan.check.rules.IllegalName;
import dev.keyplan.check.rules.IllegalTag;
import dev.keyplan.check.rules.IndexIncomplete;
import dev.keyplan.check.rules.IndexKeyHalfKnown;
import dev.keyplan.check.rules.IndexKeyTooLong;
import dev.keyplan.check.rules.IndexKeyType;
import dev.keyplan.check.rules.IndexLacksAttributes;
import dev.keyplan.check.rules.IndexMemberUnannounced;
import dev.keyplan.check.rules.IndexUnused;
import dev.keyplan.check.rules.IntegerWithoutRange;
import dev.keyplan.check.rules.ItemMayExceedLimit;
import dev.keyplan.check.rules.ItemTooLarge;
import dev.keyplan.check.rules.JavaLimit;
import dev.keyplan.check.rules.JavaName;
import dev.keyplan.check.rules.JavaNameClash;
import dev.keyplan.check.rules.KeyAttributeRepeated;
import dev.keyplan.check.rules.KeyAttributeTypeConflict;
import dev.keyplan.check.rules.KeyAttributeUpdated;
import dev.keyplan.check.rules.KeyTooLong;
import dev.keyplan.check.rules.KeysMayBeEqual;
import dev.keyplan.check.rules.LargeItem;
import dev.keyplan.check.rules.LocalIndexCollectionLimit;
import dev.keyplan.check.rules.LocalIndexWithoutSortKey;
import dev.keyplan.check.rules.LowCardinalityPartitionKey;
import dev.keyplan.check.rules.MaintainedAttributeInKey;
import dev.keyplan.check.rules.MembersNotTied;
import dev.keyplan.check.rules.MonotonicPartitionKey;
import dev.keyplan.check.rules.MoveKeepsKey;
import dev.keyplan.check.rules.OptionalInKey;
import dev.keyplan.check.rules.OrderNotBySortKey;
import dev.keyplan.check.rules.PatternNameTaken;
import dev.keyplan.check.rules.PatternNotServable;
import dev.keyplan.check.rules.PatternReadsOtherEntities;
import dev.keyplan.check.rules.ProjectionNamesKey;
import dev.keyplan.check.rules.ProjectionTooLarge;
import dev.keyplan.check.rules.ProjectionWasteful;
import dev.keyplan.check.rules.ResultOutOfRange;
import dev.keyplan.check.rules.ScanInPattern;
import dev.keyplan.check.rules.SensitiveInKey;
import dev.keyplan.check.rules.StatisticsImpossible;
import dev.keyplan.check.rules.StoredFormUnknown;
import dev.keyplan.check.rules.StreamNotRecognised;
import dev.keyplan.check.rules.TableNameRepeated;
import dev.keyplan.check.rules.TextWithoutDelimiter;
import dev.keyplan.check.rules.ThroughputAboveQuota;
import dev.keyplan.check.rules.TooManyIndexes;
import dev.keyplan.check.rules.TooManyLocalIndexes;
import dev.keyplan.check.rules.TooManyTags;
import dev.keyplan.check.rules.TransactionTooLarge;
import dev.keyplan.check.rules.TransactionWritesItemTwice;
import dev.keyplan.check.rules.TtlAttributeInKey;
import dev.keyplan.check.rules.TtlAttributeType;
import dev.keyplan.check.rules.UnboundedGrowth;
import dev.keyplan.check.rules.UnboundedRead;
import dev.keyplan.check.rules.UniqueGuardClash;
import dev.keyplan.check.rules.ValueInKeyOnly;
import dev.keyplan.check.rules.WhenNotKept;
import dev.keyplan.check.rules.WriteAmplification;
import dev.keyplan.cost.Loads;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Severity;
import dev.keyplan.model.Model;
import dev.keyplan.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All rules, in the order in which they are documented. */
public final class Rules {
  /** The rules that run on the model. */
  public static final List<ModelRule> MODEL =
      List.of(
          new OptionalInKey(),
          new TextWithoutDelimiter(),
          new EnumTextInKey(),
          new IntegerWithoutRange(),
          new IdentityNotInKey(),
          new MaintainedAttributeInKey(),
          new IdentityNotEnforced(),
          new SensitiveInKey(),
          new KeysMayBeEqual(),
          new UniqueGuardClash(),
          new StreamNotRecognised(),
          new IndexMemberUnannounced(),
          new WhenNotKept(),
          new IndexKeyType(),
          new KeyAttributeRepeated(),
          new KeyAttributeTypeConflict(),
          new IndexKeyTooLong(),
          new KeyTooLong(),
          new ItemTooLarge(),
          new TooManyIndexes(),
          new TooManyLocalIndexes(),
          new LocalIndexWithoutSortKey(),
          new ProjectionNamesKey(),
          new ProjectionTooLarge(),
          new IllegalName(),
          new TableNameRepeated(),
          new EntityTypeRepeated(),
          new FormerTypeInvalid(),
          new TtlAttributeType(),
          new TtlAttributeInKey(),
          new IllegalTag(),
          new TooManyTags(),
          new JavaName(),
          new JavaNameClash(),
          new JavaLimit(),
          new GeneratedTypeClash(),
          new PatternNameTaken(),
          new MembersNotTied(),
          new StatisticsImpossible(),
          new ItemMayExceedLimit(),
          new LargeItem(),
          new LocalIndexCollectionLimit());

  /** The rules that run on the plans. */
  public static final List<PlanRule> PLAN =
      List.of(
          new PatternNotServable(),
          new OrderNotBySortKey(),
          new CollectionKeysDiffer(),
          new CollectionNotRecognised(),
          new ConsistentReadOnGlobalIndex(),
          new IndexIncomplete(),
          new PatternReadsOtherEntities(),
          new IndexLacksAttributes(),
          new ExpiryUnknown(),
          new ExpiredFiltered(),
          new FetchNotNeeded(),
          new FilterOnKey(),
          new ConstantNotInKey(),
          new ValueInKeyOnly(),
          new GetMayFindSeveral(),
          new KeyAttributeUpdated(),
          new AttributeWrittenTwice(),
          new MoveKeepsKey(),
          new StoredFormUnknown(),
          new IndexKeyHalfKnown(),
          new CalculatedIndexKey(),
          new ResultOutOfRange(),
          new ExpressionTooLarge(),
          new TransactionTooLarge(),
          new TransactionWritesItemTwice(),
          new WriteAmplification(),
          new IndexUnused(),
          new ProjectionWasteful(),
          new FilterWasteful(),
          new UnboundedRead(),
          new UnboundedGrowth(),
          new ScanInPattern());

  /** The rules that run on what all plans together take. */
  public static final List<LoadRule> LOAD =
      List.of(
          new LowCardinalityPartitionKey(),
          new MonotonicPartitionKey(),
          new HotPartition(),
          new ThroughputAboveQuota());

  private Rules() {}

  /** All of them. */
  public static List<Rule> all() {
    return Stream.of(MODEL, PLAN, LOAD).<Rule>flatMap(List::stream).toList();
  }

  /** What the rules say that are as bad as that. */
  public static List<Diagnostic> judge(Severity severity, Model model, List<Plan> plans) {
    List<Diagnostic> found = new ArrayList<>();
    for (ModelRule rule : withSeverity(severity, MODEL)) {
      found.addAll(rule.check(model));
    }
    for (PlanRule rule : withSeverity(severity, PLAN)) {
      found.addAll(rule.check(model, plans));
    }
    if (severity == Severity.WARNING) {
      Loads loads = Loads.of(plans);
      LOAD.forEach(rule -> found.addAll(rule.check(model, loads)));
    }
    return found;
  }

  private static <R extends Rule> List<R> withSeverity(Severity severity, List<R> rules) {
    return rules.stream().filter(rule -> rule.severity() == severity).toList();
  }
}
