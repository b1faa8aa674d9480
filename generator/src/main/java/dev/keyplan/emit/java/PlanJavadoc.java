package dev.keyplan.emit.java;

import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.FanOut;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.PlanText;
import dev.keyplan.plan.WriteAction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a plan does, as Javadoc: its keys and conditions as code. */
final class PlanJavadoc {
  private PlanJavadoc() {}

  static String of(Plan plan) {
    String text = JavaNames.capitalised(PlanText.of(plan));
    StringBuilder javadoc = new StringBuilder();
    int start = 0;
    for (String code : code(plan)) {
      int found = text.indexOf(code, start);
      javadoc.append(JavadocText.escape(text.substring(start, found)));
      javadoc.append(JavadocText.code(code));
      start = found + code.length();
    }
    return javadoc.append(JavadocText.escape(text.substring(start))).append('.').toString();
  }

  /** What is code in the text of the plan, in its order. */
  private static List<String> code(Plan plan) {
    return Stream.concat(conditions(plan), PlanText.expired(plan).stream()).toList();
  }

  private static Stream<String> conditions(Plan plan) {
    if (plan instanceof Plan.Query query) {
      return Stream.of(
              Optional.of(PlanText.of(query.condition())),
              query.condition().fanOut().flatMap(FanOut::buckets).map(FanOut.Buckets::text),
              query.filter().map(PlanText::of))
          .flatMap(Optional::stream);
    }
    if (plan instanceof Plan.Scan scan) {
      return Stream.concat(
          Stream.of(PlanText.recognition(scan)).filter(text -> !text.isEmpty()),
          scan.filter().map(PlanText::of).stream());
    }
    if (plan instanceof Plan.GetItem get) {
      return Stream.of(PlanText.key(get));
    }
    if (plan instanceof Plan.BatchGetItem batch) {
      return batch.isGivenKeys() ? Stream.empty() : Stream.of(PlanText.key(batch));
    }
    if (plan instanceof Plan.TransactionGet get) {
      return get.pattern().members().stream()
          .flatMap(member -> PlanText.expired(get.pattern(), member).stream());
    }
    if (plan instanceof Plan.Write write) {
      Stream<String> key =
          write.pattern().write().key().isEmpty() ? Stream.empty() : Stream.of(PlanText.key(write));
      return Stream.concat(key, condition(write.action()));
    }
    if (plan instanceof Plan.Transaction transaction) {
      return transaction.members().stream()
          .flatMap(
              member -> {
                Stream<String> key =
                    member.key().isEmpty() ? Stream.empty() : Stream.of(PlanText.key(member));
                return Stream.concat(key, condition(member.action()));
              });
    }
    return Stream.empty();
  }

  private static Stream<String> condition(WriteAction action) {
    return action.condition().map(PlanText::of).stream();
  }
}
