package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.NAME_UNKNOWN;
import static dev.keyplan.resolve.ResolutionError.RECURSIVE_REFERENCE;
import static dev.keyplan.resolve.ResolutionError.TYPE_ARGUMENT_INVALID;
import static dev.keyplan.resolve.ResolutionError.TYPE_UNKNOWN;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.EnumType;
import dev.keyplan.model.AttributeType.StructType;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.resolve.References.Reference;
import dev.keyplan.resolve.Scope.Space;
import dev.keyplan.resolve.Scope.Symbol;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.AttributeDeclaration;
import dev.keyplan.syntax.EntityDeclaration;
import dev.keyplan.syntax.EnumDeclaration;
import dev.keyplan.syntax.Name;
import dev.keyplan.syntax.NumberLiteral;
import dev.keyplan.syntax.QualifiedName;
import dev.keyplan.syntax.StructDeclaration;
import dev.keyplan.syntax.TypeReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Works out what a type reference means. */
final class TypeResolver {
  private final Scopes scopes;
  private final Definitions definitions;

  TypeResolver(Scopes scopes, Definitions definitions) {
    this.scopes = scopes;
    this.definitions = definitions;
  }

  /** The type; empty, with a report or an unsound reporter, if there is none. */
  Optional<AttributeType> resolve(TypeReference type, Scope scope, Reporter reporter) {
    Optional<AttributeType> resolved =
        namesType(type, scope) ? named(type, scope, reporter) : referred(type, scope, reporter);
    if (resolved.isEmpty()) {
      reporter.markUnsound();
    }
    return resolved;
  }

  /** The struct that a type reference names directly, if it does. */
  Optional<Symbol> struct(TypeReference type, Scope scope) {
    return TypeNames.isBuiltIn(type.name().text())
        ? Optional.empty()
        : scopes
            .find(Space.TYPES, scope, type.name())
            .filter(symbol -> symbol.declaration() instanceof StructDeclaration);
  }

  /** The structs that a value of this type is or contains, also where it refers to another type. */
  List<Symbol> structs(TypeReference type, Scope scope) {
    List<Symbol> structs = new ArrayList<>();
    Set<Span> seen = new HashSet<>();
    Deque<Written> open = new ArrayDeque<>(List.of(new Written(type, scope)));
    while (!open.isEmpty()) {
      Written next = open.pop();
      if (seen.add(next.type().span())) {
        next.type().elements().forEach(element -> open.push(new Written(element, next.scope())));
        if (namesType(next.type(), next.scope())) {
          struct(next.type(), next.scope()).ifPresent(structs::add);
        } else {
          attribute(next.type(), next.scope(), Reporter.muted())
              .ifPresent(to -> open.push(new Written(to.attribute().type(), to.scope())));
        }
      }
    }
    return structs;
  }

  /** A type with the scope it is written in. */
  private record Written(TypeReference type, Scope scope) {}

  /** The levels of a value below what holds it; that of structs is known when they are defined. */
  int depth(AttributeType type) {
    return definitions.depth(type);
  }

  private boolean namesType(TypeReference type, Scope scope) {
    return TypeNames.isBuiltIn(type.name().text())
        || scopes.find(Space.TYPES, scope, type.name()).isPresent();
  }

  private Optional<AttributeType> named(TypeReference type, Scope scope, Reporter reporter) {
    if (CollectionTypes.isCollection(type)) {
      return CollectionTypes.resolve(
          type,
          element ->
              namesType(element, scope)
                  ? named(element, scope, reporter)
                  : referred(element, scope, reporter),
          reporter);
    }
    if (TypeNames.isBuiltIn(type.name().text())) {
      return BuiltInTypes.resolve(type, reporter);
    }
    Optional<Symbol> symbol = scopes.resolve(Space.TYPES, scope, type.name(), reporter);
    checkBare(type, reporter);
    if (symbol.isEmpty()) {
      return Optional.empty();
    }
    if (symbol.get().declaration() instanceof EnumDeclaration) {
      return definitions.enumeration(symbol.get().name()).map(EnumType::new);
    }
    if (symbol.get().declaration() instanceof StructDeclaration) {
      return definitions.struct(symbol.get().name()).map(StructType::new);
    }
    reporter.report(
        TYPE_UNKNOWN
            .at(type.span(), "`%s` is an entity, not a type".formatted(type.name().text()))
            .withLabel("items do not contain items")
            .withHint(
                "refer to one of its attributes (`%s.id`), or declare a struct"
                    .formatted(type.name().text())));
    return Optional.empty();
  }

  /** The attributes that a type refers to, the nearest first; none if it names a type. */
  List<Reference> references(TypeReference type, Scope scope) {
    List<Reference> references = new ArrayList<>();
    Set<Span> followed = new HashSet<>();
    Written next = new Written(type, scope);
    while (!namesType(next.type(), next.scope()) && followed.add(next.type().span())) {
      Optional<Referred> referred = attribute(next.type(), next.scope(), Reporter.muted());
      if (referred.isEmpty()) {
        break;
      }
      AttributeDeclaration attribute = referred.get().attribute();
      references.add(new Reference(referred.get().entity(), attribute.name().text()));
      next = new Written(attribute.type(), referred.get().scope());
    }
    return references;
  }

  /** An attribute of an entity, with the scope its type is written in. */
  private record Referred(DefinitionName entity, AttributeDeclaration attribute, Scope scope) {}

  /** Follows {@code Customer.id} from attribute to attribute until one names a type. */
  private Optional<AttributeType> referred(TypeReference type, Scope scope, Reporter reporter) {
    Optional<Referred> next = attribute(type, scope, reporter);
    if (next.isPresent()) {
      checkBare(type, reporter);
    }
    // What is wrong at the other end is reported there.
    Reporter silent = Reporter.muted();
    Set<Span> followed = new HashSet<>();
    followed.add(type.span());
    while (next.isPresent()) {
      TypeReference further = next.get().attribute().type();
      Scope furtherScope = next.get().scope();
      if (namesType(further, furtherScope)) {
        return named(further, furtherScope, silent);
      }
      if (!followed.add(further.span())) {
        if (further.equals(type)) {
          reporter.report(
              RECURSIVE_REFERENCE
                  .at(type.span(), "the type of this attribute refers back to itself")
                  .withHint("one of the attributes in the circle must name a type"));
        }
        return Optional.empty();
      }
      next = attribute(further, furtherScope, silent);
    }
    return Optional.empty();
  }

  private Optional<Referred> attribute(TypeReference type, Scope scope, Reporter reporter) {
    QualifiedName name = type.name();
    List<Name> parts = name.parts();
    if (parts.size() == 1) {
      reportUnknownType(type, scope, reporter);
      return Optional.empty();
    }
    List<Name> ownerParts = parts.subList(0, parts.size() - 1);
    QualifiedName owner =
        new QualifiedName(
            ownerParts, parts.get(0).span().to(ownerParts.get(ownerParts.size() - 1).span()));
    Optional<Symbol> found = scopes.find(Space.TYPES, scope, owner);
    if (found.isEmpty()) {
      // `a.b.C` is more likely a type of another namespace than an attribute of `a.b`.
      scopes.resolve(Space.TYPES, scope, parts.size() == 2 ? owner : name, reporter);
      return Optional.empty();
    }
    Symbol symbol = found.get();
    if (symbol.isAmbiguous() || !(symbol.declaration() instanceof EntityDeclaration)) {
      reportNotAnEntity(owner, symbol, reporter);
      return Optional.empty();
    }
    List<AttributeDeclaration> attributes =
        ((EntityDeclaration) symbol.declaration())
            .members().stream()
                .filter(AttributeDeclaration.class::isInstance)
                .map(AttributeDeclaration.class::cast)
                .toList();
    String attributeName = name.last().text();
    Optional<AttributeDeclaration> attribute =
        attributes.stream().filter(a -> a.name().text().equals(attributeName)).findFirst();
    if (attribute.isEmpty() && !symbol.declaration().isBroken()) {
      reporter.report(
          Suggestions.add(
              NAME_UNKNOWN.at(
                  name.last().span(),
                  "`%s` has no attribute `%s`".formatted(owner.text(), attributeName)),
              attributeName,
              attributes.stream().map(a -> a.name().text()).toList()));
    }
    return attribute.map(a -> new Referred(symbol.name(), a, symbol.scope()));
  }

  private static void reportNotAnEntity(QualifiedName owner, Symbol symbol, Reporter reporter) {
    if (!symbol.isAmbiguous()) {
      reporter.report(
          TYPE_UNKNOWN.at(owner.span(), "`%s` is not an entity".formatted(owner.text())));
    }
  }

  private void reportUnknownType(TypeReference type, Scope scope, Reporter reporter) {
    QualifiedName name = type.name();
    String text = name.text();
    Diagnostic unknown = TYPE_UNKNOWN.at(name.span(), "there is no type `%s`".formatted(text));
    Optional<String> meant = TypeNames.meantBy(text);
    if (meant.isPresent()) {
      reporter.report(
          unknown.withHint("in Keyplan it is called `%s`".formatted(asMeant(meant.get(), type))));
      return;
    }
    if (scopes.isLost(Space.TYPES, scope, name)) {
      return;
    }
    List<String> candidates = new ArrayList<>(TypeNames.names());
    candidates.addAll(scope.names(Space.TYPES));
    reporter.report(Suggestions.add(unknown, text, candidates));
  }

  /** {@code varchar(20)} is a text of up to 20 characters; a number always says its digits. */
  private static String asMeant(String meant, TypeReference type) {
    boolean hasLength =
        meant.equals("string")
            && type.arguments().size() == 1
            && type.arguments().get(0) instanceof TypeReference.Value value
            && value.literal() instanceof NumberLiteral;
    if (meant.equals("decimal") && type.arguments().isEmpty()) {
      return "decimal(12,2)";
    }
    return hasLength ? "string(.." + type.arguments().get(0).span().text() + ")" : meant;
  }

  private static void checkBare(TypeReference type, Reporter reporter) {
    if (!type.arguments().isEmpty() || !type.elements().isEmpty()) {
      reporter.report(
          TYPE_ARGUMENT_INVALID.at(
              type.span(), "`%s` takes no arguments".formatted(type.name().text())));
    }
  }
}
