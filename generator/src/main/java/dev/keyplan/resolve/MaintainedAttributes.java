package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.MAINTAINED_ATTRIBUTE_SET;
import static dev.keyplan.resolve.ResolutionError.TRAIT_INVALID;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.Trait;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.AttributeDeclaration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What {@code @version} and {@code @touch} demand: every write gives such attributes a value. */
final class MaintainedAttributes {
  private MaintainedAttributes() {}

  /** Checks one attribute. */
  static void check(
      AttributeDeclaration declaration,
      AttributeType type,
      Collection<Trait> traits,
      Reporter reporter) {
    boolean isVersion = traits.contains(Trait.VERSION);
    if (!isVersion && !traits.contains(Trait.TOUCH)) {
      return;
    }
    String name = declaration.name().text();
    String trait = isVersion ? "@version" : "@touch";
    if (traits.stream().filter(t -> t != Trait.SENSITIVE).count() > 1) {
      reporter.report(
          TRAIT_INVALID
              .at(traitSpan(declaration, trait), "`%s` has two traits".formatted(name))
              .withLabel("`%s` goes with no other one but `@sensitive`".formatted(trait)));
    } else if (!fits(type, isVersion)) {
      reporter.report(wrongType(declaration, type, isVersion));
    } else if (declaration.isOptional()) {
      reporter.report(
          TRAIT_INVALID
              .at(declaration.type().span(), "`%s` is never absent".formatted(name))
              .withLabel("every write gives it a value")
              .withHint("leave out the `?`: `%s : %s`".formatted(name, type.text())));
    } else if (declaration.defaultValue().isPresent()) {
      reporter.report(
          TRAIT_INVALID
              .at(declaration.defaultValue().get().span(), "`%s` takes no default".formatted(name))
              .withLabel(isVersion ? "a create makes it 1" : "it is always the time of the write")
              .withHint("leave it out: `%s : %s %s`".formatted(name, type.text(), trait)));
    }
  }

  private static boolean fits(AttributeType type, boolean isVersion) {
    return isVersion ? type instanceof IntegerType integer && !integer.isBounded() : isTime(type);
  }

  /** Whether a reading of the clock can be of the type. */
  static boolean isTime(AttributeType type) {
    return switch (type.kind()) {
      case TIMESTAMP, FORMATTED_TIMESTAMP, EPOCH -> true;
      default -> false;
    };
  }

  private static Diagnostic wrongType(
      AttributeDeclaration declaration, AttributeType type, boolean isVersion) {
    String name = declaration.name().text();
    Diagnostic wrong =
        TRAIT_INVALID.at(
            declaration.type().span(),
            isVersion
                ? "`%s` counts writes, which `%s` cannot".formatted(name, type.text())
                : "`%s` holds a time, which `%s` cannot".formatted(name, type.text()));
    return isVersion
        ? wrong
            .withLabel("a version is a `long` or an `int`, without a range")
            .withHint("`%s : long @version`".formatted(name))
        : wrong
            .withLabel("the time of a write is a `timestamp` or an `epoch`")
            .withHint("`%s : timestamp @touch`".formatted(name));
  }

  private static Span traitSpan(AttributeDeclaration declaration, String trait) {
    return declaration.traits().stream()
        .filter(t -> ("@" + t.name().text()).equals(trait))
        .findFirst()
        .map(AttributeDeclaration.Trait::span)
        .orElse(declaration.name().span());
  }

  /** An entity has one attribute with each of these traits. */
  static void checkOnce(Collection<Attribute> attributes, Reporter reporter) {
    Map<Trait, Attribute> first = new HashMap<>();
    for (Attribute attribute : attributes) {
      for (Trait trait : Set.of(Trait.VERSION, Trait.TOUCH)) {
        Attribute before = attribute.has(trait) ? first.putIfAbsent(trait, attribute) : null;
        if (before != null) {
          String word = trait == Trait.VERSION ? "@version" : "@touch";
          reporter.report(
              TRAIT_INVALID
                  .at(attribute.span(), "a second attribute has `%s`".formatted(word))
                  .withLabel("one is enough for an entity")
                  .withRelated(before.span(), "the first one"));
        }
      }
    }
  }

  /** Refuses to change one of them by hand. */
  static boolean mayBeWritten(Attribute attribute, Span span, Reporter reporter) {
    if (attribute.isMaintained()) {
      reporter.report(
          MAINTAINED_ATTRIBUTE_SET
              .at(span, "`%s` cannot be written by a pattern".formatted(attribute.name()))
              .withLabel(
                  attribute.has(Trait.VERSION)
                      ? "every write counts it up"
                      : "every write sets it to the time")
              .withRelated(attribute.span(), "declared here")
              .withHint("leave it out"));
    }
    return !attribute.isMaintained();
  }
}
