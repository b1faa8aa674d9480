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
  private final WriteCalls calls;

  PatternMethods(JavaContext context, Entity entity) {
    this.context = context;
    this.entity = entity;
    this.calls = new WriteCalls(context, entity);
  }

  List<MethodSpec> of(Plan plan) {
    if (plan instanceof Plan.Query query) {
      return List.of(query.isCount() ? count(query) : query(query));
    }
    if (plan instanceof Plan.BatchGetItem batch) {
      return List.of(new BatchGetMethods(context, entity).method(batch, javadoc(batch)));
    }
    if (plan instanceof Plan.TransactionGet get) {
      return List.of(new TransactionGetMethods(context, entity).method(get, javadoc(get)));
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
      return List.of(transaction(transaction));
    }
    if (plan instanceof Plan.Batch batch) {
      return List.of(new BuiltInMethods(context, entity).batch(batch, javadoc(plan)));
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
    ClassName type = isOfSeveral ? context.support().queries() : context.support().query();
    CodeBlock query = lazy(plan, type, between(plan), isChained, plan.limit());
    JavadocText text = javadoc(plan);
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
          .returns(optional(result))
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
    ClassName scan = context.support().scan();
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
                    ? "new $T<>(\n$>$>$L,\n$S,\n$L.$L($L),$L\n$T::read,$L\n$L.cursors())$<$<"
                    : "new $T<>(\n$L,\n$S,\n$L.$L($L),$L\n$T::read,$L\n$L.cursors())",
                type,
                names.field("client"),
                label(plan),
                names.field("requests"),
                name(plan),
                Signatures.arguments(parameters),
                between,
                ResultTypes.of((ReadPattern) plan.pattern()).codec(),
                isKnown((ReadPattern) plan.pattern()),
                names.field("table"));
    limit.ifPresent(most -> read.add("\n.limit($L)", most));
    return read.build();
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
                Signatures.arguments(parameters));
    plan.limit().ifPresent(limit -> arguments.add(", $L", limit));
    return MethodSpec.methodBuilder(name(plan))
        .addJavadoc(
            javadoc(plan)
                .paragraph("All that is counted is read, page after page, and paid for.")
                .toCode())
        .addModifiers(Modifier.PUBLIC)
        .addParameters(parameters)
        .returns(TypeName.LONG)
        .addStatement("return $T.of($L)", context.support().count(), arguments.build())
        .build();
  }

  /** {@code public Optional<Message> message(UUID groupId, Instant createdAt, UUID id)}. */
  private MethodSpec getItem(Plan.GetItem plan) {
    List<ParameterSpec> parameters = parameters(plan);
    LocalNames names = new LocalNames(parameters);
    String response = names.variable("response");
    ResultTypes result = ResultTypes.of(plan.pattern());
    return MethodSpec.methodBuilder(name(plan))
        .addJavadoc(javadoc(plan).toCode())
        .addModifiers(Modifier.PUBLIC)
        .addParameters(parameters)
        .returns(optional(result))
        .addStatement(
            "$T $L = $L.getItem($L.$L($L))",
            Sdk.GET_ITEM_RESPONSE,
            response,
            names.field("client"),
            names.field("requests"),
            name(plan),
            Signatures.arguments(parameters))
        .addStatement(
            "return $1L.hasItem() ? $2T.of($3T.read($1L.item())) : $2T.empty()",
            response,
            Optional.class,
            result.codec())
        .build();
  }

  /** {@code public Optional<Customer> byEmail(String email)}. */
  private MethodSpec guardedGet(Plan.GuardedGet plan) {
    List<ParameterSpec> parameters = parameters(plan);
    LocalNames names = new LocalNames(parameters);
    ResultTypes result = ResultTypes.of(plan.pattern());
    return MethodSpec.methodBuilder(name(plan))
        .addJavadoc(javadoc(plan).toCode())
        .addModifiers(Modifier.PUBLIC)
        .addParameters(parameters)
        .returns(optional(result))
        .addStatement(
            "return $L.find($L, $L.$L($L)).map($T::read)",
            new GuardExpressions(context, entity).guards(),
            names.field("client"),
            names.field("requests"),
            name(plan),
            Signatures.arguments(parameters),
            result.codec())
        .build();
  }

  /** {@code public void startConversation(Conversation mine, …)}. */
  private MethodSpec transaction(Plan.Transaction plan) {
    List<ParameterSpec> parameters = parameters(plan);
    LocalNames names = new LocalNames(parameters);
    String members = names.variable("members");
    String failure = names.variable("e");
    CodeBlock arguments = Signatures.arguments(parameters);
    if (TransactionRequests.needTime(plan)) {
      arguments = CodeBlock.of("$L, $L", arguments, Stamps.reading(names));
    }
    JavadocText text = javadoc(plan);
    if (!plan.pattern().ties().isEmpty()) {
      text.exception(
          ClassName.get(IllegalArgumentException.class), "if the members do not belong together");
    }
    text.exception(
        context.support().transactionFailedException(),
        "if a member is not as it has to be; nothing is written then");
    return MethodSpec.methodBuilder(name(plan))
        .addJavadoc(text.toCode())
        .addModifiers(Modifier.PUBLIC)
        .addParameters(parameters)
        .addStatement(
            "$T $L =$W$L.$L($L)",
            context.support().transactionMembers(),
            members,
            names.field("requests"),
            TransactionRequests.membersName(plan),
            arguments)
        .beginControlFlow("try")
        .addStatement("$L.transactWriteItems($L.request())", names.field("client"), members)
        .nextControlFlow("catch ($T $L)", Sdk.TRANSACTION_CANCELED, failure)
        .addStatement("throw $L.failure($S, $L)", members, label(plan), failure)
        .endControlFlow()
        .build();
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
