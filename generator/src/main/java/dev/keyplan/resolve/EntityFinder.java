package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.CLAUSE_NOT_ALLOWED;
import static dev.keyplan.resolve.ResolutionError.COLLECTION_OVER_TABLES;
import static dev.keyplan.resolve.ResolutionError.ENTITY_COUNT;
import static dev.keyplan.resolve.ResolutionError.NAME_DUPLICATE;
import static dev.keyplan.resolve.ResolutionError.NAME_UNKNOWN;
import static dev.keyplan.resolve.ResolutionError.TABLE_UNCLEAR;

import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.resolve.Scope.Space;
import dev.keyplan.resolve.Scope.Symbol;
import dev.keyplan.syntax.EntityDeclaration;
import dev.keyplan.syntax.Operation;
import dev.keyplan.syntax.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the entities that an operation of a pattern names. */
final class EntityFinder {
  private final Scope scope;
  private final Scopes scopes;
  private final Definitions definitions;
  private final TypeResolver types;
  private final Reporter reporter;

  EntityFinder(
      Scope scope, Scopes scopes, Definitions definitions, TypeResolver types, Reporter reporter) {
    this.scope = scope;
    this.scopes = scopes;
    this.definitions = definitions;
    this.types = types;
    this.reporter = reporter;
  }

  /** The one entity of the operation; empty, with a report or an unsound reporter, if none. */
  Optional<Entity> find(Operation.Single operation) {
    if (operation.entities().size() != 1) {
      reporter.report(
          ENTITY_COUNT
              .at(operation.span(), "`%s` takes one entity".formatted(operation.verb().word()))
              .withHint(
                  operation.verb().isRead()
                      ? "`query`, `count` and `scan` take several entities of one table"
                      : "several writes at once are a `transact { … }`"));
      return Optional.empty();
    }
    return find(operation.entities().get(0));
  }

  private Optional<Entity> find(QualifiedName name) {
    Optional<Symbol> symbol = scopes.resolve(Space.TYPES, scope, name, reporter);
    if (symbol.isEmpty()) {
      return Optional.empty();
    }
    if (!(symbol.get().declaration() instanceof EntityDeclaration)) {
      reporter.report(
          NAME_UNKNOWN
              .at(name.span(), "`%s` is no entity".formatted(name.text()))
              .withLabel("patterns read and write entities")
              .withRelated(symbol.get().declaration().name().span(), "declared here"));
      return Optional.empty();
    }
    Optional<Entity> entity = definitions.entity(symbol.get().name());
    if (entity.isEmpty()) {
      reporter.markUnsound();
    }
    return entity;
  }

  /** What a read is about; empty, with a report or an unsound reporter, if it is not clear. */
  Optional<ReadSubject> subject(Operation.Single operation) {
    boolean isEverything = operation.entities().isEmpty();
    if (operation.entities().size() == 1) {
      // Who gives an entity a name calls it so in the clauses, too.
      return refuseAlias(operation, "only a collection of several entities has a name")
          ? Optional.empty()
          : find(operation).map(ReadSubject::of);
    }
    if (operation.verb() == Operation.Verb.GET) {
      // Says that the verb takes one.
      return find(operation).map(ReadSubject::of);
    }
    if (operation.verb() == Operation.Verb.COUNT) {
      refuseAlias(operation, "a count is a number, and makes no type");
      if (isEverything) {
        reporter.report(
            ENTITY_COUNT
                .at(operation.span(), "`count *` would count what no model names")
                .withHint("name the entities: `count Customer, Order`"));
        return Optional.empty();
      }
    }
    List<Entity> entities = isEverything ? inTable(operation) : named(operation);
    return entities.isEmpty()
        ? Optional.empty()
        : Optional.of(ReadSubject.of(new CollectionNames(entities, isEverything, references())));
  }

  References references() {
    return new References(scopes, types);
  }

  private boolean refuseAlias(Operation.Single operation, String reason) {
    operation
        .alias()
        .ifPresent(
            alias ->
                reporter.report(
                    CLAUSE_NOT_ALLOWED
                        .at(alias.span(), reason)
                        .withHint(
                            operation.verb() == Operation.Verb.COUNT
                                ? "leave it out"
                                : "leave `as %1$s` out; `select … as %1$s` names what is selected"
                                    .formatted(alias.text()))));
    return operation.alias().isPresent();
  }

  /** The entities that are named; none if something is wrong with one of them. */
  private List<Entity> named(Operation.Single operation) {
    List<Entity> entities = new ArrayList<>();
    boolean isSound = true;
    for (QualifiedName name : operation.entities()) {
      Optional<Entity> entity = find(name);
      isSound &= entity.isPresent() && isOfOneTable(entity.get(), name, entities, operation);
      entity.ifPresent(entities::add);
    }
    return isSound ? entities : List.of();
  }

  private boolean isOfOneTable(
      Entity entity, QualifiedName name, List<Entity> before, Operation.Single operation) {
    if (before.stream().anyMatch(other -> other.name().equals(entity.name()))) {
      reporter.report(
          NAME_DUPLICATE.at(name.span(), "the pattern names `%s` twice".formatted(name.text())));
      return false;
    }
    if (before.isEmpty() || before.get(0).table().name().equals(entity.table().name())) {
      return true;
    }
    Entity first = before.get(0);
    reporter.report(
        COLLECTION_OVER_TABLES
            .at(
                name.span(),
                "`%s` is not in the table of `%s`"
                    .formatted(entity.name().name(), first.name().name()))
            .withRelated(entity.table().span(), "the table of `%s`".formatted(entity.name().name()))
            .withRelated(first.table().span(), "the table of `%s`".formatted(first.name().name()))
            .withHint(
                "a %s reads one table; state one pattern for each"
                    .formatted(operation.verb().word())));
    return false;
  }

  /**
   * The entities of the table that {@code query *} or {@code scan *} is about, in the order of
   * declaration.
   */
  private List<Entity> inTable(Operation.Single operation) {
    Optional<DefinitionName> table = table(operation);
    if (table.isEmpty()) {
      return List.of();
    }
    List<Entity> entities = new ArrayList<>();
    for (Scope declared : scopes.named()) {
      for (EntityDeclaration declaration : declared.entities().toList()) {
        Optional<Entity> entity = definitions.entity(declared.nameOf(declaration));
        if (entity.isEmpty()) {
          // It may be one of them.
          reporter.markUnsound();
        }
        entity.filter(e -> e.table().name().equals(table.get())).ifPresent(entities::add);
      }
    }
    if (entities.isEmpty() && reporter.isSound()) {
      reporter.report(
          ENTITY_COUNT.at(
              operation.span(), "no entity is in the table `%s`".formatted(table.get().name())));
    }
    return entities;
  }

  private Optional<DefinitionName> table(Operation.Single operation) {
    if (operation.table().isPresent()) {
      return scopes
          .resolve(Space.TABLES, scope, operation.table().get(), reporter)
          .map(Symbol::name);
    }
    List<DefinitionName> tables = scope.tables().map(scope::nameOf).toList();
    if (tables.isEmpty()) {
      tables = scopes.named().stream().flatMap(s -> s.tables().map(s::nameOf)).toList();
    }
    if (tables.size() == 1) {
      return Optional.of(tables.get(0));
    }
    String verb = operation.verb().word();
    String example =
        tables.isEmpty()
            ? "Table"
            : scope.tables().findAny().isPresent()
                ? tables.get(0).name()
                : tables.get(0).toString();
    reporter.report(
        TABLE_UNCLEAR
            .at(operation.span(), "`%s *` does not say of which table".formatted(verb))
            .withLabel("there are %d".formatted(tables.size()))
            .withHint("`%s * in %s`".formatted(verb, example)));
    return Optional.empty();
  }
}
