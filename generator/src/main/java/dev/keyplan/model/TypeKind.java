package dev.keyplan.model;

import java.util.Set;

/**
 * One constant for each type of {@link AttributeType}, with what holds for all its values. It is
 * there for exhaustive {@code switch} expressions, too: a new kind does not compile until every
 * place that must know it does.
 */
public enum TypeKind {
  STRING(StorageType.S, Fact.TEXT, Fact.SIZED, Fact.ORDERED, Fact.LISTED, Fact.IN_TEMPLATES),
  INTEGER(StorageType.N, Fact.NUMBER, Fact.ORDERED, Fact.LISTED, Fact.IN_TEMPLATES),
  DECIMAL(StorageType.N, Fact.NUMBER, Fact.ORDERED, Fact.LISTED, Fact.IN_TEMPLATES),
  DOUBLE(StorageType.N, Fact.NUMBER, Fact.ORDERED, Fact.LISTED),
  BOOLEAN(StorageType.BOOL, Fact.IN_TEMPLATES),
  BINARY(StorageType.B, Fact.SIZED, Fact.ORDERED),
  UUID(StorageType.S, Fact.ORDERED, Fact.LISTED, Fact.IN_TEMPLATES),
  ULID(StorageType.S, Fact.ORDERED, Fact.LISTED, Fact.IN_TEMPLATES),
  TIMESTAMP(StorageType.S, Fact.ORDERED, Fact.LISTED, Fact.IN_TEMPLATES),
  /** In a form of its own, which may have no order. */
  FORMATTED_TIMESTAMP(StorageType.S, Fact.LISTED, Fact.IN_TEMPLATES),
  EPOCH(StorageType.N, Fact.ORDERED, Fact.LISTED),
  DATE(StorageType.S, Fact.ORDERED, Fact.LISTED, Fact.IN_TEMPLATES),
  ENUM(StorageType.S, Fact.ORDERED, Fact.LISTED, Fact.IN_TEMPLATES),
  /** Text of another language, which looks different and means the same. */
  JSON(StorageType.S),
  STRUCT(StorageType.M),
  LIST(StorageType.L, Fact.SIZED),
  MAP(StorageType.M, Fact.SIZED),
  /** A map whose values the model says nothing of. */
  FREE_MAP(StorageType.M, Fact.SIZED),
  /** Stored as a set of what its elements are stored as. */
  SET(StorageType.SS, Fact.SIZED);

  private enum Fact {
    TEXT,
    SIZED,
    NUMBER,
    ORDERED,
    LISTED,
    IN_TEMPLATES
  }

  private final StorageType storage;
  private final Set<Fact> facts;

  TypeKind(StorageType storage, Fact... facts) {
    this.storage = storage;
    this.facts = Set.of(facts);
  }

  StorageType storage() {
    return storage;
  }

  /** Whether values are texts that the user knows, which have beginnings, parts and a length. */
  public boolean isText() {
    return facts.contains(Fact.TEXT);
  }

  /** Whether equal values of its own are stored in one form. */
  boolean isComparable() {
    return this != JSON && this != FREE_MAP;
  }

  /** Whether {@code size} says how long values are. */
  public boolean isSized() {
    return facts.contains(Fact.SIZED);
  }

  /** Whether values are plain numbers, which compare with each other whatever their types. */
  public boolean isNumber() {
    return facts.contains(Fact.NUMBER);
  }

  /** Whether {@code <} and {@code order} mean something; of enums, not all are. */
  boolean isOrdered() {
    return facts.contains(Fact.ORDERED);
  }

  /** Whether values can be looked for in a list of values. */
  boolean isListed() {
    return facts.contains(Fact.LISTED);
  }

  /** Whether values have a text that can stand in a key among other texts. */
  boolean isInTemplates() {
    return facts.contains(Fact.IN_TEMPLATES);
  }
}
