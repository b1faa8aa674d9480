package dev.keyplan.model;

import dev.keyplan.model.AttributeType.BinaryType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The guard items of unique values, as if they were an entity of their own: whatever is proved of
 * keys holds for them, too. The support class {@code Guards} writes what is described here.
 */
public final class GuardEntity {
  /** What guards have in the type attribute of their table. */
  public static final String TYPE = "_unique";

  /** The attribute with the key of the item that a guard is for. */
  public static final String OWNER = "_of";

  private GuardEntity() {}

  /** One for each unique of an entity. */
  public static List<Entity> of(Entity entity) {
    return entity.uniques().stream().map(unique -> of(entity, unique)).toList();
  }

  /** What all guards of a unique begin with. */
  public static String prefix(Entity entity, Unique unique) {
    List<String> names = unique.attributes().stream().map(Attribute::storedName).toList();
    return "UNIQUE#" + entity.typeValue() + "#" + String.join(",", names) + "#";
  }

  private static Entity of(Entity entity, Unique unique) {
    Table table = entity.table();
    Span span = unique.span();
    Attribute value = attribute("value", new StringType(1, OptionalInt.empty()), span);
    Filling text =
        new Filling.FromTemplate(
            new KeyTemplate(
                List.of(
                    new KeyTemplate.Text(prefix(entity, unique)),
                    new KeyTemplate.Hole(value, Optional.empty(), span)),
                span));
    EntityKey key =
        new EntityKey(
            parts(table.key().partition(), text, span), parts(table.key().sort(), text, span));
    List<IndexMembership> indexes = new ArrayList<>();
    for (Index index : table.indexes()) {
      membership(entity, key, index, span).ifPresent(indexes::add);
    }
    return new Entity(
        new DefinitionName(entity.name().namespace(), unique.text()),
        Optional.empty(),
        table,
        TYPE,
        List.of(),
        List.of(value),
        key,
        indexes,
        List.of(),
        Set.of(),
        Optional.empty(),
        span);
  }

  /** The text, or what stands where the table wants no text. */
  private static List<EntityKey.Part> parts(List<KeyAttribute> keys, Filling text, Span span) {
    return keys.stream()
        .map(
            key ->
                new EntityKey.Part(
                    key,
                    switch (key.type()) {
                      case STRING -> text;
                      case NUMBER -> constant(key, new IntegerType(true, true, 0, 0), span);
                      case BINARY -> constant(key, new BinaryType(1, OptionalInt.of(1)), span);
                    },
                    span))
        .toList();
  }

  private static Filling constant(KeyAttribute key, AttributeType type, Span span) {
    return new Filling.FromAttribute(attribute(key.name(), type, span));
  }

  private static Attribute attribute(String name, AttributeType type, Span span) {
    return new Attribute(
        name,
        name,
        type,
        false,
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        ValueStatistics.none(),
        span);
  }

  /** A guard is in the indexes whose key attributes it happens to have. */
  private static Optional<IndexMembership> membership(
      Entity entity, EntityKey primary, Index index, Span span) {
    List<Optional<EntityKey.Part>> partition =
        index.key().partition().stream().map(k -> part(entity, primary, k, span)).toList();
    List<Optional<EntityKey.Part>> sort =
        index.key().sort().stream().map(k -> part(entity, primary, k, span)).toList();
    if (Stream.concat(partition.stream(), sort.stream()).anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    EntityKey key =
        new EntityKey(
            partition.stream().flatMap(Optional::stream).toList(),
            sort.stream().flatMap(Optional::stream).toList());
    return Optional.of(new IndexMembership(index, key, span));
  }

  private static Optional<EntityKey.Part> part(
      Entity entity, EntityKey primary, KeyAttribute key, Span span) {
    Optional<EntityKey.Part> own =
        primary.parts().stream().filter(p -> p.key().name().equals(key.name())).findFirst();
    if (own.isPresent()) {
      return own;
    }
    if (entity.table().typeAttribute().equals(Optional.of(key.name()))) {
      KeyTemplate type = new KeyTemplate(List.of(new KeyTemplate.Text(TYPE)), span);
      return Optional.of(new EntityKey.Part(key, new Filling.FromTemplate(type), span));
    }
    return entity
        .expiry()
        .filter(expiry -> expiry.storedName().equals(key.name()))
        .map(expiry -> new EntityKey.Part(key, new Filling.FromAttribute(expiry), span));
  }
}
