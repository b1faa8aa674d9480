package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.element.Modifier;

/** Writes the methods of a repository that answer patterns. */
final class PatternMethods {
  private final JavaContext context;
  private final Entity entity;
  private final ClientStyle style;
  private final WriteCalls calls;

  PatternMethods(JavaContext context, Entity entity, ClientStyle style) {
    this.context = context;
    this.entity = entity;
    this.style = style;
    this.calls = new WriteCalls(context, entity, style);
  }

  List<MethodSpec> of(Plan plan) {
    if (plan instanceof Plan.Query query) {
      return List.of(query.isCount() ? count(query) : query(query));
    }
    if (plan instanceof Plan.BatchGetItem batch) {
      return List.of(new BatchGetMethods(context, entity).method(batch, javadoc(batch), style));
    }
    if (plan instanceof Plan.TransactionGet get) {
      return List.of(new TransactionGetMethods(context, entity).method(get, javadoc(get), style));
    }
    if (plan instanceof Plan.Scan scan) {
      return List.of(scan(scan));
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

  /** {@code public Query<Message> messages(UUID groupId)}, or its only result. */
  private MethodSpec query(Plan.Query plan) {
    ResultTypes result = ResultTypes.of(plan.pattern());
    boolean isChained = plan.isSingle() || plan.limit().isPresent();
    boolean isOfSeveral = plan.condition().fanOut().isPresent();
    ClassName type = isOfSeveral ? style.queries() : style.query();
    CodeBlock query = lazy(plan, type, between(plan), isChained, plan.limit());
    JavadocText text = javadoc(plan);
    FanOutRequests.sending(plan).ifPresent(text::paragraph);
    if (plan.filter().isPresent()) {
      text.paragraph(
          "The filter discards what was read, and paid for: a page may be short, or empty.");
    }
    if (plan.isFetchedByKey()) {
      text.paragraph(
          "The items are as they are in the table now; one that is gone by then is left out.");
    }
    MethodSpec.Builder method = method(plan);
    if (plan.isSingle()) {
      text.exception(context.support().notUniqueResultException(), "if there is more than one");
      return method
          .addJavadoc(text.toCode())
          .returns(style.returned(optional(result)))
          .addStatement("return $L\n.single()", query)
          .build();
    }
    return method
        .addJavadoc(text.toCode())
        .returns(ParameterizedTypeName.get(type, result.type()))
        .addStatement("return $L", query)
        .build();
  }

  /** {@code public Scan<Message> everything()}. */
  private MethodSpec scan(Plan.Scan plan) {
    ClassName scan = style.scan();
    return method(plan)
        .addJavadoc(
            javadoc(plan)
                .paragraph(
                    "It reads all that is there, and pays for it, also for what it discards: a"
                        + " page may be short, or empty.")
                .toCode())
        .returns(ParameterizedTypeName.get(scan, ResultTypes.of(plan.pattern()).type()))
        .addStatement(
            "return $L", lazy(plan, scan, CodeBlock.of(""), plan.limit().isPresent(), plan.limit()))
        .build();
  }

  /** How index entries become items, or several queries one sequence. */
  private CodeBlock between(Plan.Query plan) {
    if (plan.condition().fanOut().isPresent()) {
      return CodeBlock.of("\n$L,", FanOutRequests.merge(plan, context.support()));
    }
    return plan.isFetchedByKey() ? CodeBlock.of("\nbatch()::items,") : CodeBlock.of("");
  }

  /** {@code new Query<>(client, "Message.messages", requests.messages(groupId), …)}. */
  private CodeBlock lazy(
      Plan plan, ClassName type, CodeBlock between, boolean isChained, OptionalInt limit) {
    List<ParameterSpec> parameters = parameters(plan);
    LocalNames names = new LocalNames(parameters);
    CodeBlock.Builder read =
        CodeBlock.builder()
            .add(
                isChained
                    ? "new $T<>(\n$>$>$L,\n$S,\n$L.$L($L),$L\n$T::read,$L\n$L.cursors()$L)$<$<"
                    : "new $T<>(\n$L,\n$S,\n$L.$L($L),$L\n$T::read,$L\n$L.cursors()$L)",
                type,
                names.field("client"),
                label(plan),
                names.field("requests"),
                name(plan),
                arguments(plan, names),
                between,
                ResultTypes.of((ReadPattern) plan.pattern()).codec(),
                isKnown((ReadPattern) plan.pattern()),
                names.field("table"),
                concurrency(plan, names));
    limit.ifPresent(most -> read.add("\n.limit($L)", most));
    return read.build();
  }

  /** {@code table.concurrency()}, where a call may take several requests at the same time. */
  private static CodeBlock concurrency(Plan plan, LocalNames names) {
    boolean isOfSeveral =
        plan instanceof Plan.Scan
            || (plan instanceof Plan.Query query && query.condition().fanOut().isPresent());
    return isOfSeveral
        ? CodeBlock.of(",\n$L.concurrency()", names.field("table"))
        : CodeBlock.of("");
  }

  /** {@code OrderDetailCodec::isKnown,}, where what is found may be of several entities. */
  private static CodeBlock isKnown(ReadPattern pattern) {
    return pattern.collection().isPresent()
        ? CodeBlock.of("\n$T::isKnown,", ResultTypes.of(pattern).codec())
        : CodeBlock.of("");
  }

  private MethodSpec.Builder method(Plan plan) {
    return MethodSpec.methodBuilder(name(plan))
        .addModifiers(Modifier.PUBLIC)
        .addParameters(parameters(plan));
  }

  /** {@code public long messagesOf(UUID groupId)}. */
  private MethodSpec count(Plan.Query plan) {
    List<ParameterSpec> parameters = parameters(plan);
    LocalNames names = new LocalNames(parameters);
    CodeBlock.Builder arguments =
        CodeBlock.builder()
            .add(
                "$L, $L.$L($L)",
                names.field("client"),
                names.field("requests"),
                name(plan),
                arguments(plan, names));
    if (plan.limit().isPresent()) {
      arguments.add(", $L", plan.limit().getAsInt());
    } else if (plan.condition().fanOut().isPresent()) {
      arguments.add(", $L.concurrency()", names.field("table"));
    }
    JavadocText text = javadoc(plan);
    FanOutRequests.sending(plan).ifPresent(text::paragraph);
    return method(plan)
        .addJavadoc(
            text.paragraph("All that is counted is read, page after page, and paid for.").toCode())
        .returns(style.returned(TypeName.LONG))
        .addStatement("return $T.of($L)", style.count(), arguments.build())
        .build();
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
        .addCode(style.body(BuiltInMethods.item(Call.ofSdk(sent), result.codec()), names))
        .build();
  }

  /** {@code public Optional<Customer> byEmail(String email)}. */
  private MethodSpec guardedGet(Plan.GuardedGet plan) {
    LocalNames names = new LocalNames(parameters(plan));
    ResultTypes result = ResultTypes.of(plan.pattern());
    CodeBlock found =
        CodeBlock.of(
            "$T.find(\n$L, $L, $L, $T::read)",
            style.guardedRead(),
            names.field("client"),
            new GuardExpressions(context, entity).guards(),
            request(plan, name(plan), names),
            result.codec());
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
    if (!plan.pattern().ties().isEmpty()) {
      text.exception(
          ClassName.get(IllegalArgumentException.class), "if the members do not belong together");
    }
    text.exception(
        context.support().transactionFailedException(),
        "if a member is not as it has to be; nothing is written then");
    String members = names.variable("members");
    CodeBlock prepared =
        CodeBlock.builder()
            .addStatement("$T $L =$W$L", context.support().transactionMembers(), members, request)
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

  /** The arguments of a request: those of the method, and the time where it takes it. */
  private CodeBlock arguments(Plan plan, LocalNames names) {
    CodeBlock arguments = Signatures.arguments(parameters(plan));
    boolean isTimed =
        TimeOfCall.isIn(plan)
            || (plan instanceof Plan.Transaction transaction
                && TransactionRequests.needTime(transaction));
    return isTimed ? Stamps.withTime(arguments, Stamps.reading(names)) : arguments;
  }

  private JavadocText javadoc(Plan plan) {
    String name = JavadocText.code(plan.pattern().name().name());
    return JavadocText.of(plan.pattern().documentation(), "The pattern " + name + ".")
        .paragraph(ReadRequests.planText(plan));
  }

  private List<ParameterSpec> parameters(Plan plan) {
    return new Signatures(context.mapping()).of(plan);
  }

  private static ParameterizedTypeName optional(ResultTypes result) {
    return ParameterizedTypeName.get(ClassName.get(Optional.class), result.type());
  }

  private String label(Plan plan) {
    return entity.name().name() + "." + plan.pattern().name().name();
  }

  private static String name(Plan plan) {
    return plan.pattern().name().name();
  }
}
