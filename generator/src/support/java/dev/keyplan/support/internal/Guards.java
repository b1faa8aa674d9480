package dev.keyplan.support.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The guard items of one entity's unique values. For each value that an item has, a guard in the
 * same table has that value as its key, and says whose it is. Guards come, change and go in the
 * transaction that writes the item, so that no two items can have the value.
 *
 * <p>It is immutable; {@code sorted}, {@code typed}, {@code expiring} and {@code unique} add to it.
 */
public final class Guards implements GuardActions {
  /** What stands where other items have their entity. */
  private static final String TYPE = "_unique";

  /** The attribute with the key of the item whose value it is. */
  private static final String OWNER = "_of";

  /** How often to read a guard and its item; one that is written all the time is not worth more. */
  static final int ATTEMPTS = 5;

  private final String entity;
  private final GuardKey key;
  private final Optional<String> typeAttribute;
  private final Optional<String> expiryAttribute;
  private final List<Unique> uniques;

  /** Attributes, as the model calls them and as they are stored. */
  private record Unique(List<String> names, List<String> storedNames) {}

  private Guards(
      String entity,
      GuardKey key,
      Optional<String> typeAttribute,
      Optional<String> expiryAttribute,
      List<Unique> uniques) {
    this.entity = entity;
    this.key = key;
    this.typeAttribute = typeAttribute;
    this.expiryAttribute = expiryAttribute;
    this.uniques = uniques;
  }

  /**
   * Guards of an entity in a table without a sort key.
   *
   * @param entity what the type attribute holds for its items
   * @param partitionKey the table's partition key, a string
   */
  public static Guards of(String entity, String partitionKey) {
    GuardKey key = new GuardKey(partitionKey, Optional.empty(), GuardKey.Sort.NONE);
    return new Guards(entity, key, Optional.empty(), Optional.empty(), List.of());
  }

  /** The table has a sort key, a string. */
  public Guards sortedByText(String sortKey) {
    return sorted(sortKey, GuardKey.Sort.TEXT);
  }

  /** The table has a sort key, a number. */
  public Guards sortedByNumber(String sortKey) {
    return sorted(sortKey, GuardKey.Sort.NUMBER);
  }

  /** The table has a sort key, binary. */
  public Guards sortedByBinary(String sortKey) {
    return sorted(sortKey, GuardKey.Sort.BINARY);
  }

  private Guards sorted(String sortKey, GuardKey.Sort sort) {
    GuardKey sorted = new GuardKey(key.partitionKey(), Optional.of(sortKey), sort);
    return new Guards(entity, sorted, typeAttribute, expiryAttribute, uniques);
  }

  /** Items say in this attribute what they are. */
  public Guards typed(String attribute) {
    return new Guards(entity, key, Optional.of(attribute), expiryAttribute, uniques);
  }

  /** Items expire by this attribute, and their guards with them. */
  public Guards expiring(String attribute) {
    return new Guards(entity, key, typeAttribute, Optional.of(attribute), uniques);
  }

  /** These attributes together are unique. */
  public Guards unique(List<String> names, List<String> storedNames) {
    List<Unique> more = new ArrayList<>(uniques);
    more.add(new Unique(names, storedNames));
    return new Guards(entity, key, typeAttribute, expiryAttribute, List.copyOf(more));
  }

  /**
   * The actions of a write together with those of its guards, of which none expires, or none is
   * put.
   *
   * @param actions those of the item
   * @param before the item before the write; empty if there is none
   * @param after the item after it; empty if there is none
   */
  public List<TransactWriteItem> with(
      List<TransactWriteItem> actions,
      Map<String, AttributeValue> before,
      Map<String, AttributeValue> after) {
    return with(actions, before, after, Optional.empty());
  }

  /**
   * The same where guards expire: one that has is free, whoever it is of. DynamoDB deletes it
   * within days, and not together with its item; or never, if it has expired for years.
   */
  public List<TransactWriteItem> with(
      List<TransactWriteItem> actions,
      Map<String, AttributeValue> before,
      Map<String, AttributeValue> after,
      Instant now) {
    return with(actions, before, after, Optional.of(now));
  }

  private List<TransactWriteItem> with(
      List<TransactWriteItem> actions,
      Map<String, AttributeValue> before,
      Map<String, AttributeValue> after,
      Optional<Instant> now) {
    List<TransactWriteItem> all = new ArrayList<>(actions);
    String table = tableOf(actions.get(0));
    for (Unique unique : uniques) {
      change(table, guard(unique, before), guard(unique, after), now, all);
    }
    return List.copyOf(all);
  }

  /**
   * The same for a write that puts all of an item in its place: also guards of values that stay are
   * put, which are missing if the item was written when its values were not unique.
   */
  public List<TransactWriteItem> renewed(
      List<TransactWriteItem> actions,
      Map<String, AttributeValue> before,
      Map<String, AttributeValue> after) {
    return renewed(actions, before, after, Optional.empty());
  }

  /** The same where guards expire. */
  public List<TransactWriteItem> renewed(
      List<TransactWriteItem> actions,
      Map<String, AttributeValue> before,
      Map<String, AttributeValue> after,
      Instant now) {
    return renewed(actions, before, after, Optional.of(now));
  }

  private List<TransactWriteItem> renewed(
      List<TransactWriteItem> actions,
      Map<String, AttributeValue> before,
      Map<String, AttributeValue> after,
      Optional<Instant> now) {
    List<TransactWriteItem> all = new ArrayList<>(with(actions, before, after, now));
    String table = tableOf(actions.get(0));
    for (Unique unique : uniques) {
      guard(unique, after)
          .filter(guard -> guard(unique, before).equals(Optional.of(guard)))
          .ifPresent(guard -> all.add(put(table, guard, Optional.of(ownerOf(guard)), now)));
    }
    return List.copyOf(all);
  }

  private void change(
      String table,
      Optional<Map<String, AttributeValue>> before,
      Optional<Map<String, AttributeValue>> after,
      Optional<Instant> now,
      List<TransactWriteItem> actions) {
    if (before.equals(after)) {
      return;
    }
    boolean keepsKey =
        before.isPresent() && after.isPresent() && key.of(before.get()).equals(key.of(after.get()));
    if (keepsKey) {
      actions.add(put(table, after.get(), Optional.of(ownerOf(before.get())), now));
      return;
    }
    after.ifPresent(guard -> actions.add(put(table, guard, Optional.empty(), now)));
    before.ifPresent(guard -> actions.add(delete(table, guard)));
  }

  /** The guard of the value that an item has, if it has one. */
  private Optional<Map<String, AttributeValue>> guard(
      Unique unique, Map<String, AttributeValue> item) {
    if (!unique.storedNames().stream().allMatch(item::containsKey)) {
      return Optional.empty();
    }
    Map<String, AttributeValue> guard = new HashMap<>(key.of(text(unique, item)));
    typeAttribute.ifPresent(name -> guard.put(name, AttributeValue.fromS(TYPE)));
    expiryAttribute.filter(item::containsKey).ifPresent(name -> guard.put(name, item.get(name)));
    guard.put(OWNER, AttributeValue.fromM(key.of(item)));
    return Optional.of(guard);
  }

  /** The key of the guard of these values, by stored names: those of one unique. */
  public Map<String, AttributeValue> key(Map<String, AttributeValue> values) {
    return uniques.stream()
        .filter(unique -> values.keySet().equals(Set.copyOf(unique.storedNames())))
        .findFirst()
        .map(unique -> key.of(text(unique, values)))
        .orElseThrow();
  }

  /** The key of the item whose value a guard is of. */
  private static AttributeValue ownerOf(Map<String, AttributeValue> guard) {
    return Read.stored(guard, OWNER);
  }

  /** The request for the item whose value a guard is of. */
  static GetItemRequest owner(String table, Map<String, AttributeValue> guard) {
    return GetItemRequest.builder()
        .tableName(table)
        .key(ownerOf(guard).m())
        .consistentRead(true)
        .build();
  }

  /** Whether an item has the value whose guard has this key. */
  boolean isGuarded(Map<String, AttributeValue> item, Map<String, AttributeValue> guardKey) {
    return uniques.stream()
        .flatMap(unique -> guard(unique, item).stream())
        .anyMatch(guard -> key.of(guard).equals(guardKey));
  }

  /**
   * {@code UNIQUE#Customer#email#ann@example.com}. Of several values, all but the last have their
   * {@code #} marked, so that each text has one meaning.
   */
  private String text(Unique unique, Map<String, AttributeValue> values) {
    StringBuilder text = new StringBuilder(prefix(unique));
    List<String> names = unique.storedNames();
    for (int i = 0; i < names.size(); i++) {
      String value = text(Read.stored(values, names.get(i)));
      boolean isLast = i == names.size() - 1;
      text.append(isLast ? value : value.replace("\\", "\\\\").replace("#", "\\#") + "#");
    }
    return text.toString();
  }

  private String prefix(Unique unique) {
    return "UNIQUE#" + entity + "#" + String.join(",", unique.storedNames()) + "#";
  }

  private static String text(AttributeValue value) {
    return switch (value.type()) {
      case S -> value.s();
      // DynamoDB returns 10.00 as 10.
      case N -> new BigDecimal(value.n()).stripTrailingZeros().toPlainString();
      case BOOL -> value.bool().toString();
      case B -> Base64.getUrlEncoder().encodeToString(value.b().asByteArray());
      default -> throw new IllegalArgumentException("No unique value: " + value.type());
    };
  }

  /** Takes the value for an item, if no other has it; or rewrites its own guard. */
  private TransactWriteItem put(
      String table,
      Map<String, AttributeValue> guard,
      Optional<AttributeValue> owner,
      Optional<Instant> now) {
    StringBuilder condition = new StringBuilder("attribute_not_exists(#_pk)");
    Map<String, String> names = new HashMap<>(Map.of("#_pk", key.partitionKey()));
    Map<String, AttributeValue> values = new HashMap<>();
    owner.ifPresent(
        item -> {
          condition.append(" OR #_of = :_of");
          names.put("#_of", OWNER);
          values.put(":_of", item);
        });
    now.ifPresent(
        time -> {
          condition.append(" OR #_expiry <= :_now");
          names.put("#_expiry", expiryAttribute.orElseThrow());
          values.put(":_now", AttributeValue.fromN(Long.toString(time.getEpochSecond())));
        });
    Put put =
        Put.builder()
            .tableName(table)
            .item(guard)
            .conditionExpression(condition.toString())
            .expressionAttributeNames(names)
            .expressionAttributeValues(Actions.present(values))
            .build();
    return TransactWriteItem.builder().put(put).build();
  }

  /** Frees the value, unless it is another item's: that took it when this one had expired. */
  private TransactWriteItem delete(String table, Map<String, AttributeValue> guard) {
    Delete delete =
        Delete.builder()
            .tableName(table)
            .key(key.of(guard))
            .conditionExpression("attribute_not_exists(#_pk) OR #_of = :_of")
            .expressionAttributeNames(Map.of("#_pk", key.partitionKey(), "#_of", OWNER))
            .expressionAttributeValues(Map.of(":_of", ownerOf(guard)))
            .build();
    return TransactWriteItem.builder().delete(delete).build();
  }

  /** Whether this is the key of one of these guards. */
  public boolean isGuard(Map<String, AttributeValue> itemKey) {
    AttributeValue text = itemKey.get(key.partitionKey());
    return text != null && unique(text).isPresent() && key.of(text.s()).equals(itemKey);
  }

  /** Whether an action is about one of these guards. */
  @Override
  public boolean isGuard(TransactWriteItem action) {
    return unique(action).isPresent();
  }

  /** The attributes whose values an action takes; empty if it does not put one of these guards. */
  @Override
  public List<String> taken(TransactWriteItem action) {
    return action.put() == null ? List.of() : unique(action).map(Unique::names).orElse(List.of());
  }

  private Optional<Unique> unique(TransactWriteItem action) {
    return Optional.ofNullable(keyOf(action).get(key.partitionKey())).flatMap(this::unique);
  }

  private Optional<Unique> unique(AttributeValue text) {
    return text.s() == null
        ? Optional.empty()
        : uniques.stream().filter(unique -> text.s().startsWith(prefix(unique))).findFirst();
  }

  /** What an action is about: a key, or a whole item. */
  private static Map<String, AttributeValue> keyOf(TransactWriteItem action) {
    if (action.put() != null) {
      return action.put().item();
    }
    if (action.update() != null) {
      return action.update().key();
    }
    return action.delete() != null ? action.delete().key() : action.conditionCheck().key();
  }

  private static String tableOf(TransactWriteItem action) {
    if (action.put() != null) {
      return action.put().tableName();
    }
    if (action.update() != null) {
      return action.update().tableName();
    }
    return action.delete() != null
        ? action.delete().tableName()
        : action.conditionCheck().tableName();
  }
}
