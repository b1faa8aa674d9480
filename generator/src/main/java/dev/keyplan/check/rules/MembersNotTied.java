package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.check.Warning;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Model;
import dev.keyplan.model.TransactionPattern;
import dev.keyplan.model.TransactionPattern.MemberAttribute;
import dev.keyplan.model.TransactionPattern.Tie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where one member of a transaction refers to the item of another, the transaction says that they
 * agree. Else a caller may check or count one item, and write about another one: all or nothing,
 * and wrong.
 */
public final class MembersNotTied implements ModelRule, Warning {
  public static final String ID = "MEMBERS_NOT_TIED";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    return model.patterns().stream()
        .filter(TransactionPattern.class::isInstance)
        .map(TransactionPattern.class::cast)
        .flatMap(pattern -> check(pattern).stream())
        .toList();
  }

  private static Optional<Diagnostic> check(TransactionPattern pattern) {
    Map<MemberAttribute, MemberAttribute> tied = tied(pattern.ties());
    Map<MemberAttribute, List<MemberAttribute>> references =
        pattern.references().stream()
            .collect(
                Collectors.groupingBy(
                    Tie::left,
                    LinkedHashMap::new,
                    Collectors.mapping(Tie::right, Collectors.toList())));
    List<Tie> missing = new ArrayList<>();
    Map<List<MemberAttribute>, Integer> used = new HashMap<>();
    references.forEach(
        (from, targets) -> {
          if (targets.stream().noneMatch(to -> root(tied, to).equals(root(tied, from)))) {
            // Of two accounts, the first that refers to one is likely to mean the first.
            int next = used.merge(targets, 1, Integer::sum) - 1;
            missing.add(new Tie(from, targets.get(next % targets.size()), pattern.span()));
          }
        });
    return missing.isEmpty() ? Optional.empty() : Optional.of(report(pattern, missing));
  }

  /** For each attribute another one of those that it equals; the last one has none. */
  private static Map<MemberAttribute, MemberAttribute> tied(List<Tie> ties) {
    Map<MemberAttribute, MemberAttribute> next = new HashMap<>();
    for (Tie tie : ties) {
      MemberAttribute left = root(next, tie.left());
      MemberAttribute right = root(next, tie.right());
      if (!left.equals(right)) {
        next.put(left, right);
      }
    }
    return next;
  }

  private static MemberAttribute root(
      Map<MemberAttribute, MemberAttribute> next, MemberAttribute attribute) {
    MemberAttribute at = attribute;
    while (next.containsKey(at)) {
      at = next.get(at);
    }
    return at;
  }

  private static Diagnostic report(TransactionPattern pattern, List<Tie> missing) {
    Tie first = missing.get(0);
    String all =
        Stream.concat(pattern.ties().stream(), missing.stream())
            .map(tie -> text(tie.left()) + " = " + text(tie.right()))
            .collect(Collectors.joining(" and "));
    return Diagnostic.warning(
            ID,
            pattern.span(),
            "the members of `%s` may be about different items".formatted(pattern.name().name()))
        .withLabel(
            "nothing says that `%s` is `%s`".formatted(text(first.left()), text(first.right())))
        .withRelated(first.left().attribute().span(), "it refers to the other one")
        .withHint("behind the members: `where %s`".formatted(all));
  }

  private static String text(MemberAttribute attribute) {
    return attribute.member() + "." + attribute.attribute().name();
  }
}
