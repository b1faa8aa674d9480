package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Operand;
import dev.keyplan.model.TransactionPattern.MemberAttribute;
import dev.keyplan.model.TransactionPattern.Tie;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * What the members of a transaction agree in, as Java: what a member sets an attribute to, or else
 * what its item, or its key, has.
 */
final class TiedValues {
  private final JavaContext context;
  private final List<Plan.Member> members;

  private TiedValues(JavaContext context, List<Plan.Member> members) {
    this.context = context;
    this.members = members;
  }

  static TiedValues of(JavaContext context, Plan.Transaction plan) {
    return new TiedValues(context, plan.members());
  }

  /** For members of which nothing but the key is known. */
  static TiedValues ofKeys(JavaContext context) {
    return new TiedValues(context, List.of());
  }

  /** {@code Check.tied("theirs.groupId", theirs.groupId(), "mine.groupId", mine.groupId())}. */
  CodeBlock tied(Tie tie) {
    boolean mayBeAbsent = mayBeAbsent(tie.left()) || mayBeAbsent(tie.right());
    return CodeBlock.of(
        "$T.tied($S, $L, $S, $L)",
        context.support().check(),
        name(tie.left()),
        mayBeAbsent ? optional(tie.left()) : value(tie.left()),
        name(tie.right()),
        mayBeAbsent ? optional(tie.right()) : value(tie.right()));
  }

  private static String name(MemberAttribute tied) {
    return tied.member() + "." + tied.attribute().name();
  }

  /** The value that a member sets, or has: an {@code Optional} of it where it may have none. */
  CodeBlock value(MemberAttribute tied) {
    Attribute attribute = tied.attribute();
    return assigned(tied)
        .map(operand -> set(attribute, operand))
        .orElseGet(
            () ->
                CodeBlock.of(
                    "$L.$L()",
                    JavaNames.variable(tied.member()),
                    JavaNames.component(attribute.name())));
  }

  private CodeBlock optional(MemberAttribute tied) {
    return mayBeAbsent(tied) ? value(tied) : CodeBlock.of("$T.of($L)", Optional.class, value(tied));
  }

  private boolean mayBeAbsent(MemberAttribute tied) {
    return tied.attribute().isOptional() && assigned(tied).isEmpty();
  }

  private Optional<Operand> assigned(MemberAttribute tied) {
    return members.stream()
        .filter(member -> member.name().equals(tied.member()))
        .flatMap(member -> member.action().assigned(tied.attribute()).stream())
        .findFirst();
  }

  /** In the form in which a record would have it. */
  private CodeBlock set(Attribute attribute, Operand operand) {
    TypeMapping mapping = context.mapping();
    CodeBlock value =
        operand instanceof Operand.OfParameter of
            ? CodeBlock.of("$L", JavaNames.variable(of.parameter().name()))
            : ConstantMapping.of(attribute.type(), ((Operand.OfConstant) operand).value());
    return operand instanceof Operand.OfParameter && mapping.isReplaced(attribute.type())
        ? mapping
            .normal(attribute.type(), KeyExpressions.name(attribute, operand), value)
            .orElse(value)
        : value;
  }
}
