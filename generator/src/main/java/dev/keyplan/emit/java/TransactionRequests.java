package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.keyplan.model.Entity;
import dev.keyplan.model.TransactionPattern.MemberAttribute;
import dev.keyplan.model.TransactionPattern.Tie;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.WriteAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the methods that make the requests of an entity's transactions. */
final class TransactionRequests {
  private final JavaContext context;
  private final Entity owner;

  TransactionRequests(JavaContext context, Entity owner) {
    this.context = context;
    this.owner = owner;
  }

  /** The field with the requests of another entity, or nothing for the owner's own methods. */
  static String field(Entity written, Entity owner) {
    return written.name().equals(owner.name())
        ? ""
        : JavaNames.decapitalised(JavaContext.types(written).requests().simpleName());
  }

  /** The field with the table of an entity. */
  static String tableField(Entity written, Entity owner) {
    return written.table().name().equals(owner.table().name())
        ? "table"
        : JavaNames.decapitalised(JavaContext.tableClass(written.table()).simpleName());
  }

  /** The method of the transaction, and those of members that no entity has anyway. */
  List<MethodSpec> of(Plan.Transaction plan) {
    List<MethodSpec> methods = new ArrayList<>();
    List<ParameterSpec> parameters = parameters(plan);
    methods.add(transaction(plan, parameters));
    methods.add(members(plan, parameters));
    for (Plan.Member member : plan.members()) {
      if (!context.isBuiltIn(member.action())) {
        methods.addAll(memberMethods(plan, member));
      }
    }
    return methods;
  }

  /** {@code public TransactWriteItemsRequest startConversation(Conversation mine, …)}. */
  private MethodSpec transaction(Plan.Transaction plan, List<ParameterSpec> parameters) {
    return MethodSpec.methodBuilder(plan.pattern().name().name())
        .addJavadoc(JavadocText.of(PlanJavadoc.of(plan)).toCode())
        .addModifiers(Modifier.PUBLIC)
        .addParameters(parameters)
        .returns(Sdk.TRANSACT_WRITE_ITEMS_REQUEST)
        .addStatement(
            "return $L($L).request()", membersName(plan), Signatures.arguments(parameters))
        .build();
  }

  /** {@code TransactionMembers startConversationMembers(Conversation mine, …)}. */
  private MethodSpec members(Plan.Transaction plan, List<ParameterSpec> parameters) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(membersName(plan))
            .addParameters(parameters)
            .returns(context.support().transactionMembers());
    Map<String, List<MemberAttribute>> derived = plan.derivedKeys();
    TiedValues values = TiedValues.of(context, plan);
    for (Plan.Member member : plan.members()) {
      if (!member.key().isEmpty()) {
        method.addStatement("$L", key(member, context.key(member.action().entity(), member.key())));
      }
    }
    for (Plan.Member member : plan.members()) {
      if (derived.containsKey(member.name())) {
        method.addStatement("$L", derivedKey(member, derived.get(member.name()), values));
      }
    }
    asserted(plan).forEach(tie -> method.addStatement("$L", values.tied(tie)));
    CodeBlock.Builder members =
        CodeBlock.builder().add("return new $T()", context.support().transactionMembers());
    for (Plan.Member member : plan.members()) {
      Entity written = member.action().entity();
      members.add(
          "\n.add($S, $T.ITEMS, $L)",
          member.name(),
          JavaContext.types(written).codec(),
          action(plan, member, parameters));
    }
    return method.addStatement("$L", members.build()).build();
  }

  /** The ties that the caller's values may break: those of keys that are made of others hold. */
  static List<Tie> asserted(Plan.Transaction plan) {
    Map<String, List<MemberAttribute>> derived = plan.derivedKeys();
    return plan.pattern().ties().stream().filter(tie -> !isDerived(tie, derived)).toList();
  }

  /** {@code Customer.Key buyer = new Customer.Key(order.customerId())}. */
  private static CodeBlock derivedKey(
      Plan.Member member, List<MemberAttribute> sources, TiedValues values) {
    CodeBlock arguments = sources.stream().map(values::value).collect(CodeBlock.joining(", "));
    return key(
        member,
        CodeBlock.of("new $T($L)", JavaContext.types(member.action().entity()).key(), arguments));
  }

  private static CodeBlock key(Plan.Member member, CodeBlock key) {
    return CodeBlock.of(
        "$T $L = $L",
        JavaContext.types(member.action().entity()).key(),
        JavaNames.variable(member.name()),
        key);
  }

  /** Whether a tie is what a key was derived by, so that nothing is left to check. */
  private static boolean isDerived(Tie tie, Map<String, List<MemberAttribute>> derived) {
    return derived.getOrDefault(tie.left().member(), List.of()).contains(tie.right())
        || derived.getOrDefault(tie.right().member(), List.of()).contains(tie.left());
  }

  /** The method with the members of a transaction, for the repository. */
  static String membersName(Plan.Transaction plan) {
    return plan.pattern().name().name() + "Members";
  }

  /** The parameters of the requests: those of the pattern, and the time if any member stores it. */
  List<ParameterSpec> parameters(Plan.Transaction plan) {
    List<ParameterSpec> parameters = new Signatures(context.mapping()).of(plan);
    return needTime(plan) ? Stamps.withTime(parameters) : parameters;
  }

  static boolean needTime(Plan.Transaction plan) {
    return plan.members().stream().anyMatch(member -> Stamps.needTime(member.action()));
  }

  private CodeBlock action(
      Plan.Transaction plan, Plan.Member member, List<ParameterSpec> parameters) {
    WriteAction action = member.action();
    Signatures signatures = new Signatures(context.mapping());
    CodeBlock arguments = Signatures.arguments(signatures.of(member, plan.pattern()));
    if (Stamps.needTime(action)) {
      ParameterSpec now = parameters.get(parameters.size() - 1);
      arguments = Stamps.withTime(arguments, CodeBlock.of("$N", now));
    }
    if (context.isBuiltIn(action)) {
      CodeBlock requests = requestsOf(action.entity(), parameters);
      return CodeBlock.of(
          "$L$L$L($L)",
          requests,
          context.builtInName(action),
          action.isGuarded() ? "Actions" : "Action",
          arguments);
    }
    String name = memberName(plan, member);
    if (ActionMethods.areNeeded(action)) {
      return CodeBlock.of("$LActions($L)", name, arguments);
    }
    if (action instanceof WriteAction.Check) {
      return CodeBlock.of(
          "$T.builder().conditionCheck($L($L)).build()", Sdk.TRANSACT_WRITE_ITEM, name, arguments);
    }
    return CodeBlock.of(
        "$T.$L($L($L))", context.support().actions(), WriteMethods.kind(action), name, arguments);
  }

  /** Nothing for those of the owner; else a field, or a method if they need the owner's. */
  private CodeBlock requestsOf(Entity written, List<ParameterSpec> parameters) {
    String field = field(written, owner);
    if (field.isEmpty()) {
      return CodeBlock.of("");
    }
    return RequestsSpec.needs(context, written, owner)
        ? CodeBlock.of("$L().", field)
        : CodeBlock.of("$L.", new LocalNames(parameters).field(field));
  }

  private List<MethodSpec> memberMethods(Plan.Transaction plan, Plan.Member member) {
    Entity entity = member.action().entity();
    WriteMethods methods = WriteMethods.ofMember(context, entity, tableField(entity, owner));
    List<ParameterSpec> parameters =
        Stamps.ofRequest(
            member.action(), new Signatures(context.mapping()).of(member, plan.pattern()));
    String name = memberName(plan, member);
    String what = member.action() instanceof WriteAction.Move ? "The move of" : "The write of";
    return ActionMethods.areNeeded(member.action())
        ? methods
            .actions()
            .members(
                name,
                member.action(),
                parameters,
                CodeBlock.of("$L {@code $L}", what, member.name()))
        : List.of(methods.request(name, member.action(), parameters));
  }

  /** The name of the method for a member that has one of its own. */
  static String memberName(Plan.Transaction plan, Plan.Member member) {
    return plan.pattern().name().name() + JavaNames.capitalised(member.name());
  }
}
