package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.ATTRIBUTE_TWICE;
import static dev.keyplan.resolve.ResolutionError.OPERATOR_NOT_ALLOWED;

import dev.keyplan.model.Comparator;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Pattern;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.Restriction;
import dev.keyplan.model.Selection;
import dev.keyplan.syntax.Clause;
import dev.keyplan.syntax.Condition;
import dev.keyplan.syntax.Condition.Infix;
import dev.keyplan.syntax.Documentation;
import dev.keyplan.syntax.Node;
import dev.keyplan.syntax.Operation;
import dev.keyplan.syntax.Operation.Verb;
import dev.keyplan.syntax.PatternDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Resolves the {@code get} of many items: {@code get each Order}, which is given their keys, and
 * {@code get Order where customerId and id in :ids}, which makes them of a list and of values.
 */
final class BatchGetResolver {
  private final EntityFinder entities;
  private final Reporter reporter;

  BatchGetResolver(EntityFinder entities, Reporter reporter) {
    this.entities = entities;
    this.reporter = reporter;
  }

  /** Whether a read is one of those. */
  static boolean isFor(Operation.Single operation, List<Clause> clauses) {
    return operation.verb() == Verb.GET
        && (operation.isEach()
            || clauses.stream()
                .filter(Clause.Where.class::isInstance)
                .flatMap(where -> Terms.of(((Clause.Where) where).condition()).stream())
                .anyMatch(BatchGetResolver::isList));
  }

  private static boolean isList(Condition term) {
    return term instanceof Infix infix && infix.function().text().equals("in");
  }

  Optional<Pattern> resolve(
      PatternDeclaration declaration, DefinitionName name, Operation.Single operation) {
    Optional<Entity> entity = entities.find(operation);
    if (entity.isEmpty()) {
      return Optional.empty();
    }
    Clauses clauses = Clauses.ofBatchGet(operation.isEach(), declaration.clauses(), reporter);
    AttributeScope attributes = AttributeScope.of(entity.get());
    Parameters parameters = new Parameters(reporter);
    List<Restriction> restrictions =
        clauses
            .get(Clause.Where.class)
            .map(where -> restrictions(Terms.of(where.condition()), attributes, parameters))
            .orElse(List.of());
    Optional<Selection> selection =
        clauses
            .get(Clause.Select.class)
            .flatMap(
                s -> new SelectionResolver(attributes, reporter).resolve(s, declaration.name()));
    return Optional.of(
        new ReadPattern(
            name,
            declaration.documentation().map(Documentation::text),
            ReadPattern.Verb.BATCH_GET,
            List.of(entity.get()),
            Optional.empty(),
            restrictions,
            Optional.empty(),
            Optional.empty(),
            selection,
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            clauses.get(Clause.Consistent.class).map(Node::span),
            Optional.empty(),
            new ExpiredResolver(reporter).resolve(clauses, List.of(entity.get())),
            parameters.all(),
            WorkloadResolver.resolve(clauses, reporter),
            declaration.name().span()));
  }

  /** The list is an equality, too: with one of its values. */
  private List<Restriction> restrictions(
      List<Condition> terms, AttributeScope attributes, Parameters parameters) {
    List<Restriction> restrictions =
        new ArrayList<>(
            new WhereResolver(attributes, parameters, reporter)
                .resolve(terms.stream().filter(term -> !isList(term)).toList()));
    boolean hasList = false;
    for (Condition term : terms) {
      if (!isList(term)) {
        continue;
      }
      if (hasList) {
        reporter.report(
            OPERATOR_NOT_ALLOWED
                .at(((Infix) term).function().span(), "one attribute of the key comes from a list")
                .withHint("bind the others by `=`, or use `get each`, which is given whole keys"));
        continue;
      }
      hasList = true;
      listed((Infix) term, attributes, parameters)
          .filter(listed -> checkOnce(listed, restrictions))
          .ifPresent(restrictions::add);
    }
    return restrictions;
  }

  private Optional<Restriction> listed(
      Infix term, AttributeScope attributes, Parameters parameters) {
    return new FunctionResolver(attributes, parameters, reporter)
        .in(term)
        .map(condition -> (dev.keyplan.model.Condition.In) condition)
        .map(
            in -> new Restriction(in.attribute(), Comparator.EQUAL, List.of(in.list()), in.span()));
  }

  private boolean checkOnce(Restriction listed, List<Restriction> others) {
    Optional<Restriction> first =
        others.stream().filter(r -> r.attribute().equals(listed.attribute())).findFirst();
    first.ifPresent(
        other ->
            reporter.report(
                ATTRIBUTE_TWICE
                    .at(
                        listed.span(),
                        "`where` restricts `%s` twice".formatted(listed.attribute().name()))
                    .withLabel("again here")
                    .withRelated(other.span(), "first here")));
    return first.isEmpty();
  }
}
