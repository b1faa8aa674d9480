package dev.keyplan.resolve;

import dev.keyplan.model.DefinitionName;
import dev.keyplan.resolve.Scope.Space;
import dev.keyplan.resolve.Scope.Symbol;
import dev.keyplan.syntax.AttributeDeclaration;
import dev.keyplan.syntax.EntityDeclaration;
import java.util.List;
import java.util.Optional;

/** Where the attributes of entities refer to others: {@code customerId : Customer.id}. */
final class References {
  /** An attribute of an entity, by name. */
  record Reference(DefinitionName entity, String attribute) {}

  private final Scopes scopes;
  private final TypeResolver types;

  References(Scopes scopes, TypeResolver types) {
    this.scopes = scopes;
    this.types = types;
  }

  /** All attributes that one refers to, also through others. */
  List<Reference> of(DefinitionName entity, String attribute) {
    Optional<Scope> scope =
        scopes.named().stream().filter(s -> s.namespace().equals(entity.namespace())).findFirst();
    return scope
        .flatMap(s -> s.find(Space.TYPES, entity.name()))
        .map(Symbol::declaration)
        .filter(EntityDeclaration.class::isInstance)
        .flatMap(declaration -> find((EntityDeclaration) declaration, attribute))
        .map(found -> types.references(found.type(), scope.orElseThrow()))
        .orElse(List.of());
  }

  private static Optional<AttributeDeclaration> find(EntityDeclaration entity, String name) {
    return entity.members().stream()
        .filter(AttributeDeclaration.class::isInstance)
        .map(AttributeDeclaration.class::cast)
        .filter(attribute -> attribute.name().text().equals(name))
        .findFirst();
  }
}
