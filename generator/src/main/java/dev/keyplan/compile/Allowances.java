package dev.keyplan.compile;

import dev.keyplan.check.Rule;
import dev.keyplan.check.Rules;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.DidYouMean;
import dev.keyplan.diagnostic.Severity;
import dev.keyplan.parser.ModelParser;
import dev.keyplan.resolve.ResolutionError;
import dev.keyplan.syntax.Allowance;
import dev.keyplan.syntax.ModelFile;
import dev.keyplan.syntax.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes the warnings away that a comment answers, and looks after the comments: one that answers
 * nothing would hide the next mistake, and one without a reason answers nobody's question.
 */
final class Allowances {
  private static final Set<String> WARNINGS =
      Stream.concat(ids(Severity.WARNING), ModelParser.WARNINGS.stream())
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> ERRORS =
      Stream.concat(
              ids(Severity.ERROR),
              Arrays.stream(ResolutionError.values()).map(ResolutionError::name))
          .collect(Collectors.toUnmodifiableSet());

  private final List<Allowance> allowances;
  private final Set<Allowance> used = new HashSet<>();

  private Allowances(List<ModelFile> files) {
    this.allowances = files.stream().flatMap(file -> file.allowances().stream()).toList();
  }

  /** What is left to say about files, with what there is to say about their allowances. */
  static List<Diagnostic> applied(List<ModelFile> files, List<Diagnostic> diagnostics) {
    return new Allowances(files).applied(diagnostics);
  }

  private List<Diagnostic> applied(List<Diagnostic> diagnostics) {
    List<Diagnostic> left = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      List<Allowance> answers =
          diagnostic.isError()
              ? List.of()
              : allowances.stream().filter(a -> isAbout(a, diagnostic)).toList();
      used.addAll(answers);
      if (answers.isEmpty()) {
        left.add(diagnostic);
      }
    }
    // Where errors are, some rules had nothing to look at.
    boolean isComplete = diagnostics.stream().noneMatch(Diagnostic::isError);
    allowances.forEach(allowance -> check(allowance, isComplete, left));
    return left;
  }

  private static boolean isAbout(Allowance allowance, Diagnostic diagnostic) {
    return allowance.rule().text().equals(diagnostic.id())
        && allowance.subject().filter(subject -> contains(subject, diagnostic)).isPresent();
  }

  private static boolean contains(Node subject, Diagnostic diagnostic) {
    int start = diagnostic.span().start();
    return subject.span().file().equals(diagnostic.span().file())
        && subject.span().start() <= start
        && start < subject.span().end();
  }

  private void check(Allowance allowance, boolean isComplete, List<Diagnostic> found) {
    String rule = allowance.rule().text();
    if (ERRORS.contains(rule)) {
      found.add(
          about(allowance, "ALLOWANCE_OF_ERROR", "`%s` is an error, and no comment silences those")
              .withHint("mend what is reported, and remove the comment"));
    } else if (!WARNINGS.contains(rule)) {
      Diagnostic unknown = about(allowance, "ALLOWANCE_UNKNOWN", "there is no warning `%s`");
      found.add(
          DidYouMean.suggestion(rule, WARNINGS)
              .map(candidate -> unknown.withHint("did you mean `" + candidate + "`?"))
              .orElse(unknown));
    } else if (used.contains(allowance)) {
      checkReason(allowance, found);
    } else if (isComplete) {
      found.add(unused(allowance));
    }
  }

  private static void checkReason(Allowance allowance, List<Diagnostic> found) {
    if (allowance.reason().isEmpty()) {
      found.add(
          about(allowance, "ALLOWANCE_WITHOUT_REASON", "why `%s` is allowed here is not said")
              .withHint(
                  "`// keyplan:allow %s` and why it is right as it is"
                      .formatted(allowance.rule().text())));
    }
  }

  private static Diagnostic unused(Allowance allowance) {
    Diagnostic unused = about(allowance, "ALLOWANCE_UNUSED", "nothing here is reported as `%s`");
    return allowance.subject().isPresent()
        ? unused.withHint("remove the comment")
        : unused
            .withLabel("stands beside nothing")
            .withHint(
                "it belongs on the line above a declaration, a member or a clause, or behind one");
  }

  private static Diagnostic about(Allowance allowance, String id, String message) {
    return Diagnostic.warning(
        id, allowance.rule().span(), message.formatted(allowance.rule().text()));
  }

  private static Stream<String> ids(Severity severity) {
    return Rules.all().stream().filter(rule -> rule.severity() == severity).map(Rule::id);
  }
}
