package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.VERB_NOT_ALLOWED;

import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Pattern;
import dev.keyplan.model.ReadTransactionPattern;
import dev.keyplan.model.Returned;
import dev.keyplan.model.TransactionPattern;
import dev.keyplan.model.TransactionPattern.Tie;
import dev.keyplan.model.Write;
import dev.keyplan.syntax.Clause;
import dev.keyplan.syntax.Documentation;
import dev.keyplan.syntax.Operation;
import dev.keyplan.syntax.Operation.Verb;
import dev.keyplan.syntax.PatternDeclaration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves {@code transact} of gets. */
final class ReadTransactionResolver {
  private final EntityFinder entities;
  private final Reporter reporter;
  private final Parameters parameters;

  ReadTransactionResolver(EntityFinder entities, Reporter reporter) {
    this.entities = entities;
    this.reporter = reporter;
    this.parameters = new Parameters(reporter);
  }

  /** Whether a transaction gets items: what else stands in it is a mistake then, or the get is. */
  static boolean isFor(Operation.Transaction transaction) {
    return !transaction.members().isEmpty()
        && transaction.members().stream().allMatch(m -> m.operation().verb() == Verb.GET);
  }

  /** Reports the gets among writes. */
  static void reportGets(Operation.Transaction transaction, Reporter reporter) {
    transaction.members().stream()
        .map(Operation.Member::operation)
        .filter(operation -> operation.verb() == Verb.GET)
        .findFirst()
        .ifPresent(
            get ->
                reporter.report(
                    VERB_NOT_ALLOWED
                        .at(get.verbSpan(), "a transaction reads or writes, and this one writes")
                        .withHint(
                            "`check` demands something of an item that is not written; what is to"
                                + " be read is a pattern of its own")));
  }

  Optional<Pattern> resolve(
      PatternDeclaration declaration, DefinitionName name, Operation.Transaction transaction) {
    Map<String, Optional<ReadTransactionPattern.Member>> members =
        new MemberNames(reporter).byName(transaction, this::member);
    Clauses clauses = Clauses.ofReadTransaction(declaration.clauses(), reporter);
    List<Tie> ties =
        clauses
            .get(Clause.Where.class)
            .map(where -> new TieResolver(tied(members), reporter).resolve(where.condition()))
            .orElse(List.of());
    List<ReadTransactionPattern.Member> found =
        members.values().stream().flatMap(Optional::stream).toList();
    return Optional.of(
        new ReadTransactionPattern(
            name,
            declaration.documentation().map(Documentation::text),
            found,
            ties,
            new ExpiredResolver(reporter)
                .resolve(
                    clauses, found.stream().map(ReadTransactionPattern.Member::entity).toList()),
            parameters.all(),
            WorkloadResolver.resolve(clauses, reporter),
            declaration.name().span()));
  }

  private Optional<ReadTransactionPattern.Member> member(Operation.Member member) {
    Optional<Entity> entity = entities.find(member.operation());
    Clauses clauses = Clauses.ofMember(Verb.GET, member.clauses(), reporter);
    return entity.map(
        e ->
            new ReadTransactionPattern.Member(
                MemberNames.of(member),
                e,
                clauses
                    .get(Clause.Where.class)
                    .map(where -> new WriteKeyResolver(e, parameters, reporter).resolve(where))
                    .orElse(Map.of()),
                MemberNames.span(member)));
  }

  /** Of an item that is to be read, as of one that is checked, nothing but the key is known. */
  private static Map<String, Optional<TransactionPattern.Member>> tied(
      Map<String, Optional<ReadTransactionPattern.Member>> members) {
    Map<String, Optional<TransactionPattern.Member>> tied = new LinkedHashMap<>();
    members.forEach((name, member) -> tied.put(name, member.map(ReadTransactionResolver::checked)));
    return tied;
  }

  private static TransactionPattern.Member checked(ReadTransactionPattern.Member member) {
    Write check =
        new Write(
            Write.Verb.CHECK,
            member.entity(),
            member.key(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Returned.NONE,
            member.span());
    return new TransactionPattern.Member(member.name(), check, member.span());
  }
}
