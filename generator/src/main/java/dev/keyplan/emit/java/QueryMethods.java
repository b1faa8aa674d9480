package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.plan.Expiry;
import dev.keyplan.plan.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes the methods of queries, scans and counts. */
final class QueryMethods extends PatternCode {
  private final ClientStyle style;
  private final Unexpired unexpired;

  QueryMethods(JavaContext context, Entity entity, ClientStyle style) {
    super(context, entity);
    this.style = style;
    this.unexpired = new Unexpired(context.support());
  }

  /** {@code public Query<Message> messages(UUID groupId)}, or its only result. */
  MethodSpec query(Plan.Query plan) {
    ResultTypes result = ResultTypes.of(plan.pattern());
    boolean isChained = plan.isSingle() || plan.limit().isPresent() || isUnselective(plan);
    boolean isOfSeveral = plan.condition().fanOut().isPresent();
    ClassName type = isOfSeveral ? style.queries() : style.query();
    LocalNames names = new LocalNames(parameters(plan));
    // The request and what is looked at when it is answered are of one time.
    boolean isTimedTwice = TimeOfCall.isIn(plan) && Expiry.afterReading(plan).isPresent();
    CodeBlock now = isTimedTwice ? CodeBlock.of(names.variable("now")) : Stamps.reading(names);
    CodeBlock query = lazy(plan, type, between(plan, now), isChained, plan.limit(), now);
    JavadocText text = javadoc(plan);
    FanOutRequests.sending(plan).ifPresent(text::paragraph);
    if (plan.filter().isPresent() || Expiry.afterReading(plan).isPresent()) {
      text.paragraph(
          (plan.filter().isPresent() ? "The filter discards what" : "What is discarded")
              + " was read, and paid for: a page may be short, or empty.");
    }
    if (plan.isFetchedByKey()) {
      text.paragraph(
          "The items are as they are in the table now; one that is gone by then is left out.");
    }
    MethodSpec.Builder method = method(plan);
    if (isTimedTwice) {
      method.addStatement("$T $L = $L", Instant.class, now, Stamps.reading(names));
    }
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
  MethodSpec scan(Plan.Scan plan) {
    ClassName scan = style.scan();
    CodeBlock now = Stamps.reading(new LocalNames(parameters(plan)));
    return method(plan)
        .addJavadoc(
            javadoc(plan)
                .paragraph(
                    "It reads all that is there, and pays for it, also for what it discards: a"
                        + " page may be short, or empty.")
                .toCode())
        .returns(ParameterizedTypeName.get(scan, ResultTypes.of(plan.pattern()).type()))
        .addStatement(
            "return $L",
            lazy(
                plan,
                scan,
                CodeBlock.of(""),
                plan.limit().isPresent() || isUnselective(plan),
                plan.limit(),
                now))
        .build();
  }

  /** How index entries become items, or several queries one sequence. */
  private CodeBlock between(Plan.Query plan, CodeBlock now) {
    if (plan.condition().fanOut().isPresent()) {
      return CodeBlock.of("\n$L,", FanOutRequests.merge(plan, context.support()));
    }
    return plan.isFetchedByKey()
        ? CodeBlock.of("\n$L::items,", unexpired.batch(Expiry.afterReading(plan), now))
        : CodeBlock.of("");
  }

  /** {@code new Query<>(client, "Message.messages", requests.messages(groupId), …)}. */
  private CodeBlock lazy(
      Plan plan,
      ClassName type,
      CodeBlock between,
      boolean isChained,
      OptionalInt limit,
      CodeBlock now) {
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
                arguments(plan, now),
                between,
                ResultTypes.of((ReadPattern) plan.pattern()).codec(),
                isWanted(plan, now),
                names.field("table"),
                concurrency(plan, names));
    if (isUnselective(plan)) {
      read.add("\n.unselective()");
    }
    limit.ifPresent(most -> read.add("\n.limit($L)", most));
    return read.build();
  }

  /** Whether it has a filter, but hardly discards anything: a request does not tell. */
  private static boolean isUnselective(Plan plan) {
    if (plan instanceof Plan.Query query) {
      return query.filter().isPresent() && !query.isSelective() && !query.isSingle();
    }
    return plan instanceof Plan.Scan scan && scan.filter().isPresent() && !scan.isSelective();
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

  /**
   * {@code OrderDetailCodec::isKnown,}, where what is found may be of several entities, or may have
   * expired. What is fetched by its key is looked at then.
   */
  private CodeBlock isWanted(Plan plan, CodeBlock now) {
    ReadPattern pattern = (ReadPattern) plan.pattern();
    boolean isFetched = plan instanceof Plan.Query query && query.isFetchedByKey();
    Optional<CodeBlock> isAlive =
        Expiry.afterReading(plan).filter(e -> !isFetched).map(e -> unexpired.test(e, now));
    Optional<CodeBlock> isKnown =
        pattern.collection().map(c -> CodeBlock.of("$T::isKnown", ResultTypes.of(pattern).codec()));
    if (isAlive.isPresent() && isKnown.isPresent()) {
      return CodeBlock.of("\n$L.and($L),", isAlive.get(), isKnown.get());
    }
    return isAlive
        .or(() -> isKnown)
        .map(test -> CodeBlock.of("\n$L,", test))
        .orElse(CodeBlock.of(""));
  }

  /** How to count: only a limit makes a difference between filters, as it does of a query. */
  private static String counting(Plan.Query plan) {
    boolean isUnselective = plan.limit().isPresent() && plan.isCountOnly() && isUnselective(plan);
    return isUnselective ? "ofUnselective" : "of";
  }

  /** {@code public long messagesOf(UUID groupId)}. */
  MethodSpec count(Plan.Query plan) {
    LocalNames names = new LocalNames(parameters(plan));
    boolean isTimedTwice = TimeOfCall.isIn(plan) && !plan.isCountOnly();
    CodeBlock now = isTimedTwice ? CodeBlock.of(names.variable("now")) : Stamps.reading(names);
    CodeBlock.Builder arguments =
        CodeBlock.builder()
            .add(
                "$L, $L.$L($L)",
                names.field("client"),
                names.field("requests"),
                name(plan),
                arguments(plan, now));
    Expiry.afterReading(plan).ifPresent(e -> arguments.add(", $L", unexpired.test(e, now)));
    if (plan.limit().isPresent()) {
      arguments.add(", $L", plan.limit().getAsInt());
    } else if (plan.condition().fanOut().isPresent()) {
      arguments.add(", $L.concurrency()", names.field("table"));
    }
    JavadocText text = javadoc(plan);
    FanOutRequests.sending(plan).ifPresent(text::paragraph);
    MethodSpec.Builder method = method(plan);
    if (isTimedTwice) {
      method.addStatement("$T $L = $L", Instant.class, now, Stamps.reading(names));
    }
    return method
        .addJavadoc(
            text.paragraph("All that is counted is read, page after page, and paid for.").toCode())
        .returns(style.returned(TypeName.LONG))
        .addStatement("return $T.$L($L)", style.count(), counting(plan), arguments.build())
        .build();
  }
}
