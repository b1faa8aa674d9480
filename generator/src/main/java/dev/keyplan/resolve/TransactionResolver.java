package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.ENTITY_COUNT;
import static dev.keyplan.resolve.ResolutionError.NAME_DUPLICATE;
import static dev.keyplan.resolve.ResolutionError.VERB_NOT_ALLOWED;

import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Pattern;
import dev.keyplan.model.TransactionPattern;
import dev.keyplan.model.TransactionPattern.Member;
import dev.keyplan.model.TransactionPattern.Tie;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.Clause;
import dev.keyplan.syntax.Documentation;
import dev.keyplan.syntax.Name;
import dev.keyplan.syntax.Operation;
import dev.keyplan.syntax.PatternDeclaration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resolves {@code transact}. A member without a name of its own is called as its entity, with a
 * small first letter.
 */
final class TransactionResolver {
  private final EntityFinder entities;
  private final Reporter reporter;
  private final Parameters parameters;

  TransactionResolver(EntityFinder entities, Reporter reporter) {
    this.entities = entities;
    this.reporter = reporter;
    this.parameters = new Parameters(reporter);
  }

  Optional<Pattern> resolve(
      PatternDeclaration declaration, DefinitionName name, Operation.Transaction transaction) {
    if (transaction.members().isEmpty()) {
      reporter.report(ENTITY_COUNT.at(transaction.span(), "a transaction has at least one member"));
    }
    Map<String, Optional<Member>> members = members(transaction);
    Clauses clauses = Clauses.ofTransaction(declaration.clauses(), reporter);
    List<Tie> ties =
        clauses
            .get(Clause.Where.class)
            .map(where -> new TieResolver(members, reporter).resolve(where.condition()))
            .orElse(List.of());
    List<Member> understood = members.values().stream().flatMap(Optional::stream).toList();
    return Optional.of(
        new TransactionPattern(
            name,
            declaration.documentation().map(Documentation::text),
            understood,
            ties,
            parameters.all(),
            WorkloadResolver.resolve(clauses, reporter),
            declaration.name().span()));
  }

  /** The members by name; one that was not understood is known by its name alone. */
  private Map<String, Optional<Member>> members(Operation.Transaction transaction) {
    Map<String, Optional<Member>> members = new LinkedHashMap<>();
    Map<String, Span> names = new HashMap<>();
    for (Operation.Member member : transaction.members()) {
      Optional<Member> resolved = member(member);
      if (member.operation().verb().isRead()) {
        continue;
      }
      String memberName = nameOf(member);
      Span span = member.alias().map(Name::span).orElse(member.operation().span());
      Span first = names.putIfAbsent(memberName, span);
      if (first != null) {
        reporter.report(
            NAME_DUPLICATE
                .at(span, "two members are called `%s`".formatted(memberName))
                .withLabel("again here")
                .withRelated(first, "first here")
                .withHint("name them: `%s as other`".formatted(member.operation().span().text())));
      } else {
        members.put(memberName, resolved);
      }
    }
    return members;
  }

  private static String nameOf(Operation.Member member) {
    if (member.alias().isPresent()) {
      return member.alias().get().text();
    }
    if (member.operation().entities().isEmpty()) {
      return member.operation().verb().word();
    }
    String entity = member.operation().entities().get(0).last().text();
    int first = entity.codePointAt(0);
    return Character.toString(Character.toLowerCase(first))
        + entity.substring(Character.charCount(first));
  }

  private Optional<Member> member(Operation.Member member) {
    Operation.Single operation = member.operation();
    if (operation.verb().isRead()) {
      reporter.report(
          operation.verb() == Operation.Verb.GET
              ? Unsupported.at(
                  operation.verbSpan(), "`get` in a transaction", "state a pattern of its own")
              : VERB_NOT_ALLOWED
                  .at(
                      operation.verbSpan(),
                      "`%s` cannot be part of a transaction".formatted(operation.verb().word()))
                  .withLabel("DynamoDB's transactions know items by their keys"));
      return Optional.empty();
    }
    Optional<Entity> entity = entities.find(operation);
    return entity.map(
        e -> {
          Clauses clauses = Clauses.ofMember(operation.verb(), member.clauses(), reporter);
          Span span = member.alias().map(Name::span).orElse(operation.span());
          return new Member(
              nameOf(member),
              new WriteResolver(operation, e, parameters, reporter).resolve(clauses),
              span);
        });
  }
}
