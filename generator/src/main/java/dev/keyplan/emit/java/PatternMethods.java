package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.keyplan.model.Entity;
import dev.keyplan.plan.Expiry;
import dev.keyplan.plan.Plan;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the methods of a repository that answer patterns. */
final class PatternMethods extends PatternCode {
  private final ClientStyle style;
  private final WriteCalls calls;
  private final QueryMethods queries;
  private final Unexpired unexpired;

  PatternMethods(JavaContext context, Entity entity, ClientStyle style) {
    super(context, entity);
    this.style = style;
    this.calls = new WriteCalls(context, entity, style);
    this.queries = new QueryMethods(context, entity, style);
    this.unexpired = new Unexpired(context.support());
  }

  List<MethodSpec> of(Plan plan) {
    if (plan instanceof Plan.Query query) {
      return List.of(query.isCount() ? queries.count(query) : queries.query(query));
    }
    if (plan instanceof Plan.BatchGetItem batch) {
      return List.of(new BatchGetMethods(context, entity).method(batch, javadoc(batch), style));
    }
    if (plan instanceof Plan.TransactionGet get) {
      return List.of(new TransactionGetMethods(context, entity).method(get, javadoc(get), style));
    }
    if (plan instanceof Plan.Scan scan) {
      return List.of(queries.scan(scan));
    }
    if (plan instanceof Plan.GetItem get) {
      return List.of(getItem(get));
    }
    if (plan instanceof Plan.GuardedGet get) {
      return List.of(guardedGet(get));
    }
    if (plan instanceof Plan.Transaction transaction) {
      return List.of(transaction(transaction), transactionOnce(transaction));
    }
    if (plan instanceof Plan.Batch batch) {
      return List.of(new BuiltInMethods(context, entity, style).batch(batch, javadoc(plan)));
    }
    Plan.Write write = (Plan.Write) plan;
    List<ParameterSpec> parameters = parameters(plan);
    return calls.of(name(plan), write.action(), parameters, javadoc(plan));
  }

  /** {@code public Optional<Message> message(UUID groupId, Instant createdAt, UUID id)}. */
  private MethodSpec getItem(Plan.GetItem plan) {
    LocalNames names = new LocalNames(parameters(plan));
    ResultTypes result = ResultTypes.of(plan.pattern());
    CodeBlock sent =
        CodeBlock.of("$L.getItem($L)", names.field("client"), request(plan, name(plan), names));
    return method(plan)
        .addJavadoc(javadoc(plan).toCode())
        .returns(style.returned(optional(result)))
        .addCode(
            style.body(
                unexpired.item(Call.ofSdk(sent), result.codec(), Expiry.afterReading(plan), names),
                names))
        .build();
  }

  /** {@code public Optional<Customer> byEmail(String email)}. */
  private MethodSpec guardedGet(Plan.GuardedGet plan) {
    LocalNames names = new LocalNames(parameters(plan));
    ResultTypes result = ResultTypes.of(plan.pattern());
    CodeBlock found =
        CodeBlock.of(
            "$T.find(\n$L, $L, $L, $T::read$L)",
            style.guardedRead(),
            names.field("client"),
            new GuardExpressions(context, entity).guards(),
            request(plan, name(plan), names),
            result.codec(),
            unexpired.argument(Expiry.afterReading(plan), names));
    return method(plan)
        .addJavadoc(javadoc(plan).toCode())
        .returns(style.returned(optional(result)))
        .addCode(style.body(Call.returning(found), names))
        .build();
  }

  /** {@code public void startConversation(Conversation mine, …)}. */
  private MethodSpec transaction(Plan.Transaction plan) {
    LocalNames names = new LocalNames(parameters(plan));
    CodeBlock request = request(plan, TransactionRequests.membersName(plan), names);
    return transaction(plan, method(plan), javadoc(plan), request, CodeBlock.of(""), names);
  }

  /** {@code public void startConversation(Conversation mine, …, String token)}. */
  private MethodSpec transactionOnce(Plan.Transaction plan) {
    List<ParameterSpec> parameters = new TransactionRequests(context, entity).parameters(plan);
    LocalNames names = new LocalNames(parameters);
    ParameterSpec token = ParameterSpec.builder(String.class, names.variable("token")).build();
    CodeBlock request =
        WriteCode.request(
            TransactionRequests.membersName(plan), Signatures.arguments(parameters), names);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name(plan))
            .addModifiers(Modifier.PUBLIC)
            .addParameters(parameters)
            .addParameter(token);
    JavadocText text =
        JavadocText.of(
            "The same, once: sent again under the same token within ten minutes, with the same"
                + " arguments, it writes nothing.");
    return transaction(plan, method, text, request, CodeBlock.of("$N", token), names);
  }

  private MethodSpec transaction(
      Plan.Transaction plan,
      MethodSpec.Builder method,
      JavadocText text,
      CodeBlock request,
      CodeBlock token,
      LocalNames names) {
    if (!TransactionRequests.asserted(plan).isEmpty()) {
      text.exception(
          ClassName.get(IllegalArgumentException.class), "if the members do not belong together");
    }
    text.exception(
        context.support().transactionFailedException(),
        "if a member is not as it has to be; nothing is written then");
    String members = names.variable("members");
    CodeBlock prepared =
        CodeBlock.builder()
            .addStatement("$T $L = $L", context.support().transactionMembers(), members, request)
            .build();
    Call call =
        WriteCode.send("transactWriteItems", CodeBlock.of("$L.request($L)", members, token), names)
            .after(prepared)
            .failing(
                Sdk.TRANSACTION_CANCELED,
                failure -> CodeBlock.of("$L.failure($S, $L)", members, label(plan), failure));
    return method
        .addJavadoc(text.toCode())
        .returns(style.returned(TypeName.VOID))
        .addCode(style.body(call, names))
        .build();
  }

  /** {@code requests.message(groupId, createdAt, id)}. */
  private CodeBlock request(Plan plan, String method, LocalNames names) {
    return WriteCode.request(method, arguments(plan, names), names);
  }
}
