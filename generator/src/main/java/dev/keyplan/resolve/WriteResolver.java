package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.CLAUSE_MISSING;
import static dev.keyplan.resolve.ResolutionError.CLAUSE_NOT_ALLOWED;
import static dev.keyplan.resolve.ResolutionError.OPERAND_INVALID;
import static dev.keyplan.resolve.ResolutionError.WORD_UNKNOWN;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Change;
import dev.keyplan.model.Condition;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Operand;
import dev.keyplan.model.Returned;
import dev.keyplan.model.Write;
import dev.keyplan.syntax.Clause;
import dev.keyplan.syntax.Name;
import dev.keyplan.syntax.Operation;
import java.util.List;
import java.util.Map;
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
    Write.Verb verb = verb();
    if (verb == Write.Verb.PUT && !entity.uniques().isEmpty()) {
      reporter.report(UniqueResolver.notKept("put", operation.verbSpan()));
    }
    Optional<Clause.Where> where = clauses.get(Clause.Where.class);
    Map<String, Operand> key =
        where
            .map(w -> new WriteKeyResolver(entity, parameters, reporter).resolve(w))
            .orElse(Map.of());
    ChangeResolver changes = new ChangeResolver(entity, attributes, parameters, reporter);
    changes.resolve(clauses);
    if (verb == Write.Verb.UPDATE || verb == Write.Verb.MOVE) {
      checkChangesSomething(clauses);
    }
    Optional<Condition> condition =
        clauses
            .get(Clause.If.class)
            .flatMap(
                clause ->
                    new ConditionResolver(attributes, parameters, reporter)
                        .resolve(clause.condition()));
    if (verb == Write.Verb.MOVE) {
      changes.changes().forEach(this::refuseInMove);
    } else {
      refuseBesideGuards(changes);
    }
    Write write =
        new Write(
            verb,
            entity,
            key,
            changes.assignments(),
            changes.removed(),
            changes.changes(),
            condition,
            returned(verb, clauses),
            operation.verbSpan());
    where.filter(w -> write.isGivenItem()).ifPresent(this::refuseBesideItem);
    return write;
  }

  private void checkChangesSomething(Clauses clauses) {
    if (clauses.get(Clause.Set.class).isEmpty()
        && clauses.get(Clause.Remove.class).isEmpty()
        && clauses.get(Clause.Add.class).isEmpty()
        && clauses.get(Clause.Append.class).isEmpty()) {
      reporter.report(
          CLAUSE_MISSING
              .at(
                  operation.verbSpan(),
                  "`%s` does not say what changes".formatted(operation.verb().word()))
              .withHint("`set attribute = :value`"));
    }
  }

  /** What is demanded as it was read has its key in itself. */
  private void refuseBesideItem(Clause.Where where) {
    reporter.report(
        CLAUSE_NOT_ALLOWED
            .at(
                where.span(),
                "`%s` is given as it was read, and its key with it".formatted(entity.name().name()))
            .withHint("leave it out: the caller has the item"));
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

  /** A move puts the item anew as its caller knows it. */
  private void refuseInMove(Change change) {
    reporter.report(
        OPERAND_INVALID
            .at(change.span(), "a move puts the whole item anew, and DynamoDB calculates nothing")
            .withHint(
                "give the value as a parameter: `set %1$s = :%1$s`"
                    .formatted(change.path().attribute().name())));
  }

  /** Guards are written with the item, so that what they are made of has to be known before. */
  private void refuseBesideGuards(ChangeResolver changes) {
    List<Attribute> guarded = entity.guarded();
    boolean changesGuards =
        changes.assignments().stream().anyMatch(a -> guarded.contains(a.attribute()))
            || changes.removed().stream().anyMatch(guarded::contains);
    for (Change change : changes.changes()) {
      if (changesGuards || guarded.contains(change.path().attribute())) {
        reporter.report(
            OPERAND_INVALID
                .at(
                    change.span(),
                    "an update of a unique value is given the item, and DynamoDB calculates nothing")
                .withLabel("the guard of a value is written with it, so all has to be known")
                .withHint(
                    "give the value as a parameter: `set %1$s = :%1$s`; or leave the pattern out: the"
                            .formatted(change.path().attribute().name())
                        + " repository's `update` knows the item, and calculates"));
      }
    }
  }

  private Returned returned(Write.Verb verb, Clauses clauses) {
    Optional<Clause.Returns> returns = clauses.get(Clause.Returns.class);
    if (returns.isEmpty()) {
      return switch (verb) {
        case CREATE, PUT, UPDATE, MOVE -> Returned.NEW;
        case DELETE -> Returned.ofDelete(entity);
        case CHECK -> Returned.NONE;
      };
    }
    Name state = returns.get().state();
    return switch (state.text()) {
      case "old" -> Returned.OLD;
      case "none" -> Returned.NONE;
      case "new" -> {
        if (verb == Write.Verb.DELETE) {
          reporter.report(
              CLAUSE_NOT_ALLOWED
                  .at(state.span(), "after a `delete` there is no item to return")
                  .withHint(
                      entity.isChangedAsRead()
                          ? "`returns old`, or nothing: the caller has the item"
                          : "`returns old`, which it does without being told, or `returns none`"));
        }
        yield Returned.NEW;
      }
      default -> {
        reporter.report(
            Suggestions.add(
                WORD_UNKNOWN
                    .at(state.span(), "a write does not return `%s`".formatted(state.text()))
                    .withHint("`returns old`, `returns new` or `returns none`"),
                state.text(),
                List.of("old", "new", "none")));
        yield Returned.NONE;
      }
    };
  }
}
