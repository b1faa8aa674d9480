package dev.keyplan.cost;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.BinaryType;
import dev.keyplan.model.AttributeType.DecimalType;
import dev.keyplan.model.AttributeType.EnumType;
import dev.keyplan.model.AttributeType.EpochType;
import dev.keyplan.model.AttributeType.FormattedTimestampType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.model.AttributeType.StructType;
import dev.keyplan.model.AttributeType.TimestampType;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Filling;
import dev.keyplan.model.HoleFunction;
import dev.keyplan.model.Index;
import dev.keyplan.model.IndexKey;
import dev.keyplan.model.IndexMembership;
import dev.keyplan.model.KeyNumber;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.Precision;
import dev.keyplan.model.TextFacts;
import dev.keyplan.plan.AccessPath;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * The size of items and index entries. Names and values count with their UTF-8 bytes; a number
 * takes a byte for two digits and one more, a map three bytes and one for each entry. Source:
 * Amazon DynamoDB Developer Guide, "DynamoDB item sizes and formats".
 */
public final class EntitySize {
  private static final int MAP_OVERHEAD = 3;
  private static final int MAP_ENTRY_OVERHEAD = 1;

  /** 17 digits, on both sides of the point, and a sign. */
  private static final int MOST_BYTES_OF_A_DOUBLE = 12;

  private EntitySize() {}

  /** The size of an entity's item in the table. */
  public static SizeRange of(Entity entity) {
    return SizeRange.sum(attributes(entity).values());
  }

  /** The size of an item of which every attribute is as large as its type allows, if it says. */
  public static OptionalLong largest(Entity entity) {
    return SizeRange.sum(
            entity.attributes().stream()
                .map(attribute -> of(attribute.type()).plus(bytes(attribute.storedName())))
                .toList())
        .maximum();
  }

  /** The size of an entity's entry in an index, without the overhead of storage. */
  public static SizeRange of(Entity entity, IndexMembership membership) {
    Index index = membership.index();
    return SizeRange.sum(
        attributes(entity).entrySet().stream()
            .filter(a -> index.projects(a.getKey()) || entity.table().key().contains(a.getKey()))
            .map(Map.Entry::getValue)
            .toList());
  }

  /** The size of what an access path holds of an entity that is in it. */
  public static SizeRange of(Entity entity, AccessPath path) {
    return path.index()
        .flatMap(entity::membership)
        .map(membership -> of(entity, membership))
        .orElseGet(() -> of(entity));
  }

  /** Every attribute of an item with the size of its name and value, by its stored name. */
  private static Map<String, SizeRange> attributes(Entity entity) {
    Map<String, SizeRange> sizes = new LinkedHashMap<>();
    for (EntityKey.Part part : entity.key().parts()) {
      if (!part.isStored()) {
        sizes.put(part.key().name(), of(part));
      }
    }
    for (IndexKey key : entity.indexKeys()) {
      SizeRange size = of(key.part());
      sizes.put(key.part().key().name(), key.isSparse() ? size.orNothing() : size);
    }
    entity
        .table()
        .typeAttribute()
        .ifPresent(name -> sizes.put(name, named(name, bytes(entity.typeValue()))));
    for (Attribute attribute : entity.stored()) {
      sizes.put(attribute.storedName(), of(attribute));
    }
    return sizes;
  }

  private static SizeRange of(EntityKey.Part part) {
    return named(part.key().name(), filling(part.filling()));
  }

  private static SizeRange of(Attribute attribute) {
    SizeRange size = named(attribute.storedName(), value(attribute));
    return attribute.mayBeAbsent() ? size.orNothing() : size;
  }

  /** The size of the value of a key attribute, without its name. */
  public static SizeRange ofKey(EntityKey.Part part) {
    return filling(part.filling());
  }

  private static SizeRange filling(Filling filling) {
    if (filling instanceof Filling.FromAttribute from) {
      return value(from.attribute());
    }
    SizeRange size = SizeRange.exactly(0);
    for (KeyTemplate.Part part : ((Filling.FromTemplate) filling).template().parts()) {
      size =
          size.plus(
              part instanceof KeyTemplate.Text text
                  ? bytes(text.value())
                  : rendered((KeyTemplate.Hole) part));
    }
    return size;
  }

  /** The size of a value in a key text. */
  private static SizeRange rendered(KeyTemplate.Hole hole) {
    if (hole.function().isPresent()) {
      HoleFunction function = hole.function().get();
      if (function instanceof HoleFunction.Bucket bucket) {
        return SizeRange.exactly(bucket.unit().length());
      }
      if (function instanceof HoleFunction.Shard shard) {
        return SizeRange.exactly(shard.width());
      }
      if (function instanceof HoleFunction.Escaped) {
        return value(hole.attribute()).plus(1);
      }
    }
    AttributeType type = hole.attribute().type();
    return switch (type.kind()) {
      case INTEGER -> SizeRange.exactly(KeyNumber.of((IntegerType) type).width());
      case DECIMAL -> SizeRange.exactly(KeyNumber.of((DecimalType) type).width());
      case BOOLEAN -> SizeRange.between(bytes("true").minimum(), bytes("false").minimum());
      case EPOCH -> SizeRange.exactly(timestampLength(((EpochType) type).precision()));
      default -> value(hole.attribute());
    };
  }

  /** What the model says is typical, or else what the type allows. */
  private static SizeRange value(Attribute attribute) {
    return attribute
        .statistics()
        .size()
        .map(size -> SizeRange.exactly(size.amount()))
        .orElseGet(() -> of(attribute.type()));
  }

  /** The size of the values that a type allows. */
  public static SizeRange of(AttributeType type) {
    return switch (type.kind()) {
      case STRING -> text((StringType) type);
      case INTEGER -> number((IntegerType) type);
      case DECIMAL -> decimal((DecimalType) type);
      case DOUBLE -> SizeRange.between(1, MOST_BYTES_OF_A_DOUBLE);
      case BOOLEAN -> SizeRange.exactly(1);
      case BINARY -> binary((BinaryType) type);
      case UUID -> SizeRange.exactly(36);
      case ULID -> SizeRange.exactly(26);
      case EPOCH ->
          SizeRange.between(1, ((EpochType) type).precision() == Precision.SECONDS ? 8 : 9);
      case DATE -> SizeRange.exactly(10);
      case TIMESTAMP -> SizeRange.exactly(timestampLength(((TimestampType) type).precision()));
      case FORMATTED_TIMESTAMP -> {
        FormattedTimestampType formatted = (FormattedTimestampType) type;
        yield SizeRange.between(formatted.bytes(), formatted.mostBytes());
      }
      case ENUM -> enumText((EnumType) type);
      case STRUCT -> map((StructType) type, new HashMap<>());
      case JSON -> SizeRange.atLeast(1);
      case LIST, MAP, FREE_MAP -> SizeRange.atLeast(MAP_OVERHEAD);
      case SET -> SizeRange.atLeast(0);
    };
  }

  private static SizeRange text(StringType type) {
    TextFacts facts = type.facts();
    return facts.longest().isPresent()
        ? SizeRange.between(
            facts.shortest(), (long) facts.bytesOfCharacter() * facts.longest().getAsInt())
        : SizeRange.atLeast(facts.shortest());
  }

  private static SizeRange number(IntegerType type) {
    long most = Math.max(numberBytes(type.minimum()), numberBytes(type.maximum()));
    return SizeRange.between(
        type.minimum() < 0 ? 1 : Math.min(2, numberBytes(type.minimum())), most);
  }

  private static SizeRange decimal(DecimalType type) {
    long whole = type.precision() - (long) type.scale();
    return SizeRange.between(1, 2 + (whole + 1) / 2 + (type.scale() + 1L) / 2);
  }

  private static SizeRange binary(BinaryType type) {
    return type.maximumLength().isPresent()
        ? SizeRange.between(type.minimumLength(), type.maximumLength().getAsInt())
        : SizeRange.atLeast(type.minimumLength());
  }

  private static long numberBytes(long value) {
    long digits = Long.toString(value).replace("-", "").length();
    return 1 + (digits + 1) / 2 + (value < 0 ? 1 : 0);
  }

  private static long timestampLength(Precision precision) {
    long digits = precision.digits();
    return "2026-11-23T10:15:30Z".length() + (digits == 0 ? 0 : 1 + digits);
  }

  private static SizeRange enumText(EnumType type) {
    LongStream.Builder lengths = LongStream.builder();
    type.definition().constants().forEach(c -> lengths.add(c.storedText().getBytes(UTF_8).length));
    var statistics = lengths.build().summaryStatistics();
    return SizeRange.between(statistics.getMin(), statistics.getMax());
  }

  /**
   * @param known what is known of structs already: those that hold each other twice at every level
   *     would take exponential time
   */
  private static SizeRange map(StructType type, Map<DefinitionName, SizeRange> known) {
    SizeRange before = known.get(type.definition().name());
    if (before != null) {
      return before;
    }
    SizeRange size = SizeRange.exactly(MAP_OVERHEAD);
    for (Attribute attribute : type.definition().attributes()) {
      boolean isNested =
          attribute.type() instanceof StructType && attribute.statistics().size().isEmpty();
      SizeRange value = isNested ? map((StructType) attribute.type(), known) : value(attribute);
      SizeRange entry = named(attribute.storedName(), value).plus(MAP_ENTRY_OVERHEAD);
      size = size.plus(attribute.mayBeAbsent() ? entry.orNothing() : entry);
    }
    known.put(type.definition().name(), size);
    return size;
  }

  private static SizeRange named(String name, SizeRange value) {
    return value.plus(bytes(name));
  }

  private static SizeRange bytes(String text) {
    return SizeRange.exactly(text.getBytes(UTF_8).length);
  }
}
