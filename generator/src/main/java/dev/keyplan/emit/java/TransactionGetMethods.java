package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.keyplan.model.Entity;
import dev.keyplan.model.ReadTransactionPattern.Member;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the methods of transactions that get items. */
final class TransactionGetMethods {
  private final JavaContext context;
  private final Entity owner;

  TransactionGetMethods(JavaContext context, Entity owner) {
    this.context = context;
    this.owner = owner;
  }

  /** {@code public TransactGetItemsRequest review(Customer.Key buyer, Order.Key order)}. */
  MethodSpec request(Plan.TransactionGet plan) {
    List<ParameterSpec> parameters = new Signatures(context.mapping()).of(plan);
    LocalNames names = new LocalNames(parameters);
    String get = names.variable("get");
    CodeBlock gets =
        plan.pattern().members().stream()
            .map(member -> get(member, get, names))
            .collect(CodeBlock.joining(",\n"));
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(plan.pattern().name().name())
            .addJavadoc(JavadocText.of(PlanJavadoc.of(plan)).toCode())
            .addModifiers(Modifier.PUBLIC)
            .addParameters(parameters)
            .returns(Sdk.TRANSACT_GET_ITEMS_REQUEST);
    for (Member member : plan.pattern().members()) {
      if (!member.key().isEmpty()) {
        method.addStatement(
            "$T $L = $L",
            JavaContext.types(member.entity()).key(),
            JavaNames.variable(member.name()),
            context.key(member.entity(), member.key()));
      }
    }
    TiedValues values = TiedValues.ofKeys(context);
    plan.pattern().ties().forEach(tie -> method.addStatement("$L", values.tied(tie)));
    return method.addStatement("return $L", request(plan, gets)).build();
  }

  /** The request; {@code Found.once(…)} where two members of one entity could be one item. */
  private CodeBlock request(Plan.TransactionGet plan, CodeBlock gets) {
    List<Member> members = plan.pattern().members();
    boolean mayBeOne = members.stream().map(Member::entity).distinct().count() < members.size();
    if (!mayBeOne) {
      return CodeBlock.of(
          "$T.builder()\n.transactItems(\n$>$>$L)$<$<\n.build()",
          Sdk.TRANSACT_GET_ITEMS_REQUEST,
          gets);
    }
    CodeBlock names =
        members.stream()
            .map(member -> CodeBlock.of("$S", member.name()))
            .collect(CodeBlock.joining(", "));
    return CodeBlock.of(
        "$T.once(\n$T.builder()$>$>\n.transactItems(\n$>$>$L)$<$<\n.build()$<$<,\n$L)",
        context.support().found(),
        Sdk.TRANSACT_GET_ITEMS_REQUEST,
        gets,
        names);
  }

  /** {@code TransactGetItem.builder().get(get -> get.tableName(…).key(…)).build()}. */
  private CodeBlock get(Member member, String get, LocalNames names) {
    return CodeBlock.of(
        "$1T.builder()\n$>$>.get($2L -> $2L.tableName($3L.name()).key($4T.key($5L)))\n.build()$<$<",
        Sdk.TRANSACT_GET_ITEM,
        get,
        names.field(TransactionRequests.tableField(member.entity(), owner)),
        JavaContext.types(member.entity()).codec(),
        JavaNames.variable(member.name()));
  }

  /** {@code public Review review(Customer.Key buyer, Order.Key order)}. */
  MethodSpec method(Plan.TransactionGet plan, JavadocText text, ClientStyle style) {
    List<ParameterSpec> parameters = new Signatures(context.mapping()).of(plan);
    LocalNames names = new LocalNames(parameters);
    if (!plan.pattern().ties().isEmpty()) {
      text.exception(
          ClassName.get(IllegalArgumentException.class), "if the keys do not belong together");
    }
    ClassName result = TransactionGetSpec.className(plan.pattern());
    CodeBlock request =
        WriteCode.request(plan.pattern().name().name(), Signatures.arguments(parameters), names);
    boolean isTimed =
        plan.pattern().members().stream()
            .anyMatch(member -> plan.pattern().expiry(member).isPresent());
    String now = isTimed ? names.variable("now") : "";
    CodeBlock time =
        isTimed
            ? CodeBlock.builder()
                .addStatement("$T $L = $L", Instant.class, now, Stamps.reading(names))
                .build()
            : CodeBlock.of("");
    Call call =
        WriteCode.send("transactGetItems", request, names)
            .after(time)
            .reading(
                Sdk.TRANSACT_GET_ITEMS_RESPONSE,
                answer -> CodeBlock.of("new $T(\n$L)", result, items(plan, answer, now)));
    return MethodSpec.methodBuilder(plan.pattern().name().name())
        .addJavadoc(text.toCode())
        .addModifiers(Modifier.PUBLIC)
        .addParameters(parameters)
        .returns(style.returned(result))
        .addCode(style.body(call, names))
        .build();
  }

  /** {@code Found.item(response, 0, TripCodec::read)} for each member. */
  private CodeBlock items(Plan.TransactionGet plan, CodeBlock answer, String now) {
    Unexpired unexpired = new Unexpired(context.support());
    List<CodeBlock> items = new ArrayList<>();
    for (Member member : plan.pattern().members()) {
      items.add(
          CodeBlock.of(
              "$T.item($L, $L, $T::read$L)",
              context.support().found(),
              answer,
              items.size(),
              JavaContext.types(member.entity()).codec(),
              plan.pattern()
                  .expiry(member)
                  .map(e -> CodeBlock.of(", $L", unexpired.test(e, CodeBlock.of(now))))
                  .orElse(CodeBlock.of(""))));
    }
    return CodeBlock.join(items, ",\n");
  }
}
