package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.VERB_NOT_ALLOWED;

import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Pattern;
import dev.keyplan.model.Write;
import dev.keyplan.model.WritePattern;
import dev.keyplan.syntax.Documentation;
import dev.keyplan.syntax.Operation;
import dev.keyplan.syntax.Operation.Verb;
import dev.keyplan.syntax.PatternDeclaration;
import java.util.Optional;

/** Resolves a pattern. */
final class PatternResolver {
  private final PatternDeclaration declaration;
  private final DefinitionName name;
  private final EntityFinder entities;
  private final Reporter reporter;

  PatternResolver(
      PatternDeclaration declaration,
      DefinitionName name,
      EntityFinder entities,
      Reporter reporter) {
    this.declaration = declaration;
    this.name = name;
    this.entities = entities;
    this.reporter = reporter;
  }

  /** The pattern, if all of it was understood. */
  Optional<Pattern> resolve() {
    Optional<Pattern> pattern = declaration.operation().flatMap(this::resolve);
    return pattern.filter(p -> reporter.isSound());
  }

  private Optional<Pattern> resolve(Operation operation) {
    if (operation instanceof Operation.Transaction transaction) {
      if (ReadTransactionResolver.isFor(transaction)) {
        return new ReadTransactionResolver(entities, reporter)
            .resolve(declaration, name, transaction);
      }
      ReadTransactionResolver.reportGets(transaction, reporter);
      return new TransactionResolver(entities, reporter).resolve(declaration, name, transaction);
    }
    Operation.Single single = (Operation.Single) operation;
    return single.verb().isRead()
        ? new ReadPatternResolver(entities, reporter).resolve(declaration, name, single)
        : write(single);
  }

  private Optional<Pattern> write(Operation.Single operation) {
    if (operation.verb() == Verb.CHECK) {
      reporter.report(
          VERB_NOT_ALLOWED
              .at(operation.verbSpan(), "`check` stands only in a transaction")
              .withHint("`transact { check … }`, or `get` the item"));
      return Optional.empty();
    }
    Optional<Entity> entity = entities.find(operation);
    if (entity.isEmpty()) {
      return Optional.empty();
    }
    if (operation.isEach()) {
      return new BatchResolver(declaration, name, reporter).resolve(operation, entity.get());
    }
    Clauses clauses = Clauses.ofPattern(operation.verb(), declaration.clauses(), reporter);
    Parameters parameters = new Parameters(reporter);
    Write write = new WriteResolver(operation, entity.get(), parameters, reporter).resolve(clauses);
    return Optional.of(
        new WritePattern(
            name,
            declaration.documentation().map(Documentation::text),
            write,
            parameters.all(),
            WorkloadResolver.resolve(clauses, reporter),
            declaration.name().span()));
  }
}
