package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.BATCH_WITHOUT_CONDITIONS;
import static dev.keyplan.resolve.ResolutionError.VERB_NOT_ALLOWED;

import dev.keyplan.model.BatchPattern;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Pattern;
import dev.keyplan.model.Write;
import dev.keyplan.syntax.Clause;
import dev.keyplan.syntax.Documentation;
import dev.keyplan.syntax.Operation;
import dev.keyplan.syntax.PatternDeclaration;
import java.util.List;
import java.util.Optional;

/** Resolves {@code put each} and {@code delete each}: what DynamoDB's batches can do. */
final class BatchResolver {
  private final PatternDeclaration declaration;
  private final DefinitionName name;
  private final Reporter reporter;

  BatchResolver(PatternDeclaration declaration, DefinitionName name, Reporter reporter) {
    this.declaration = declaration;
    this.name = name;
    this.reporter = reporter;
  }

  Optional<Pattern> resolve(Operation.Single operation, Entity entity) {
    boolean isPossible =
        switch (operation.verb()) {
          case PUT, DELETE -> checkBlind(operation, entity);
          case CREATE -> reportCreate(operation, entity);
          case UPDATE, MOVE, CHECK, GET, QUERY, SCAN, COUNT -> reportVerb(operation);
        };
    if (!isPossible) {
      return Optional.empty();
    }
    List<Clause> clauses =
        declaration.clauses().stream().filter(clause -> !isCondition(clause)).toList();
    Clauses allowed = Clauses.ofBatch(operation.verb(), clauses, reporter);
    return Optional.of(
        new BatchPattern(
            name,
            declaration.documentation().map(Documentation::text),
            operation.verb() == Operation.Verb.PUT ? Write.Verb.PUT : Write.Verb.DELETE,
            entity,
            WorkloadResolver.resolve(allowed, reporter),
            declaration.name().span()));
  }

  private boolean isCondition(Clause clause) {
    if (clause instanceof Clause.If condition) {
      reporter.report(
          BATCH_WITHOUT_CONDITIONS
              .at(condition.span(), "a batch cannot demand anything")
              .withLabel("DynamoDB's batches write without conditions")
              .withHint("leave out the `if`, or write the items one by one"));
    }
    return clause instanceof Clause.If;
  }

  private boolean checkBlind(Operation.Single operation, Entity entity) {
    Optional<String> asRead = AsRead.reason(entity);
    asRead.ifPresent(
        reason ->
            reporter.report(
                BATCH_WITHOUT_CONDITIONS
                    .at(
                        operation.span(),
                        "`%s` cannot be written in batches".formatted(entity.name().name()))
                    .withLabel("a batch writes without conditions, but " + reason)
                    .withHint(
                        "write the items one by one: `%s %s`"
                            .formatted(operation.verb().word(), entity.name().name()))));
    return asRead.isEmpty();
  }

  private boolean reportCreate(Operation.Single operation, Entity entity) {
    reporter.report(
        BATCH_WITHOUT_CONDITIONS
            .at(operation.verbSpan(), "a batch cannot create")
            .withLabel(
                "that no item has the key is a condition, which DynamoDB's batches do not take")
            .withHint(
                "`put each %s`, which replaces what is there; or `transact { create … }`"
                    .formatted(entity.name().name())));
    return false;
  }

  private boolean reportVerb(Operation.Single operation) {
    reporter.report(
        VERB_NOT_ALLOWED
            .at(operation.verbSpan(), "there is no `%s each`".formatted(operation.verb().word()))
            .withLabel("DynamoDB's batches put and delete")
            .withHint("`%s` the items one by one".formatted(operation.verb().word())));
    return false;
  }
}
