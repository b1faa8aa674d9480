package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.check.Warning;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.DefaultValue;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Model;
import dev.keyplan.model.Trait;
import dev.keyplan.model.TypeKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * DynamoDB keeps two items of one key apart, and nothing else. Where the key holds more than the
 * identity, a create succeeds for an item of the same identity and another key.
 *
 * <p>An identity that nobody makes a second time is not asked for: one that holds a value made at
 * random, or a single UUID or ULID that ends the key, where it tells items apart that are otherwise
 * alike.
 */
public final class IdentityNotEnforced implements ModelRule, Warning {
  public static final String ID = "IDENTITY_NOT_ENFORCED";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    return model.entities().stream()
        .filter(entity -> entity.attributes().stream().anyMatch(a -> a.has(Trait.ID)))
        .filter(entity -> !isMadeOnce(entity) && !isUnique(entity))
        .filter(entity -> entity.key().attributes().containsAll(entity.identity()))
        .flatMap(entity -> check(entity).stream())
        .toList();
  }

  private static boolean isMadeOnce(Entity entity) {
    return entity.identity().stream().anyMatch(IdentityNotEnforced::isRandom) || endsKey(entity);
  }

  /** Whether a guard item keeps the identity apart, or a part of it. */
  private static boolean isUnique(Entity entity) {
    return entity.uniques().stream()
        .anyMatch(unique -> entity.identity().containsAll(unique.attributes()));
  }

  private static boolean isRandom(Attribute attribute) {
    return attribute.defaultValue().filter(DefaultValue.Random.class::isInstance).isPresent();
  }

  private static boolean endsKey(Entity entity) {
    Attribute first = entity.identity().get(0);
    TypeKind kind = first.type().kind();
    List<Attribute> key = entity.key().attributes();
    return entity.identity().size() == 1
        && (kind == TypeKind.UUID || kind == TypeKind.ULID)
        && !key.isEmpty()
        && key.get(key.size() - 1).equals(first);
  }

  private static Optional<Diagnostic> check(Entity entity) {
    return entity.key().parts().stream()
        .filter(part -> !entity.identity().containsAll(part.filling().attributes()))
        .findFirst()
        .map(part -> report(entity, part));
  }

  private static Diagnostic report(Entity entity, EntityKey.Part part) {
    String besides =
        part.filling().attributes().stream()
            .filter(attribute -> !entity.identity().contains(attribute))
            .findFirst()
            .orElseThrow()
            .name();
    String identity =
        entity.identity().stream().map(Attribute::name).collect(Collectors.joining(", "));
    String unique = entity.identity().size() == 1 ? identity : "(" + identity + ")";
    return Diagnostic.warning(
            ID,
            part.span(),
            "nothing keeps two items of `%s` from having one identity (%s)"
                .formatted(entity.name().name(), identity))
        .withLabel(
            "the key holds `%s`, too: with another one the key is another".formatted(besides))
        .withHint(
            "`unique %s`; or a key of the identity alone, and an index for `%s`"
                .formatted(unique, besides));
  }
}
