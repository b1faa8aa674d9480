package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Model;
import java.util.List;
import java.util.stream.Stream;

/**
 * An attribute that the key of a table is made of must be there in every item: DynamoDB refuses an
 * item without a key attribute, and a template with a hole that nothing fills is no key. In the key
 * of an index it may be optional: the index then holds only the items that have it.
 */
public final class OptionalInKey implements ModelRule {
  public static final String ID = "OPTIONAL_IN_KEY";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    return model.entities().stream()
        .flatMap(entity -> entity.key().parts().stream())
        .flatMap(this::check)
        .toList();
  }

  private Stream<Diagnostic> check(EntityKey.Part part) {
    return part.filling().attributes().stream()
        .filter(Attribute::isOptional)
        .distinct()
        .map(
            attribute ->
                Diagnostic.error(
                        ID,
                        EntityKeys.spanOf(part, attribute),
                        "the optional attribute `%s` cannot be part of the key of a table"
                            .formatted(attribute.name()))
                    .withLabel("fills `%s`".formatted(part.key().name()))
                    .withRelated(attribute.span(), "may be absent")
                    .withHint(
                        "take the `?` away: `%s : %s`"
                            .formatted(attribute.name(), attribute.type().text())));
  }
}
