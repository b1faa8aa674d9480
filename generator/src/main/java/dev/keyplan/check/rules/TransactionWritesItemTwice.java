package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Model;
import dev.keyplan.model.Operand;
import dev.keyplan.model.ReadTransactionPattern;
import dev.keyplan.model.TransactionPattern;
import dev.keyplan.model.TransactionPattern.MemberAttribute;
import dev.keyplan.model.TransactionPattern.Tie;
import dev.keyplan.model.Write;
import dev.keyplan.plan.Plan;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * No two members of a transaction are about one item: DynamoDB refuses it. They certainly are if
 * they are of one entity and everything its key is made of is tied, or if its key is a constant.
 * Source: Amazon DynamoDB API Reference, TransactWriteItems and TransactGetItems.
 */
public final class TransactionWritesItemTwice implements PlanRule {
  public static final String ID = "TRANSACTION_WRITES_ITEM_TWICE";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    List<Diagnostic> found = new ArrayList<>();
    for (Plan plan : plans) {
      if (plan instanceof Plan.Transaction transaction) {
        TransactionPattern pattern = transaction.pattern();
        check(pattern.members().stream().map(Keyed::of).toList(), pattern.ties(), found);
      } else if (plan instanceof Plan.TransactionGet get) {
        ReadTransactionPattern pattern = get.pattern();
        check(pattern.members().stream().map(Keyed::of).toList(), pattern.ties(), found);
      }
    }
    return found;
  }

  /** A member, and what it is of. */
  private record Keyed(String name, Entity entity, Map<String, Operand> key, Span span) {
    static Keyed of(TransactionPattern.Member member) {
      Write write = member.write();
      return new Keyed(member.name(), write.entity(), write.key(), member.span());
    }

    static Keyed of(ReadTransactionPattern.Member member) {
      return new Keyed(member.name(), member.entity(), member.key(), member.span());
    }

    /** What an attribute of its key is, where the pattern says so: one for equal values. */
    Optional<MemberAttribute> bound(Attribute attribute) {
      return Optional.ofNullable(key.get(attribute.name()))
          .map(
              operand ->
                  operand instanceof Operand.OfParameter of
                      ? new MemberAttribute(":" + of.parameter().name(), attribute)
                      : new MemberAttribute(
                          "=" + ((Operand.OfConstant) operand).value(), attribute));
    }
  }

  private static void check(List<Keyed> members, List<Tie> ties, List<Diagnostic> found) {
    Map<MemberAttribute, MemberAttribute> tied = new HashMap<>();
    ties.forEach(tie -> join(tied, tie.left(), tie.right()));
    for (Keyed member : members) {
      for (Attribute attribute : member.entity().key().attributes()) {
        member
            .bound(attribute)
            .ifPresent(value -> join(tied, new MemberAttribute(member.name(), attribute), value));
      }
    }
    Map<List<Object>, Keyed> first = new HashMap<>();
    for (Keyed member : members) {
      List<Object> item = new ArrayList<>();
      item.add(member.entity().name());
      for (Attribute attribute : member.entity().key().attributes()) {
        item.add(root(tied, new MemberAttribute(member.name(), attribute)));
      }
      Keyed before = first.putIfAbsent(item, member);
      if (before != null) {
        found.add(
            Diagnostic.error(
                    ID,
                    member.span(),
                    "`%s` and `%s` have the same key: a transaction takes one action for an item"
                        .formatted(before.name(), member.name()))
                .withRelated(before.span(), "the other"));
      }
    }
  }

  /**
   * Two that are equal.
   *
   * @param parents each with one that it equals, on the way to the root of all those
   */
  private static void join(
      Map<MemberAttribute, MemberAttribute> parents, MemberAttribute one, MemberAttribute other) {
    MemberAttribute left = root(parents, one);
    MemberAttribute right = root(parents, other);
    if (!left.equals(right)) {
      parents.put(left, right);
    }
  }

  private static MemberAttribute root(
      Map<MemberAttribute, MemberAttribute> parents, MemberAttribute of) {
    MemberAttribute root = of;
    while (parents.containsKey(root)) {
      root = parents.get(root);
    }
    return root;
  }
}
