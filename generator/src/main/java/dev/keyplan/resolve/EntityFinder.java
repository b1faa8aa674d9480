package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.ENTITY_COUNT;
import static dev.keyplan.resolve.ResolutionError.NAME_UNKNOWN;

import dev.keyplan.model.Entity;
import dev.keyplan.resolve.Scope.Space;
import dev.keyplan.resolve.Scope.Symbol;
import dev.keyplan.syntax.EntityDeclaration;
import dev.keyplan.syntax.Operation;
import dev.keyplan.syntax.QualifiedName;
import java.util.Optional;

/** Finds the entity that an operation of a pattern names. */
final class EntityFinder {
  private final Scope scope;
  private final Scopes scopes;
  private final Definitions definitions;
  private final Reporter reporter;

  EntityFinder(Scope scope, Scopes scopes, Definitions definitions, Reporter reporter) {
    this.scope = scope;
    this.scopes = scopes;
    this.definitions = definitions;
    this.reporter = reporter;
  }

  /** The one entity of the operation; empty, with a report or an unsound reporter, if none. */
  Optional<Entity> find(Operation.Single operation) {
    if (operation.entities().size() != 1) {
      reporter.report(
          ENTITY_COUNT
              .at(operation.span(), "`%s` takes one entity".formatted(operation.verb().word()))
              .withHint("several writes at once are a `transact { … }`"));
      return Optional.empty();
    }
    QualifiedName name = operation.entities().get(0);
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
}
