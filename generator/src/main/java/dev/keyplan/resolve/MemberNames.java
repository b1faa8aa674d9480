package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.NAME_DUPLICATE;

import dev.keyplan.naming.JavaNames;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.Name;
import dev.keyplan.syntax.Operation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The names of a transaction's members. One without a name of its own is called as its entity, with
 * a small first letter.
 */
final class MemberNames {
  private final Reporter reporter;

  MemberNames(Reporter reporter) {
    this.reporter = reporter;
  }

  /** The members by name; one that was not understood is known by its name alone. */
  <M> Map<String, Optional<M>> byName(
      Operation.Transaction transaction, Function<Operation.Member, Optional<M>> resolve) {
    Map<String, Optional<M>> members = new LinkedHashMap<>();
    Map<String, Span> names = new HashMap<>();
    for (Operation.Member member : transaction.members()) {
      Optional<M> resolved = resolve.apply(member);
      String name = of(member);
      Span first = names.putIfAbsent(name, span(member));
      if (first != null) {
        reporter.report(
            NAME_DUPLICATE
                .at(span(member), "two members are called `%s`".formatted(name))
                .withLabel("again here")
                .withRelated(first, "first here")
                .withHint("name them: `%s as other`".formatted(member.operation().span().text())));
      } else {
        members.put(name, resolved);
      }
    }
    return members;
  }

  static String of(Operation.Member member) {
    if (member.alias().isPresent()) {
      return member.alias().get().text();
    }
    if (member.operation().entities().isEmpty()) {
      return member.operation().verb().word();
    }
    return JavaNames.uncapitalised(member.operation().entities().get(0).last().text());
  }

  /** Of the name, or of what it is made of. */
  static Span span(Operation.Member member) {
    return member.alias().map(Name::span).orElse(member.operation().span());
  }
}
