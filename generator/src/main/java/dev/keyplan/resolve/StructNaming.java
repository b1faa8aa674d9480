package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.STORED_NAME_AMBIGUOUS;

import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Table;
import dev.keyplan.resolve.Definitions.ResolvedTable;
import dev.keyplan.resolve.Scope.Space;
import dev.keyplan.resolve.Scope.Symbol;
import dev.keyplan.syntax.AttributeDeclaration;
import dev.keyplan.syntax.EntityDeclaration;
import dev.keyplan.syntax.StructDeclaration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the attributes of structs are called: as those of the items that they are part of. Walks from
 * the tables through their entities into the structs, once for each way of naming.
 */
final class StructNaming {
  private final Scopes scopes;
  private final Definitions definitions;
  private final TypeResolver types;

  /** For each way of naming the structs that need it, each with a table that is the reason. */
  private final Map<Naming, Map<DefinitionName, Table>> reasons = new EnumMap<>(Naming.class);

  private StructNaming(Scopes scopes, Definitions definitions, TypeResolver types) {
    this.scopes = scopes;
    this.definitions = definitions;
    this.types = types;
  }

  static StructNaming of(Scopes scopes, Definitions definitions, TypeResolver types) {
    StructNaming naming = new StructNaming(scopes, definitions, types);
    for (Naming each : Naming.values()) {
      naming.reasons.put(each, new HashMap<>());
    }
    if (scopes.all().stream().flatMap(Scope::structs).findAny().isPresent()) {
      scopes.all().forEach(scope -> scope.entities().forEach(entity -> naming.walk(scope, entity)));
    }
    return naming;
  }

  /** The naming of a struct; that of the model if nothing uses it. */
  Naming naming(DefinitionName struct) {
    return reason(Naming.SNAKE_CASE, struct).isPresent() ? Naming.SNAKE_CASE : Naming.AS_DECLARED;
  }

  /** A struct is stored in one form, whatever item it is part of. */
  void check(DefinitionName struct, StructDeclaration declaration, Reporter reporter) {
    Optional<Table> snake = reason(Naming.SNAKE_CASE, struct);
    Optional<Table> plain = reason(Naming.AS_DECLARED, struct);
    if (snake.isEmpty() || plain.isEmpty()) {
      return;
    }
    declaration.attributes().stream()
        .filter(a -> !Naming.SNAKE_CASE.storedName(a).equals(Naming.AS_DECLARED.storedName(a)))
        .findFirst()
        .ifPresent(
            (AttributeDeclaration attribute) ->
                reporter.report(
                    STORED_NAME_AMBIGUOUS
                        .at(
                            attribute.name().span(),
                            "`%s` is part of items with names in snake case and of items without"
                                .formatted(declaration.name().text()))
                        .withLabel(
                            "`%s` or `%s`?"
                                .formatted(
                                    Naming.AS_DECLARED.storedName(attribute),
                                    Naming.SNAKE_CASE.storedName(attribute)))
                        .withRelated(snake.get().span(), "in snake case here")
                        .withRelated(plain.get().span(), "as declared here")
                        .withHint(
                            "say how it is stored: `%s \"%s\"`"
                                .formatted(
                                    attribute.name().text(),
                                    Naming.SNAKE_CASE.storedName(attribute)))));
  }

  private Optional<Table> reason(Naming naming, DefinitionName struct) {
    return Optional.ofNullable(reasons.get(naming).get(struct));
  }

  private void walk(Scope scope, EntityDeclaration entity) {
    Optional<ResolvedTable> table =
        entity
            .table()
            .flatMap(name -> scopes.find(Space.TABLES, scope, name))
            .flatMap(symbol -> definitions.table(symbol.name()));
    if (table.isEmpty()) {
      return;
    }
    Map<DefinitionName, Table> reached = reasons.get(table.get().naming());
    Deque<Symbol> open = new ArrayDeque<>(structs(attributes(entity), scope));
    while (!open.isEmpty()) {
      Symbol struct = open.pop();
      if (reached.putIfAbsent(struct.name(), table.get().table()) == null) {
        StructDeclaration declaration = (StructDeclaration) struct.declaration();
        open.addAll(structs(declaration.attributes(), struct.scope()));
      }
    }
  }

  private static List<AttributeDeclaration> attributes(EntityDeclaration entity) {
    return entity.members().stream()
        .filter(AttributeDeclaration.class::isInstance)
        .map(AttributeDeclaration.class::cast)
        .toList();
  }

  private List<Symbol> structs(List<AttributeDeclaration> attributes, Scope scope) {
    return attributes.stream()
        .flatMap(attribute -> types.structs(attribute.type(), scope).stream())
        .toList();
  }
}
