package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.keyplan.model.Attribute;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.FanOut;
import dev.keyplan.plan.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the list of requests of a pattern that takes several queries. */
final class FanOutRequests {
  static final TypeName TYPE =
      ParameterizedTypeName.get(ClassName.get(List.class), Sdk.QUERY_REQUEST);

  private final Plan.Query plan;
  private final FanOut fanOut;
  private final KeyExpressions keys;
  private final SupportTypes support;

  /** The names of the lambda's parameters, by the text of the hole: the bucket first. */
  private final Map<String, String> variables = new LinkedHashMap<>();

  FanOutRequests(Plan.Query plan, KeyExpressions keys, SupportTypes support, LocalNames names) {
    this.plan = plan;
    this.fanOut = plan.condition().fanOut().orElseThrow();
    this.keys = keys;
    this.support = support;
    fanOut
        .buckets()
        .ifPresent(b -> variables.put(b.hole().text(), names.variable(b.unit().word())));
    fanOut.shards().ifPresent(hole -> variables.put(hole.text(), names.variable("shard")));
  }

  /** What writes the key condition of each request. */
  KeyExpressions keys() {
    return keys.with(variables);
  }

  /** {@code FanOut.each(Buckets.months("from", from, "to", to), month -> …)}. */
  CodeBlock list(CodeBlock request) {
    CodeBlock.Builder parts = CodeBlock.builder();
    fanOut.buckets().ifPresent(buckets -> parts.add("$L,\n", buckets(buckets)));
    fanOut.shards().ifPresent(s -> parts.add("$T.all($L),\n", support.shards(), fanOut.merged()));
    String names = String.join(", ", variables.values());
    return CodeBlock.of(
        "$T.each(\n$L$L ->\n$>$>$L)$<$<",
        support.fanOut(),
        parts.build(),
        variables.size() == 1 ? names : "(" + names + ")",
        request);
  }

  private CodeBlock buckets(FanOut.Buckets buckets) {
    Attribute attribute = buckets.hole().attribute();
    CodeBlock all =
        CodeBlock.of(
            "$T.$Ls($S, $L, $S, $L)",
            support.buckets(),
            buckets.unit().word(),
            KeyExpressions.end(buckets.from()),
            keys.operand(attribute, buckets.from()),
            KeyExpressions.end(buckets.to()),
            keys.operand(attribute, buckets.to()));
    return plan.isDescending() == buckets.isReversed()
        ? all
        : CodeBlock.of("$T.descending($L)", support.buckets(), all);
  }

  /** What the documentation says about how they are sent, if there are several. */
  static Optional<String> sending(Plan.Query plan) {
    String allowed = "as many at a time as the table's {@code concurrency} allows";
    return plan.condition()
        .fanOut()
        .map(fanOut -> fanOut.sending(plan, allowed))
        .map(text -> JavaNames.capitalised(text) + ".");
  }

  /** {@code new Merge(16, List.of("sk"), List.of("pk", "sk"))}. */
  static CodeBlock merge(Plan.Query plan, SupportTypes support) {
    int merged = plan.condition().fanOut().orElseThrow().merged();
    List<String> sort =
        merged == 1
            ? List.of()
            : plan.path().key().sort().stream().map(attribute -> attribute.name()).toList();
    return CodeBlock.of(
        "new $T($L, $L, $L)", support.merge(), merged, list(sort), list(startKey(plan)));
  }

  /** What says where a query goes on: the key of the path, and that of the table. */
  static List<String> startKey(Plan.Query plan) {
    return Stream.concat(
            plan.path().table().key().attributes().stream(),
            plan.path().key().attributes().stream())
        .map(attribute -> attribute.name())
        .distinct()
        .toList();
  }

  private static CodeBlock list(List<String> names) {
    return names.stream()
        .map(name -> CodeBlock.of("$S", name))
        .collect(
            Collectors.collectingAndThen(
                CodeBlock.joining(", "), all -> CodeBlock.of("$T.of($L)", List.class, all)));
  }
}
