package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.keyplan.emit.java.JavaContext.BuiltIn;
import dev.keyplan.model.Entity;
import dev.keyplan.model.TransactionPattern.MemberAttribute;
import dev.keyplan.model.TransactionPattern.Tie;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.WriteAction;
import java.util.ArrayList;
import java.util.List;
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
    methods.add(transaction(plan));
    for (Plan.Member member : plan.members()) {
      if (!isBuiltIn(member.action())) {
        methods.addAll(memberMethods(plan, member));
      }
    }
    return methods;
  }

  /** {@code public TransactWriteItemsRequest startConversation(Conversation mine, …)}. */
  private MethodSpec transaction(Plan.Transaction plan) {
    List<ParameterSpec> parameters = new Signatures(context.mapping()).of(plan);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(plan.pattern().name().name())
            .addJavadoc(JavadocText.of(ReadRequests.planText(plan)).toCode())
            .addModifiers(Modifier.PUBLIC)
            .addParameters(parameters)
            .returns(Sdk.TRANSACT_WRITE_ITEMS_REQUEST);
    plan.pattern().ties().forEach(tie -> method.addStatement("$L", tied(context, tie)));
    boolean isFixed =
        plan.members().stream().noneMatch(m -> m.action() instanceof WriteAction.Move);
    if (isFixed) {
      CodeBlock actions =
          plan.members().stream()
              .map(member -> action(plan, member, parameters))
              .collect(CodeBlock.joining(",\n"));
      return method
          .addStatement(
              "return $T.builder()\n.transactItems(\n$>$>$L)$<$<\n.build()",
              Sdk.TRANSACT_WRITE_ITEMS_REQUEST,
              actions)
          .build();
    }
    String all = new LocalNames(parameters).variable("actions");
    method.addStatement(
        "$T $L = new $T<>()",
        ParameterizedTypeName.get(ClassName.get(List.class), Sdk.TRANSACT_WRITE_ITEM),
        all,
        ArrayList.class);
    for (Plan.Member member : plan.members()) {
      String add = member.action() instanceof WriteAction.Move ? "addAll" : "add";
      method.addStatement("$L.$L($L)", all, add, action(plan, member, parameters));
    }
    return method
        .addStatement(
            "return $T.builder().transactItems($L).build()", Sdk.TRANSACT_WRITE_ITEMS_REQUEST, all)
        .build();
  }

  /** {@code Check.tied("theirs.groupId", theirs.groupId(), "mine.groupId", mine.groupId())}. */
  static CodeBlock tied(JavaContext context, Tie tie) {
    return CodeBlock.of(
        "$T.tied($S,$W$L,$W$S,$W$L)",
        context.support().check(),
        tie.left().member() + "." + tie.left().attribute().name(),
        value(tie.left()),
        tie.right().member() + "." + tie.right().attribute().name(),
        value(tie.right()));
  }

  private static CodeBlock value(MemberAttribute tied) {
    return CodeBlock.of(
        "$L.$L()", JavaNames.variable(tied.member()), JavaNames.component(tied.attribute().name()));
  }

  private CodeBlock action(
      Plan.Transaction plan, Plan.Member member, List<ParameterSpec> parameters) {
    WriteAction action = member.action();
    Signatures signatures = new Signatures(context.mapping());
    CodeBlock arguments = Signatures.arguments(signatures.of(member, plan.pattern()));
    if (isBuiltIn(action)) {
      String field = field(action.entity(), owner);
      CodeBlock requests =
          field.isEmpty()
              ? CodeBlock.of("")
              : CodeBlock.of("$L.", new LocalNames(parameters).field(field));
      return CodeBlock.of("$L$LAction($L)", requests, builtInName(action), arguments);
    }
    String name = memberName(plan, member);
    if (action instanceof WriteAction.Move) {
      return CodeBlock.of("$LActions($L)", name, arguments);
    }
    if (action instanceof WriteAction.Check) {
      return CodeBlock.of(
          "$T.builder().conditionCheck($L($L)).build()", Sdk.TRANSACT_WRITE_ITEM, name, arguments);
    }
    return CodeBlock.of(
        "$T.$L($L($L))", context.support().actions(), WriteMethods.kind(action), name, arguments);
  }

  private List<MethodSpec> memberMethods(Plan.Transaction plan, Plan.Member member) {
    Entity entity = member.action().entity();
    String field = field(entity, owner);
    WriteMethods methods =
        WriteMethods.ofMember(
            context, entity, tableField(entity, owner), field.isEmpty() ? "" : field + ".");
    List<ParameterSpec> parameters = new Signatures(context.mapping()).of(member, plan.pattern());
    String name = memberName(plan, member);
    return member.action() instanceof WriteAction.Move move
        ? methods.moveMembers(
            name, move, parameters, CodeBlock.of("The move of {@code $L}", member.name()))
        : List.of(methods.request(name, member.action(), parameters));
  }

  /** The name of the method for a member that has one of its own. */
  static String memberName(Plan.Transaction plan, Plan.Member member) {
    return plan.pattern().name().name() + JavaNames.capitalised(member.name());
  }

  private String builtInName(WriteAction action) {
    for (BuiltIn builtIn : BuiltIn.values()) {
      if (builtIn.isRestatedBy(action)) {
        return context.builtIn(action.entity(), builtIn);
      }
    }
    throw new IllegalArgumentException("Not a built-in write: " + action);
  }

  /** Whether the entity's requests have this write whatever the transaction. */
  static boolean isBuiltIn(WriteAction action) {
    for (BuiltIn builtIn : BuiltIn.values()) {
      if (builtIn.isRestatedBy(action)) {
        return true;
      }
    }
    return false;
  }
}
