package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.NAME_DUPLICATE;
import static dev.keyplan.resolve.ResolutionError.STORED_NAME_DUPLICATE;
import static dev.keyplan.resolve.ResolutionError.STRUCT_TOO_DEEP;
import static dev.keyplan.resolve.ResolutionError.TRAIT_INVALID;
import static dev.keyplan.resolve.ResolutionError.TYPE_ARGUMENT_INVALID;
import static dev.keyplan.resolve.ResolutionError.VALUE_INVALID;
import static dev.keyplan.resolve.ResolutionError.WORD_UNKNOWN;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.DefaultValue;
import dev.keyplan.model.Trait;
import dev.keyplan.model.TypeKind;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.AttributeDeclaration;
import dev.keyplan.syntax.Documentation;
import dev.keyplan.syntax.Literal;
import dev.keyplan.syntax.TextLiteral;
import dev.keyplan.syntax.WordLiteral;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resolves the attributes of an entity or a struct. */
final class AttributeResolver {
  /** Whose attributes they are. */
  enum Owner {
    ENTITY,
    STRUCT
  }

  private static final Map<String, Trait> TRAITS =
      Map.of(
          "id",
          Trait.ID,
          "version",
          Trait.VERSION,
          "touch",
          Trait.TOUCH,
          "sensitive",
          Trait.SENSITIVE);

  private final TypeResolver types;
  private final Scope scope;
  private final Owner owner;
  private final Naming naming;
  private final Reporter reporter;

  AttributeResolver(
      TypeResolver types, Scope scope, Owner owner, Naming naming, Reporter reporter) {
    this.types = types;
    this.scope = scope;
    this.owner = owner;
    this.naming = naming;
    this.reporter = reporter;
  }

  AttributeScope resolve(String ownerName, List<AttributeDeclaration> declarations) {
    AttributeScope attributes = new AttributeScope(ownerName);
    Map<String, Span> names = new HashMap<>();
    Map<String, Span> storedNames = new HashMap<>();
    for (AttributeDeclaration declaration : declarations) {
      String name = declaration.name().text();
      Span first = names.putIfAbsent(name, declaration.name().span());
      if (first != null) {
        reporter.report(
            NAME_DUPLICATE
                .at(
                    declaration.name().span(),
                    "`%s` has two attributes `%s`".formatted(ownerName, name))
                .withLabel("again here")
                .withRelated(first, "first declared here"));
        // Nobody knows which of the two others mean.
        attributes.add(name, Optional.empty());
        continue;
      }
      attributes.add(name, attribute(declaration));
      checkStoredName(declaration, storedNames);
    }
    return attributes;
  }

  private void checkStoredName(AttributeDeclaration declaration, Map<String, Span> storedNames) {
    Span span = declaration.storedName().map(TextLiteral::span).orElse(declaration.name().span());
    String storedName = naming.storedName(declaration);
    Span first = storedNames.putIfAbsent(storedName, span);
    if (first != null) {
      reporter.report(
          STORED_NAME_DUPLICATE
              .at(span, "two attributes are stored as `%s`".formatted(storedName))
              .withLabel("again here")
              .withRelated(first, "first stored here"));
    }
  }

  private Optional<Attribute> attribute(AttributeDeclaration declaration) {
    Optional<AttributeType> type = types.resolve(declaration.type(), scope, reporter);
    Set<Trait> traits = traits(declaration);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    checkDepth(declaration, type.get());
    MaintainedAttributes.check(declaration, type.get(), traits, reporter);
    if (declaration.isOptional() && type.get().kind() == TypeKind.SET) {
      reporter.report(
          TYPE_ARGUMENT_INVALID
              .at(declaration.type().span(), "a set cannot be optional")
              .withLabel("DynamoDB stores no empty set: it is absent anyway, and read as empty")
              .withHint(
                  "leave out the `?`: `%s : %s`"
                      .formatted(declaration.name().text(), type.get().text())));
    }
    Optional<DefaultValue> defaultValue =
        traits.contains(Trait.VERSION) || traits.contains(Trait.TOUCH)
            ? Optional.empty()
            : declaration.defaultValue().flatMap(literal -> defaultValue(literal, type.get()));
    checkOptional(declaration, defaultValue);
    return Optional.of(
        new Attribute(
            declaration.name().text(),
            naming.storedName(declaration),
            type.get(),
            declaration.isOptional(),
            defaultValue,
            traits,
            declaration.documentation().map(Documentation::text),
            new StatisticsResolver(owner, reporter).resolve(declaration, type.get()),
            declaration.name().span()));
  }

  /** What every item gets is not optional. */
  private void checkOptional(
      AttributeDeclaration declaration, Optional<DefaultValue> defaultValue) {
    boolean isGenerated =
        defaultValue.filter(value -> !(value instanceof DefaultValue.Constant)).isPresent();
    if (declaration.isOptional() && isGenerated) {
      Span span = declaration.defaultValue().orElseThrow().span();
      reporter.report(
          VALUE_INVALID
              .at(span, "every item would have `%s`".formatted(declaration.name().text()))
              .withLabel("what is absent where nothing is given cannot be generated, too")
              .withHint("leave out the `?`, or the `= %s`".formatted(span.text())));
    }
  }

  private void checkDepth(AttributeDeclaration declaration, AttributeType type) {
    int depth = types.depth(type) + (owner == Owner.STRUCT ? 1 : 0);
    if (depth > CollectionTypes.DEEPEST) {
      reporter.report(
          STRUCT_TOO_DEEP
              .at(declaration.type().span(), "structs nest too deep here")
              .withLabel(
                  "%d levels below an item; DynamoDB allows %d"
                      .formatted(depth, CollectionTypes.DEEPEST)));
    }
  }

  private Optional<DefaultValue> defaultValue(Literal literal, AttributeType type) {
    if (literal instanceof WordLiteral word) {
      switch (word.name().text()) {
        case "now" -> {
          return generated(
              literal, type, MaintainedAttributes.isTime(type), new DefaultValue.Now());
        }
        case "random" -> {
          return generated(
              literal,
              type,
              type.kind() == TypeKind.UUID || type.kind() == TypeKind.ULID,
              new DefaultValue.Random());
        }
        default -> {
          // A constant.
        }
      }
    }
    return ValueResolver.resolve(literal, type, reporter).map(DefaultValue.Constant::new);
  }

  private Optional<DefaultValue> generated(
      Literal literal, AttributeType type, boolean fits, DefaultValue value) {
    boolean isConstant = type.kind() == TypeKind.ENUM;
    if (isConstant) {
      return ValueResolver.resolve(literal, type, reporter).map(DefaultValue.Constant::new);
    }
    if (fits) {
      return Optional.of(value);
    }
    String word = literal.span().text();
    reporter.report(
        VALUE_INVALID
            .at(literal.span(), "`%s` is no value of the type `%s`".formatted(word, type.text()))
            .withHint(
                value instanceof DefaultValue.Random
                    ? "`random` makes a `uuid` or a `ulid`"
                    : "`now` makes a `timestamp` or an `epoch`"));
    return Optional.empty();
  }

  private Set<Trait> traits(AttributeDeclaration declaration) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    List<AttributeDeclaration.Trait> others =
        declaration.traits().stream().filter(t -> !StatisticsResolver.isStatistic(t)).toList();
    for (AttributeDeclaration.Trait trait : others) {
      String name = trait.name().text();
      if (!TRAITS.containsKey(name)) {
        reporter.report(
            Suggestions.add(
                WORD_UNKNOWN
                    .at(trait.span(), "there is no trait `@%s`".formatted(name))
                    .withHint(
                        "`@id`, `@version`, `@touch` and `@sensitive`, and in numbers"
                            + " `@size(300)` and `@distinct(2_000)`"),
                "@" + name,
                List.of("@id", "@version", "@touch", "@sensitive", "@size", "@distinct")));
      } else if (owner == Owner.STRUCT && TRAITS.get(name) != Trait.SENSITIVE) {
        reporter.report(
            TRAIT_INVALID
                .at(trait.span(), "`@%s` cannot stand in a struct".formatted(name))
                .withLabel(
                    name.equals("id")
                        ? "only entities have an identity"
                        : "it is about the item as a whole"));
      } else if (!trait.arguments().isEmpty()) {
        reporter.report(
            TRAIT_INVALID.at(
                trait.arguments().get(0).span(), "`@%s` takes no argument".formatted(name)));
      } else if (!traits.add(TRAITS.get(name))) {
        reporter.report(TRAIT_INVALID.at(trait.span(), "`@%s` stands here twice".formatted(name)));
      }
    }
    return traits;
  }
}
