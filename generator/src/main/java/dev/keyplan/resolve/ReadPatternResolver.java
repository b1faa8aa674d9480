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
    Verb verb = operation.verb();
    if (operation.isEach()) {
      reporter.report(
          VERB_NOT_ALLOWED
              .at(operation.verbSpan(), "`%s` takes no `each`".formatted(verb.word()))
              .withHint("`get each` reads the items of a collection of keys"));
      return Optional.empty();
    }
    Optional<ReadSubject> subject = entities.subject(operation);
    if (subject.isEmpty()) {
      return Optional.empty();
    }
    AttributeScope keys = subject.get().ofKeys();
    AttributeScope items = subject.get().ofItems();
    Clauses clauses = Clauses.ofPattern(verb, declaration.clauses(), reporter);
    Parameters parameters = new Parameters(reporter);
    Optional<Clause.Where> where = clauses.get(Clause.Where.class);
    if (where.isEmpty()
        && verb != Verb.SCAN
        && !subject.get().entities().stream().allMatch(entity -> needsNoValue(verb, entity))) {
      reportWithoutWhere(operation, subject.get().entities().get(0));
    }
    List<Restriction> restrictions =
        where
            .map(w -> new WhereResolver(keys, parameters, reporter).resolve(w.condition()))
            .orElse(List.of());
    Optional<Condition> filter =
        clauses
            .get(Clause.Filter.class)
            .flatMap(
                f ->
                    ConditionResolver.ofRead(subject.get(), parameters, reporter)
                        .resolve(f.condition()));
    Optional<Order> order =
        clauses
            .get(Clause.Order.class)
            .flatMap(o -> subject.get().isSeveral() ? wholeKey(o, keys) : Optional.empty())
            .or(() -> clauses.get(Clause.Order.class).flatMap(o -> order(o, keys)));
    Optional<Selection> selection =
        clauses
            .get(Clause.Select.class)
            .flatMap(s -> new SelectionResolver(items, reporter).resolve(s, declaration.name()));
    if (selection.isPresent() && operation.alias().isPresent()) {
      Name alias = operation.alias().get();
      reporter.report(
          CLAUSE_NOT_ALLOWED
              .at(alias.span(), "what is selected has a name of its own")
              .withHint("name it there: `select … as %s`".formatted(alias.text())));
    }
    Table table = subject.get().entities().get(0).table();
    Optional<Via> via = clauses.get(Clause.Via.class).flatMap(v -> via(v, table));
    OptionalInt limit =
        clauses
            .get(Clause.Limit.class)
            .map(l -> Numbers.count(l.count(), "a limit", reporter))
            .orElse(OptionalInt.empty());
    OptionalInt page =
        clauses
            .get(Clause.Page.class)
            .map(p -> Numbers.count(p.size(), "a page size", reporter))
            .orElse(OptionalInt.empty());
    List<String> names =
        Stream.concat(
                restrictions.stream().map(Restriction::attribute),
                order.stream().flatMap(o -> o.attributes().stream()))
            .map(Attribute::name)
            .distinct()
            .toList();
    Optional<ReadSubject.Named> named =
        subject.get().named(names, operation.alias().orElse(declaration.name()), reporter);
    if (named.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ReadPattern(
            name,
            declaration.documentation().map(Documentation::text),
            verb(verb),
            named.get().entities(),
            named.get().collection(),
            restrictions,
            filter,
            order,
            selection,
            via,
            limit,
            page,
            clauses.get(Clause.Consistent.class).map(Node::span),
            clauses.get(Clause.Fetch.class).map(Node::span),
            new ExpiredResolver(reporter).resolve(clauses, named.get().entities()),
            parameters.all(),
            WorkloadResolver.resolve(clauses, reporter),
            declaration.name().span()));
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

  private Optional<Order> order(Clause.Order clause, AttributeScope scope) {
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
