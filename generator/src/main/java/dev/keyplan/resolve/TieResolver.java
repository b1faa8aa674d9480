package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.NAME_UNKNOWN;
import static dev.keyplan.resolve.ResolutionError.TIE_INVALID;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.TransactionPattern.Member;
import dev.keyplan.model.TransactionPattern.MemberAttribute;
import dev.keyplan.model.TransactionPattern.Tie;
import dev.keyplan.model.Write;
import dev.keyplan.syntax.Condition;
import dev.keyplan.syntax.Operand;
import dev.keyplan.syntax.Operand.PathOperand;
import dev.keyplan.syntax.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves the {@code where} of a transaction, which ties its members together. */
final class TieResolver {
  private final Map<String, Optional<Member>> members;
  private final Reporter reporter;

  TieResolver(Map<String, Optional<Member>> members, Reporter reporter) {
    this.members = members;
    this.reporter = reporter;
  }

  List<Tie> resolve(Condition where) {
    List<Tie> ties = new ArrayList<>();
    Terms.of(where).forEach(term -> tie(term).ifPresent(ties::add));
    return ties;
  }

  private Optional<Tie> tie(Condition term) {
    if (!(term instanceof Condition.Comparison comparison)
        || comparison.operator() != Condition.Operator.EQUAL) {
      reporter.report(
          TIE_INVALID
              .at(term.span(), "the `where` of a transaction says what its members agree in")
              .withHint("`second.attribute = first.attribute`, joined by `and`"));
      return Optional.empty();
    }
    Optional<MemberAttribute> left = side(comparison.left());
    Optional<MemberAttribute> right = side(comparison.right());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    if (left.get().member().equals(right.get().member())) {
      reporter.report(
          TIE_INVALID
              .at(
                  term.span(),
                  "both sides belong to the member `%s`".formatted(left.get().member()))
              .withHint("a tie joins two members"));
      return Optional.empty();
    }
    Attribute first = left.get().attribute();
    Attribute second = right.get().attribute();
    if (!first.type().equals(second.type())) {
      reporter.report(
          TIE_INVALID
              .at(term.span(), "the two sides have different types")
              .withLabel("`%s` and `%s`".formatted(first.type().text(), second.type().text()))
              .withRelated(first.span(), "one attribute")
              .withRelated(second.span(), "the other"));
      return Optional.empty();
    }
    return Optional.of(new Tie(left.get(), right.get(), term.span()));
  }

  private Optional<MemberAttribute> side(Operand operand) {
    if (!(operand instanceof PathOperand path)
        || path.path().steps().size() != 2
        || !(path.path().steps().get(1) instanceof Path.Member attributeStep)) {
      reporter.report(
          TIE_INVALID
              .at(operand.span(), "a tie names an attribute of a member")
              .withHint("`member.attribute`"));
      return Optional.empty();
    }
    String memberName = path.path().first().text();
    Optional<Member> member = members.get(memberName);
    if (member == null) {
      reporter.report(
          Suggestions.add(
              NAME_UNKNOWN.at(
                  path.path().first().span(),
                  "the transaction has no member `%s`".formatted(memberName)),
              memberName,
              members.keySet()));
      return Optional.empty();
    }
    if (member.isEmpty()) {
      reporter.markUnsound();
      return Optional.empty();
    }
    Path attributePath = new Path(List.of(attributeStep), attributeStep.span());
    return AttributeScope.of(member.get().write().entity())
        .find(attributePath, reporter)
        .filter(attribute -> checkKnown(member.get(), attribute, attributePath))
        .map(attribute -> new MemberAttribute(memberName, attribute));
  }

  /**
   * Of an item that is only named by its key, nothing else is known before it is read; and nobody
   * knows what DynamoDB calculates.
   */
  private boolean checkKnown(Member member, Attribute attribute, Path path) {
    Write write = member.write();
    if (write.isLost(attribute)) {
      reporter.report(
          TIE_INVALID
              .at(path.span(), "what `%s` is then, nobody can say".formatted(attribute.name()))
              .withLabel(
                  "`%s` removes it, calculates it or takes the time".formatted(member.name()))
              .withHint("tie what is given, or what is set to it"));
      return false;
    }
    boolean isKnown = write.isKnown(attribute);
    if (!isKnown) {
      reporter.report(
          TIE_INVALID
              .at(
                  path.span(),
                  "`%s` is not known before the item is read".formatted(attribute.name()))
              .withLabel("of `%s`, only the key is given".formatted(member.name()))
              .withHint("tie attributes of the primary key"));
    }
    return isKnown;
  }
}
