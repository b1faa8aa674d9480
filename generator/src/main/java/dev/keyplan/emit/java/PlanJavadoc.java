package dev.keyplan.emit.java;

import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.FanOut;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.PlanText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a plan does, as Javadoc: its conditions as code. */
final class PlanJavadoc {
  private PlanJavadoc() {}

  static String of(Plan plan) {
    String text = JavaNames.capitalised(PlanText.of(plan));
    StringBuilder javadoc = new StringBuilder();
    int start = 0;
    for (String part : code(plan)) {
      int end = text.indexOf(part, start);
      javadoc.append(JavadocText.escape(text.substring(start, end)));
      javadoc.append(JavadocText.code(part));
      start = end + part.length();
    }
    return javadoc.append(JavadocText.escape(text.substring(start))).append('.').toString();
  }

  /** The parts of the text that are code, in its order. */
  private static List<String> code(Plan plan) {
    List<String> code = new ArrayList<>();
    if (plan instanceof Plan.Query query) {
      code.add(PlanText.of(query.condition()));
      query
          .condition()
          .fanOut()
          .flatMap(FanOut::buckets)
          .map(FanOut.Buckets::text)
          .ifPresent(code::add);
      query.filter().map(PlanText::of).ifPresent(code::add);
    } else if (plan instanceof Plan.Scan scan) {
      Optional.of(PlanText.recognition(scan)).filter(t -> !t.isEmpty()).ifPresent(code::add);
      scan.filter().map(PlanText::of).ifPresent(code::add);
    } else if (plan instanceof Plan.GetItem get) {
      code.add(PlanText.key(get));
    } else if (plan instanceof Plan.BatchGetItem batch && !batch.isGivenKeys()) {
      code.add(PlanText.key(batch));
    } else if (plan instanceof Plan.Write write && !write.pattern().write().key().isEmpty()) {
      code.add(PlanText.key(write));
    } else if (plan instanceof Plan.Transaction transaction) {
      transaction.members().stream()
          .filter(member -> !member.key().isEmpty())
          .map(PlanText::key)
          .forEach(code::add);
    }
    PlanText.expired(plan).ifPresent(code::add);
    return code;
  }
}
