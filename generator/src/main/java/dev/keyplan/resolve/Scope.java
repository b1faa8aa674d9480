package dev.keyplan.resolve;

import dev.keyplan.model.DefinitionName;
import dev.keyplan.syntax.Declaration;
import dev.keyplan.syntax.EntityDeclaration;
import dev.keyplan.syntax.EnumDeclaration;
import dev.keyplan.syntax.PatternDeclaration;
import dev.keyplan.syntax.StructDeclaration;
import dev.keyplan.syntax.TableDeclaration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The names that one namespace declares. */
final class Scope {
  /** Names of different spaces never clash. */
  enum Space {
    TABLES("table"),
    TYPES("type"),
    PATTERNS("pattern");

    private final String word;

    Space(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    static Space of(Declaration declaration) {
      if (declaration instanceof TableDeclaration) {
        return TABLES;
      }
      return declaration instanceof PatternDeclaration ? PATTERNS : TYPES;
    }
  }

  /**
   * A declared name.
   *
   * @param isAmbiguous whether it is declared more than once, so that nobody knows what it means
   */
  record Symbol(Scope scope, Declaration declaration, boolean isAmbiguous) {
    DefinitionName name() {
      return new DefinitionName(scope.namespace(), declaration.name().text());
    }
  }

  private final String namespace;
  private final Map<Space, Map<String, Symbol>> symbols = new EnumMap<>(Space.class);
  private final List<String> documentation = new ArrayList<>();

  Scope(String namespace) {
    this.namespace = namespace;
    for (Space space : Space.values()) {
      symbols.put(space, new LinkedHashMap<>());
    }
  }

  /** The name of the namespace; empty for the files that name none. */
  String namespace() {
    return namespace;
  }

  void document(String text) {
    documentation.add(text);
  }

  Optional<String> documentation() {
    return documentation.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join("\n\n", documentation));
  }

  /** Adds a name; gives the declaration that had it before, if any. */
  Optional<Declaration> declare(Declaration declaration) {
    Map<String, Symbol> space = symbols.get(Space.of(declaration));
    String name = declaration.name().text();
    Symbol before = space.get(name);
    if (before == null) {
      space.put(name, new Symbol(this, declaration, false));
      return Optional.empty();
    }
    space.put(name, new Symbol(this, before.declaration(), true));
    return Optional.of(before.declaration());
  }

  Optional<Symbol> find(Space space, String name) {
    return Optional.ofNullable(symbols.get(space).get(name));
  }

  Set<String> names(Space space) {
    return symbols.get(space).keySet();
  }

  Stream<TableDeclaration> tables() {
    return declarations(Space.TABLES, TableDeclaration.class);
  }

  /** Entities, and what their attributes are made of. */
  Stream<Declaration> types() {
    return declarations(Space.TYPES, Declaration.class);
  }

  Stream<EnumDeclaration> enums() {
    return declarations(Space.TYPES, EnumDeclaration.class);
  }

  Stream<StructDeclaration> structs() {
    return declarations(Space.TYPES, StructDeclaration.class);
  }

  Stream<EntityDeclaration> entities() {
    return declarations(Space.TYPES, EntityDeclaration.class);
  }

  Stream<PatternDeclaration> patterns() {
    return declarations(Space.PATTERNS, PatternDeclaration.class);
  }

  DefinitionName nameOf(Declaration declaration) {
    return new DefinitionName(namespace, declaration.name().text());
  }

  private <D extends Declaration> Stream<D> declarations(Space space, Class<D> kind) {
    return symbols.get(space).values().stream()
        .map(Symbol::declaration)
        .filter(kind::isInstance)
        .map(kind::cast);
  }
}
