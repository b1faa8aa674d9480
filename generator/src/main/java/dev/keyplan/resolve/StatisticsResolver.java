package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.TRAIT_INVALID;

import dev.keyplan.model.AttributeType;
import dev.keyplan.model.Quantity;
import dev.keyplan.model.TypeKind;
import dev.keyplan.model.ValueStatistics;
import dev.keyplan.syntax.AttributeDeclaration;
import dev.keyplan.syntax.AttributeDeclaration.Trait;
import dev.keyplan.syntax.NumberLiteral;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resolves {@code @size(bytes)} and {@code @distinct(n)}. */
final class StatisticsResolver {
  private static final String SIZE = "size";
  private static final String DISTINCT = "distinct";

  /** What values of very different sizes are of. */
  private static final Set<TypeKind> SIZED =
      Set.of(
          TypeKind.STRING,
          TypeKind.BINARY,
          TypeKind.STRUCT,
          TypeKind.LIST,
          TypeKind.MAP,
          TypeKind.SET);

  private final AttributeResolver.Owner owner;
  private final Reporter reporter;

  StatisticsResolver(AttributeResolver.Owner owner, Reporter reporter) {
    this.owner = owner;
    this.reporter = reporter;
  }

  static boolean isStatistic(Trait trait) {
    return trait.name().text().equals(SIZE) || trait.name().text().equals(DISTINCT);
  }

  ValueStatistics resolve(AttributeDeclaration declaration, AttributeType type) {
    if (declaration.traits().isEmpty()) {
      return ValueStatistics.none();
    }
    Optional<Trait> size = only(SIZE, declaration);
    Optional<Trait> distinct = only(DISTINCT, declaration);
    return new ValueStatistics(
        size.filter(trait -> checkSized(trait, type)).flatMap(this::number),
        distinct.filter(this::checkOwner).flatMap(this::number));
  }

  private Optional<Trait> only(String name, AttributeDeclaration declaration) {
    List<Trait> traits =
        declaration.traits().stream().filter(t -> t.name().text().equals(name)).toList();
    if (traits.size() > 1) {
      reporter.report(
          TRAIT_INVALID.at(traits.get(1).span(), "`@%s` stands here twice".formatted(name)));
    }
    return traits.stream().findFirst();
  }

  private boolean checkSized(Trait trait, AttributeType type) {
    boolean isSized = SIZED.contains(type.kind());
    if (!isSized) {
      reporter.report(
          TRAIT_INVALID
              .at(trait.span(), "`@size` cannot stand beside a `%s`".formatted(type.text()))
              .withLabel("the type says how large its values are")
              .withHint("leave it out"));
    }
    return isSized;
  }

  private boolean checkOwner(Trait trait) {
    boolean isEntity = owner == AttributeResolver.Owner.ENTITY;
    if (!isEntity) {
      reporter.report(
          TRAIT_INVALID
              .at(trait.span(), "`@distinct` cannot stand in a struct")
              .withLabel("it tells how keys spread, and structs are in none"));
    }
    return isEntity;
  }

  private Optional<Quantity> number(Trait trait) {
    String name = trait.name().text();
    boolean isNumber =
        trait.arguments().size() == 1 && trait.arguments().get(0) instanceof NumberLiteral;
    if (!isNumber) {
      reporter.report(
          TRAIT_INVALID
              .at(trait.span(), "`@%s` takes one number".formatted(name))
              .withHint(
                  name.equals(SIZE)
                      ? "the bytes of a typical value: `@size(200)`"
                      : "how many different values there are: `@distinct(10_000)`"));
      return Optional.empty();
    }
    String what = name.equals(SIZE) ? "a size in bytes" : "a number of different values";
    return WorkloadResolver.quantity((NumberLiteral) trait.arguments().get(0), what, reporter)
        .map(quantity -> new Quantity(quantity.amount(), trait.span()));
  }
}
