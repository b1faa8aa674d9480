package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Entity;
import dev.keyplan.model.FormerType;
import dev.keyplan.model.GuardEntity;
import dev.keyplan.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An entity has former names only where the name of an entity is stored in the type attribute and
 * nowhere else. A table without one has nothing to recognise, and the guard items of {@code unique}
 * have the name in their keys, where another one would no longer guard anything.
 */
public final class FormerTypeInvalid implements ModelRule {
  public static final String ID = "FORMER_TYPE_INVALID";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    List<Diagnostic> found = new ArrayList<>();
    for (Entity entity : model.entities()) {
      entity.formerTypes().stream()
          .filter(former -> former.text().isEmpty())
          .map(former -> Diagnostic.error(ID, former.span(), "a former name is not empty"))
          .forEach(found::add);
      entity.formerTypes().stream()
          .filter(former -> !former.text().isEmpty() && !isOfGuards(entity, former))
          .findFirst()
          .flatMap(first -> unrecognised(entity, first))
          .ifPresent(found::add);
    }
    return found;
  }

  /** Whether it is the mark of guard items, which is wrong for another reason. */
  private static boolean isOfGuards(Entity entity, FormerType former) {
    return entity.table().typeAttribute().isPresent() && former.text().equals(GuardEntity.TYPE);
  }

  private static Optional<Diagnostic> unrecognised(Entity entity, FormerType first) {
    if (entity.table().typeAttribute().isEmpty()) {
      return Optional.of(
          Diagnostic.error(
                  ID,
                  first.span(),
                  "no item of the table `%s` says what it is called"
                      .formatted(entity.table().name().name()))
              .withRelated(entity.table().span(), "the table has no type attribute")
              .withHint("leave the line out: items are known by their keys"));
    }
    if (!entity.uniques().isEmpty()) {
      return Optional.of(
          Diagnostic.error(
                  ID,
                  first.span(),
                  "the guard items of `%s` have its name in their keys"
                      .formatted(entity.name().name()))
              .withLabel("under a new name, values that are taken would be free")
              .withRelated(entity.uniques().get(0).span(), "guards are kept for this")
              .withHint(
                  "go on with the stored name instead of this line, whatever the entity is called:"
                      + " `entity %s \"%s\" in %s`"
                          .formatted(
                              entity.name().name(), first.text(), entity.table().name().name())));
    }
    return Optional.empty();
  }
}
