package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.KeyType;
import dev.keyplan.model.Model;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An attribute that is stored under the name of an index's key attribute must have its type, even
 * if the entity is not in the index: DynamoDB refuses to write an item whose attribute has another.
 */
public final class IndexKeyType implements ModelRule {
  public static final String ID = "INDEX_KEY_TYPE";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    return model.entities().stream()
        .flatMap(entity -> entity.attributes().stream().flatMap(a -> check(entity, a)))
        .toList();
  }

  private static Stream<Diagnostic> check(Entity entity, Attribute attribute) {
    Optional<KeyType> type = attribute.type().keyType();
    return entity.table().indexes().stream()
        .filter(index -> entity.membership(index).isEmpty())
        .flatMap(index -> index.key().attributes().stream())
        .filter(key -> key.name().equals(attribute.storedName()))
        .filter(key -> type.filter(t -> t == key.type()).isEmpty())
        .limit(1)
        .map(
            key ->
                Diagnostic.error(
                        ID,
                        attribute.span(),
                        "`%s` is stored as `%s`, which an index takes for a %s"
                            .formatted(attribute.name(), key.name(), key.type().word()))
                    .withLabel("a `%s` here".formatted(attribute.type().text()))
                    .withRelated(key.span(), "DynamoDB refuses items with another type in it")
                    .withHint(
                        "store it under another name: `%1$s \"%1$s_value\"`"
                            .formatted(attribute.name())));
  }
}
