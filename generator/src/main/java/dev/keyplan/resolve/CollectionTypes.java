package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.STRUCT_TOO_DEEP;
import static dev.keyplan.resolve.ResolutionError.TYPE_ARGUMENT_INVALID;

import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.FreeMapType;
import dev.keyplan.model.AttributeType.ListType;
import dev.keyplan.model.AttributeType.MapType;
import dev.keyplan.model.AttributeType.SetType;
import dev.keyplan.model.TypeKind;
import dev.keyplan.syntax.TypeReference;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Lists, maps and sets. */
final class CollectionTypes {
  /** DynamoDB allows documents of 32 levels; the item itself is the first. */
  static final int DEEPEST = 31;

  private static final Set<String> NAMES = Set.of("list", "map", "set");

  private CollectionTypes() {}

  static boolean isCollection(TypeReference type) {
    return NAMES.contains(type.name().text());
  }

  /**
   * The type; empty, with a report, if it is none.
   *
   * @param elements what resolves the element's type
   */
  static Optional<AttributeType> resolve(
      TypeReference type,
      Function<TypeReference, Optional<AttributeType>> elements,
      Reporter reporter) {
    String name = type.name().text();
    if (!type.arguments().isEmpty()) {
      reporter.report(
          TYPE_ARGUMENT_INVALID.at(
              type.arguments().get(0).span(), "`%s` takes nothing in parentheses".formatted(name)));
      return Optional.empty();
    }
    if (name.equals("map") && type.elements().isEmpty()) {
      return Optional.of(new FreeMapType());
    }
    if (type.elements().size() != 1) {
      reportElements(type, reporter);
      return Optional.empty();
    }
    if (isTooDeep(type)) {
      reporter.report(
          STRUCT_TOO_DEEP
              .at(type.span(), "lists and maps nest too deep here")
              .withLabel("DynamoDB allows %d levels below an item".formatted(DEEPEST)));
      return Optional.empty();
    }
    Optional<AttributeType> element = elements.apply(type.elements().get(0));
    return element.flatMap(e -> of(name, e, type.elements().get(0), reporter));
  }

  private static void reportElements(TypeReference type, Reporter reporter) {
    String name = type.name().text();
    reporter.report(
        TYPE_ARGUMENT_INVALID
            .at(type.span(), "a `%s` says the type of its elements".formatted(name))
            .withHint(
                name.equals("map")
                    ? "`map<string>`: the keys are always texts, and not written"
                    : "for example `%s<string>`".formatted(name)));
  }

  /** Asked before the elements are resolved: a hostile file's nesting must not become Java's. */
  private static boolean isTooDeep(TypeReference type) {
    int depth = 0;
    TypeReference next = type;
    while (isCollection(next) && !next.elements().isEmpty()) {
      depth++;
      next = next.elements().get(0);
    }
    return depth > DEEPEST;
  }

  private static Optional<AttributeType> of(
      String name, AttributeType element, TypeReference written, Reporter reporter) {
    if (element.kind() == TypeKind.SET) {
      reporter.report(
          TYPE_ARGUMENT_INVALID
              .at(written.span(), "a set cannot be an element of a `%s`".formatted(name))
              .withLabel("DynamoDB stores no empty set")
              .withHint("use a `list`, or a struct that holds the set"));
      return Optional.empty();
    }
    return switch (name) {
      case "list" -> Optional.of(new ListType(element));
      case "map" -> Optional.of(new MapType(element));
      default -> set(element, written, reporter);
    };
  }

  private static Optional<AttributeType> set(
      AttributeType element, TypeReference written, Reporter reporter) {
    if (element.keyType().isPresent()) {
      return Optional.of(new SetType(element));
    }
    reporter.report(
        TYPE_ARGUMENT_INVALID
            .at(written.span(), "a `%s` cannot be an element of a `set`".formatted(element.text()))
            .withLabel(
                FormReason.ofKey(element).orElse("DynamoDB's sets hold strings, numbers or binary"))
            .withHint("`list<%s>` holds anything".formatted(element.text())));
    return Optional.empty();
  }
}
