package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.ATTRIBUTE_TWICE;
import static dev.keyplan.resolve.ResolutionError.CLAUSE_MISSING;
import static dev.keyplan.resolve.ResolutionError.CLAUSE_NOT_ALLOWED;
import static dev.keyplan.resolve.ResolutionError.NAME_UNKNOWN;
import static dev.keyplan.resolve.ResolutionError.VERB_NOT_ALLOWED;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Condition;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Index;
import dev.keyplan.model.IndexMembership;
import dev.keyplan.model.Pattern;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.ReadPattern.Order;
import dev.keyplan.model.ReadPattern.Via;
import dev.keyplan.model.Restriction;
import dev.keyplan.model.Selection;
import dev.keyplan.model.Table;
import dev.keyplan.syntax.Clause;
import dev.keyplan.syntax.Documentation;
import dev.keyplan.syntax.Name;
import dev.keyplan.syntax.Node;
import dev.keyplan.syntax.NumberLiteral;
import dev.keyplan.syntax.Operation;
import dev.keyplan.syntax.Operation.Verb;
import dev.keyplan.syntax.Path;
import dev.keyplan.syntax.PatternDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Resolves {@code get}, {@code query}, {@code scan} and {@code count}. */
final class ReadPatternResolver {
  private final EntityFinder entities;
  private final Reporter reporter;

  ReadPatternResolver(EntityFinder entities, Reporter reporter) {
    this.entities = entities;
    this.reporter = reporter;
  }

  Optional<Pattern> resolve(
      PatternDeclaration declaration, DefinitionName name, Operation.Single operation) {
    if (BatchGetResolver.isFor(operation, declaration.clauses())) {
      return new BatchGetResolver(entities, reporter).resolve(declaration, name, operation);
    }
    if (operation.isEach()) {
      reporter.report(
          VERB_NOT_ALLOWED
              .at(operation.verbSpan(), "`%s` takes no `each`".formatted(operation.verb().word()))
              .withHint("`get each` reads the items of a collection of keys"));
      return Optional.empty();
    }
    return entities
        .subject(operation)
        .flatMap(subject -> resolve(declaration, name, operation, subject));
  }

  private Optional<Pattern> resolve(
      PatternDeclaration declaration,
      DefinitionName name,
      Operation.Single operation,
      ReadSubject subject) {
    Clauses clauses = Clauses.ofPattern(operation.verb(), declaration.clauses(), reporter);
    Parameters parameters = new Parameters(reporter);
    List<Restriction> restrictions = restrictions(operation, clauses, subject, parameters);
    Optional<Condition> filter =
        clauses
            .get(Clause.Filter.class)
            .map(Clause.Filter::condition)
            .flatMap(ConditionResolver.ofRead(subject, parameters, reporter)::resolve);
    Optional<Order> order = clauses.get(Clause.Order.class).flatMap(o -> order(o, subject));
    Optional<Selection> selection =
        clauses
            .get(Clause.Select.class)
            .flatMap(s -> selection(s, subject, declaration, operation));
    Table table = subject.entities().get(0).table();
    Optional<Via> via = clauses.get(Clause.Via.class).flatMap(v -> via(v, table));
    OptionalInt limit = count(clauses.get(Clause.Limit.class).map(Clause.Limit::count), "a limit");
    OptionalInt page = count(clauses.get(Clause.Page.class).map(Clause.Page::size), "a page size");
    Name ofResult = operation.alias().orElse(declaration.name());
    return subject
        .named(named(restrictions, order), ofResult, reporter)
        .map(
            found ->
                new ReadPattern(
                    name,
                    declaration.documentation().map(Documentation::text),
                    verb(operation.verb()),
                    found.entities(),
                    found.collection(),
                    restrictions,
                    filter,
                    order,
                    selection,
                    via,
                    limit,
                    page,
                    clauses.get(Clause.Consistent.class).map(Node::span),
                    clauses.get(Clause.Fetch.class).map(Node::span),
                    new ExpiredResolver(reporter).resolve(clauses, found.entities()),
                    parameters.all(),
                    WorkloadResolver.resolve(clauses, reporter),
                    declaration.name().span()));
  }

  private List<Restriction> restrictions(
      Operation.Single operation, Clauses clauses, ReadSubject subject, Parameters parameters) {
    Verb verb = operation.verb();
    Optional<Clause.Where> where = clauses.get(Clause.Where.class);
    if (where.isEmpty()
        && verb != Verb.SCAN
        && !subject.entities().stream().allMatch(entity -> needsNoValue(verb, entity))) {
      reportWithoutWhere(operation, subject.entities().get(0));
    }
    return where
        .map(w -> new WhereResolver(subject.ofKeys(), parameters, reporter).resolve(w.condition()))
        .orElse(List.of());
  }

  private Optional<Selection> selection(
      Clause.Select clause,
      ReadSubject subject,
      PatternDeclaration declaration,
      Operation.Single operation) {
    Optional<Selection> selection =
        new SelectionResolver(subject.ofItems(), reporter).resolve(clause, declaration.name());
    if (selection.isPresent() && operation.alias().isPresent()) {
      Name alias = operation.alias().get();
      reporter.report(
          CLAUSE_NOT_ALLOWED
              .at(alias.span(), "what is selected has a name of its own")
              .withHint("name it there: `select … as %s`".formatted(alias.text())));
    }
    return selection;
  }

  private OptionalInt count(Optional<NumberLiteral> number, String what) {
    return number.map(n -> Numbers.count(n, what, reporter)).orElse(OptionalInt.empty());
  }

  /** The attributes that a pattern says something of. */
  private static List<String> named(List<Restriction> restrictions, Optional<Order> order) {
    return Stream.concat(
            restrictions.stream().map(Restriction::attribute),
            order.stream().flatMap(o -> o.attributes().stream()))
        .map(Attribute::name)
        .distinct()
        .toList();
  }

  private static ReadPattern.Verb verb(Verb verb) {
    return switch (verb) {
      case GET -> ReadPattern.Verb.GET;
      case QUERY -> ReadPattern.Verb.QUERY;
      case COUNT -> ReadPattern.Verb.COUNT;
      case SCAN -> ReadPattern.Verb.SCAN;
      case CREATE, PUT, UPDATE, MOVE, DELETE, CHECK ->
          throw new IllegalArgumentException("No read: " + verb);
    };
  }

  /** An index, or the table by its own name. */
  private Optional<Via> via(Clause.Via clause, Table table) {
    String name = clause.index().text();
    Optional<Index> index = table.index(name);
    if (index.isPresent() || name.equals(table.name().name())) {
      return Optional.of(new Via(index, clause.index().span()));
    }
    List<String> names = new ArrayList<>(table.indexes().stream().map(Index::name).toList());
    names.add(table.name().name());
    reporter.report(
        Suggestions.add(
            NAME_UNKNOWN.at(
                clause.index().span(),
                "the table `%s` has no index `%s`".formatted(table.name().name(), name)),
            name,
            names));
    return Optional.empty();
  }

  /** Whether a key of an entity, or of all of its items, is made of the model's texts alone. */
  private static boolean needsNoValue(Verb verb, Entity entity) {
    return verb == Verb.GET
        ? entity.key().attributes().isEmpty()
        : Stream.concat(
                Stream.of(entity.key()), entity.indexes().stream().map(IndexMembership::key))
            .flatMap(key -> Stream.of(key.partition()))
            .anyMatch(parts -> parts.stream().allMatch(p -> p.filling().attributes().isEmpty()));
  }

  private void reportWithoutWhere(Operation.Single operation, Entity entity) {
    List<Attribute> attributes =
        operation.verb() == Verb.GET
            ? entity.key().attributes()
            // Of a count, too: it counts what a query returns.
            : entity.key().partition().stream()
                .flatMap(part -> part.filling().attributes().stream())
                .distinct()
                .toList();
    String names = attributes.stream().map(Attribute::name).collect(Collectors.joining(" and "));
    reporter.report(
        CLAUSE_MISSING
            .at(
                operation.verbSpan(),
                "`%s` does not say which items".formatted(operation.verb().word()))
            .withHint(
                names.isEmpty() ? "`where …` names the attributes" : "`where " + names + "`"));
  }

  /** {@code order desc}: the whole sort key, whatever it is made of. */
  private static Optional<Order> wholeKey(Clause.Order clause, AttributeScope scope) {
    if (clause.attributes().size() != 1 || clause.direction().isPresent()) {
      return Optional.empty();
    }
    Path path = clause.attributes().get(0);
    String word = path.first().text();
    return path.isSimple() && (word.equals("desc") || word.equals("asc")) && !scope.contains(word)
        ? Optional.of(new Order(List.of(), word.equals("desc"), clause.span()))
        : Optional.empty();
  }

  private Optional<Order> order(Clause.Order clause, ReadSubject subject) {
    Optional<Order> wholeKey =
        subject.isSeveral() ? wholeKey(clause, subject.ofKeys()) : Optional.empty();
    return wholeKey.or(() -> orderOfAttributes(clause, subject.ofKeys()));
  }

  private Optional<Order> orderOfAttributes(Clause.Order clause, AttributeScope scope) {
    List<Attribute> attributes = new ArrayList<>();
    for (Path path : clause.attributes()) {
      Optional<Attribute> attribute = scope.find(path, reporter);
      if (attribute.isEmpty()) {
        continue;
      }
      if (attributes.contains(attribute.get())) {
        reporter.report(
            ATTRIBUTE_TWICE.at(
                path.span(), "`order` names `%s` twice".formatted(attribute.get().name())));
      }
      attributes.add(attribute.get());
    }
    boolean isDescending =
        clause.direction().filter(direction -> direction.text().equals("desc")).isPresent();
    return attributes.isEmpty()
        ? Optional.empty()
        : Optional.of(new Order(attributes, isDescending, clause.span()));
  }
}
