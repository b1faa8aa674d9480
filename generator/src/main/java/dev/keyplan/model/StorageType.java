package dev.keyplan.model;

import java.util.Optional;

/** DynamoDB's attribute types, by their codes. */
public enum StorageType {
  S,
  N,
  B,
  BOOL,
  M,
  L,
  SS,
  NS,
  BS;

  /** The key type of this storage, for the three that may be keys. */
  public Optional<KeyType> keyType() {
    return switch (this) {
      case S -> Optional.of(KeyType.STRING);
      case N -> Optional.of(KeyType.NUMBER);
      case B -> Optional.of(KeyType.BINARY);
      case BOOL, M, L, SS, NS, BS -> Optional.empty();
    };
  }

  /** The type of a set of such values, for the three that sets may hold. */
  StorageType ofSet() {
    return switch (this) {
      case S -> SS;
      case N -> NS;
      case B -> BS;
      case BOOL, M, L, SS, NS, BS -> throw new IllegalArgumentException("No set holds a " + this);
    };
  }
}
