package dev.keyplan.plan;

import dev.keyplan.model.BatchPattern;
import dev.keyplan.model.Condition;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Operand;
import dev.keyplan.model.Pattern;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.ReadTransactionPattern;
import dev.keyplan.model.TransactionPattern;
import dev.keyplan.model.TransactionPattern.MemberAttribute;
import dev.keyplan.model.Unique;
import dev.keyplan.model.WritePattern;
import dev.keyplan.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** How one pattern is answered, or why it cannot be. */
public sealed interface Plan
    permits Plan.GetItem,
        Plan.GuardedGet,
        Plan.BatchGetItem,
        Plan.Query,
        Plan.Scan,
        Plan.TransactionGet,
        Plan.Write,
        Plan.Batch,
        Plan.Transaction,
        Plan.Unservable {
  Pattern pattern();

  /**
   * GetItem.
   *
   * @param key the operand of each attribute that the primary key is made of, by attribute name
   */
  record GetItem(ReadPattern pattern, Entity entity, Map<String, Operand> key, boolean isConsistent)
      implements Plan {
    public GetItem {
      key = Map.copyOf(key);
    }
  }

  /**
   * GetItem of the guard of a unique value, then of the item whose value it is; strongly
   * consistent.
   *
   * @param values the operand of each of the unique's attributes, by attribute name
   */
  record GuardedGet(ReadPattern pattern, Entity entity, Unique unique, Map<String, Operand> values)
      implements Plan {
    public GuardedGet {
      values = Map.copyOf(values);
    }
  }

  /**
   * BatchGetItem, as often as the number of keys demands.
   *
   * @param key the operand of each attribute that the primary key is made of, by attribute name:
   *     one of them a list; none if the keys themselves are given
   */
  record BatchGetItem(
      ReadPattern pattern, Entity entity, Map<String, Operand> key, boolean isConsistent)
      implements Plan {
    public BatchGetItem {
      key = Map.copyOf(key);
    }

    /** Whether the caller gives keys, and not values of which they are made. */
    public boolean isGivenKeys() {
      return key.isEmpty();
    }
  }

  /**
   * Query.
   *
   * @param entities what the results are
   * @param filter what DynamoDB discards of the items it has read, unless it holds
   * @param limit the most results in all
   * @param pageSize the items read for one page
   * @param isFetched whether the items are read from the table, since the index lacks attributes:
   *     by DynamoDB itself for a local index, by BatchGetItem for a global one
   * @param isSingle whether the pattern promises at most one result
   */
  record Query(
      ReadPattern pattern,
      AccessPath path,
      List<Entity> entities,
      KeyCondition condition,
      Optional<Condition> filter,
      boolean isDescending,
      OptionalInt limit,
      OptionalInt pageSize,
      boolean isConsistent,
      boolean isFetched,
      boolean isSingle)
      implements Plan {
    public Query {
      entities = List.copyOf(entities);
    }

    /** Whether the items come by requests of their own. */
    public boolean isFetchedByKey() {
      return isFetched && !path.allowsConsistentReads();
    }

    /** Whether it discards anything but items that have expired. */
    public boolean isSelective() {
      return filter.isPresent() && !Expiry.isAll(filter.get(), pattern);
    }

    /** Whether only the number of items is wanted. */
    public boolean isCount() {
      return pattern.verb() == ReadPattern.Verb.COUNT;
    }

    /** Whether DynamoDB counts them, and gives none. */
    public boolean isCountOnly() {
      return isCount() && Expiry.afterReading(this).isEmpty();
    }
  }

  /**
   * Scan.
   *
   * @param entities what the results are
   * @param others the entities whose items it reads besides, and discards
   * @param typeAttribute the attribute that tells them from the results, if the path holds it
   * @param beginnings what tells the results by their keys, all terms of one list at least; empty
   *     where the type does, or where there are no others
   * @param filter what is discarded of the results, unless it holds
   * @param limit the most results in all
   * @param pageSize the items read for one page
   */
  record Scan(
      ReadPattern pattern,
      AccessPath path,
      List<Entity> entities,
      List<Entity> others,
      Optional<String> typeAttribute,
      List<List<KeyTerm>> beginnings,
      Optional<Condition> filter,
      OptionalInt limit,
      OptionalInt pageSize,
      boolean isConsistent)
      implements Plan {
    public Scan {
      entities = List.copyOf(entities);
      others = List.copyOf(others);
      beginnings = beginnings.stream().map(List::copyOf).toList();
    }

    /** Whether it discards anything but items that have expired. */
    public boolean isSelective() {
      return typeAttribute.isPresent()
          || !beginnings.isEmpty()
          || (filter.isPresent() && !Expiry.isAll(filter.get(), pattern));
    }
  }

  /** TransactGetItems, with one get for each member in order. */
  record TransactionGet(ReadTransactionPattern pattern) implements Plan {}

  /** A single write. */
  record Write(WritePattern pattern, WriteAction action) implements Plan {}

  /** BatchWriteItem, as often as it takes. */
  record Batch(BatchPattern pattern, WriteAction action) implements Plan {}

  /** TransactWriteItems, with one action for each member in order. */
  record Transaction(TransactionPattern pattern, List<Member> members) implements Plan {
    public Transaction {
      members = List.copyOf(members);
    }

    /**
     * The members whose keys follow from other members, by name: where each attribute of the key
     * comes from.
     */
    public Map<String, List<MemberAttribute>> derivedKeys() {
      return DerivedKeys.of(this);
    }
  }

  /**
   * An action with its name in the transaction.
   *
   * @param key the operand of each attribute that the primary key is made of, by attribute name;
   *     none if the key itself is given, or the item
   */
  record Member(String name, WriteAction action, Map<String, Operand> key) {
    public Member {
      key = Map.copyOf(key);
    }
  }

  /**
   * No access path answers the pattern.
   *
   * @param rejections why not, for each access path of the table, or for the one that the pattern
   *     names; the nearest first
   * @param suggestion lines to add to the model that would serve it
   * @param other the access path that would serve if the pattern did not name another
   */
  record Unservable(
      Pattern pattern,
      List<Rejection> rejections,
      Optional<Suggestion> suggestion,
      Optional<AccessPath> other)
      implements Plan {
    public Unservable {
      rejections = List.copyOf(rejections);
    }
  }

  /**
   * Why an access path does not serve.
   *
   * @param reason a clause that begins with the access path: "the index `byGroup` needs …"
   * @param span the part of the pattern that asks too much
   * @param evidence what shows it elsewhere in the model
   */
  record Rejection(
      AccessPath path, Obstacle obstacle, String reason, Span span, List<Evidence> evidence) {
    public Rejection {
      evidence = List.copyOf(evidence);
    }

    Rejection(AccessPath path, Obstacle obstacle, String reason, Span span) {
      this(path, obstacle, reason, span, List.of());
    }
  }

  /** A place in the model that is a part of the reason. */
  record Evidence(Span span, String text) {}

  /** What kept an access path from serving, in the order in which it is looked at. */
  enum Obstacle {
    /** The entity is not in the index. */
    NOT_A_MEMBER,
    /** The partition key is not bound by equality. */
    PARTITION_KEY,
    /** The entities of a collection write different texts into the partition key. */
    KEYS_DIFFER,
    /** The sort key cannot express the rest of the restrictions. */
    SORT_KEY,
    /** Several items may be found where one is promised. */
    NOT_UNIQUE,
    /** The items come in another order. */
    ORDER,
    /** Items of other entities would be read too. */
    OTHER_ENTITIES,
    /** The index holds only a part of the items. */
    INCOMPLETE,
    /** The index lacks attributes. */
    PROJECTION,
    /** What an item has of the path does not tell whether it has expired. */
    EXPIRY,
    /** The index cannot be read with strong consistency. */
    CONSISTENCY
  }

  /** What to add to the table and to each entity. */
  record Suggestion(String tableLine, List<EntityLine> entityLines) {
    public Suggestion {
      entityLines = List.copyOf(entityLines);
    }

    Suggestion(String tableLine, Entity entity, String line) {
      this(tableLine, List.of(new EntityLine(entity, line)));
    }

    /** The line of an entity. */
    public record EntityLine(Entity entity, String line) {}
  }
}
