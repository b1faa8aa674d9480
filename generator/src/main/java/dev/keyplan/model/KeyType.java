package dev.keyplan.model;

/** The types DynamoDB allows for key attributes. */
public enum KeyType {
  STRING("S", "string"),
  NUMBER("N", "number"),
  BINARY("B", "binary");

  private final String code;
  private final String word;

  KeyType(String code, String word) {
    this.code = code;
    this.word = word;
  }

  /** DynamoDB's letter. */
  public String code() {
    return code;
  }

  /** The language's word. */
  public String word() {
    return word;
  }
}
