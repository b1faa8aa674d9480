package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.CLAUSE_MISSING;
import static dev.keyplan.resolve.ResolutionError.REMOVE_REQUIRED;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Condition;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Operand;
import dev.keyplan.model.Write;
import dev.keyplan.syntax.Clause;
import dev.keyplan.syntax.Operation;
import dev.keyplan.syntax.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves one write, alone or in a transaction. */
final class WriteResolver {
  private final Operation.Single operation;
  private final Entity entity;
  private final AttributeScope attributes;
  private final Parameters parameters;
  private final Reporter reporter;

  WriteResolver(
      Operation.Single operation, Entity entity, Parameters parameters, Reporter reporter) {
    this.operation = operation;
    this.entity = entity;
    this.attributes = AttributeScope.of(entity);
    this.parameters = parameters;
    this.reporter = reporter;
  }

  Write resolve(Clauses clauses) {
    Optional<Clause.Set> set = clauses.get(Clause.Set.class);
    Optional<Clause.Remove> remove = clauses.get(Clause.Remove.class);
    Write.Verb verb = verb();
    if (verb == Write.Verb.PUT && !entity.uniques().isEmpty()) {
      reporter.report(UniqueResolver.putNotKept(operation.verbSpan()));
    }
    clauses
        .get(Clause.Where.class)
        .ifPresent(
            where ->
                reporter.report(
                    Unsupported.at(
                        where.span(),
                        "`where` in a write",
                        "leave it out: the primary key is a parameter")));
    List<Write.Assignment> assignments = set.map(this::assignments).orElse(List.of());
    List<Attribute> removed = remove.map(this::removed).orElse(List.of());
    boolean changesNothing =
        set.isEmpty()
            && remove.isEmpty()
            && clauses.get(Clause.Add.class).isEmpty()
            && clauses.get(Clause.Append.class).isEmpty();
    if (changesNothing && (verb == Write.Verb.UPDATE || verb == Write.Verb.MOVE)) {
      reporter.report(
          CLAUSE_MISSING
              .at(
                  operation.verbSpan(),
                  "`%s` does not say what changes".formatted(operation.verb().word()))
              .withHint("`set attribute = :value`"));
    }
    Optional<Condition> condition =
        clauses
            .get(Clause.If.class)
            .flatMap(
                clause ->
                    new ConditionResolver(attributes, parameters, reporter)
                        .resolve(clause.condition()));
    return new Write(verb, entity, assignments, removed, condition, operation.verbSpan());
  }

  private Write.Verb verb() {
    return switch (operation.verb()) {
      case CREATE -> Write.Verb.CREATE;
      case PUT -> Write.Verb.PUT;
      case UPDATE -> Write.Verb.UPDATE;
      case MOVE -> Write.Verb.MOVE;
      case DELETE -> Write.Verb.DELETE;
      case CHECK -> Write.Verb.CHECK;
      case GET, QUERY, SCAN, COUNT ->
          throw new IllegalArgumentException("No write: " + operation.verb());
    };
  }

  private List<Write.Assignment> assignments(Clause.Set set) {
    OperandResolver operands = new OperandResolver(attributes, parameters, reporter);
    List<Write.Assignment> assignments = new ArrayList<>();
    for (Clause.Assignment assignment : set.assignments()) {
      Optional<Attribute> attribute = attributes.find(assignment.attribute(), reporter);
      if (attribute.isEmpty()
          || !MaintainedAttributes.mayBeWritten(
              attribute.get(), assignment.attribute().span(), reporter)) {
        continue;
      }
      Optional<Operand> value =
          assignment.value().isPresent()
              ? operands.resolve(assignment.value().get(), attribute.get())
              : Optional.of(operands.bare(attribute.get(), assignment.attribute()));
      value.ifPresent(
          v -> assignments.add(new Write.Assignment(attribute.get(), v, assignment.span())));
    }
    return assignments;
  }

  private List<Attribute> removed(Clause.Remove remove) {
    List<Attribute> removed = new ArrayList<>();
    for (Path path : remove.attributes()) {
      attributes
          .find(path, reporter)
          .filter(attribute -> checkOptional(attribute, path))
          .ifPresent(removed::add);
    }
    return removed;
  }

  private boolean checkOptional(Attribute attribute, Path path) {
    if (!attribute.mayBeAbsent()) {
      reporter.report(
          REMOVE_REQUIRED
              .at(
                  path.span(),
                  "every `%s` has `%s`".formatted(entity.name().name(), attribute.name()))
              .withRelated(attribute.span(), "declared without `?`")
              .withHint(
                  "only optional attributes can be removed: `%s : %s?`"
                      .formatted(attribute.name(), attribute.type().text())));
    }
    return attribute.mayBeAbsent();
  }
}
