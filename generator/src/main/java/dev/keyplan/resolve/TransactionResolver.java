package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.ENTITY_COUNT;
import static dev.keyplan.resolve.ResolutionError.VERB_NOT_ALLOWED;

import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Pattern;
import dev.keyplan.model.TransactionPattern;
import dev.keyplan.model.TransactionPattern.Member;
import dev.keyplan.model.TransactionPattern.Tie;
import dev.keyplan.syntax.Clause;
import dev.keyplan.syntax.Documentation;
import dev.keyplan.syntax.Operation;
import dev.keyplan.syntax.PatternDeclaration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves {@code transact} of writes. */
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
    Map<String, Optional<Member>> members =
        new MemberNames(reporter).byName(transaction, this::member);
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
            new MemberReferences(entities.references()).between(understood),
            parameters.all(),
            WorkloadResolver.resolve(clauses, reporter),
            declaration.name().span()));
  }

  private Optional<Member> member(Operation.Member member) {
    Operation.Single operation = member.operation();
    if (operation.verb().isRead()) {
      if (operation.verb() == Operation.Verb.GET) {
        // Has been reported once for all of them.
        reporter.markUnsound();
      } else {
        reporter.report(
            VERB_NOT_ALLOWED
                .at(
                    operation.verbSpan(),
                    "`%s` cannot be part of a transaction".formatted(operation.verb().word()))
                .withLabel("DynamoDB's transactions know items by their keys"));
      }
      return Optional.empty();
    }
    if (operation.isEach()) {
      reporter.report(
          VERB_NOT_ALLOWED
              .at(operation.verbSpan(), "`each` cannot be part of a transaction")
              .withLabel("a transaction has at most 100 actions, and a list any number")
              .withHint("state a member for each item, or a pattern `put each` of its own"));
      return Optional.empty();
    }
    Optional<Entity> entity = entities.find(operation);
    return entity.map(
        e -> {
          Clauses clauses = Clauses.ofMember(operation.verb(), member.clauses(), reporter);
          return new Member(
              MemberNames.of(member),
              new WriteResolver(operation, e, parameters, reporter).resolve(clauses),
              MemberNames.span(member));
        });
  }
}
