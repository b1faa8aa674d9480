package dev.keyplan.model;

/** How an attribute is compared. */
public enum Comparator {
  EQUAL("=", 1),
  NOT_EQUAL("<>", 1),
  LESS("<", 1),
  LESS_OR_EQUAL("<=", 1),
  GREATER(">", 1),
  GREATER_OR_EQUAL(">=", 1),
  BETWEEN("between", 2),
  BEGINS_WITH("begins_with", 1);

  private final String symbol;
  private final int operands;

  Comparator(String symbol, int operands) {
    this.symbol = symbol;
    this.operands = operands;
  }

  /** As the language writes it. */
  public String symbol() {
    return symbol;
  }

  /** How many values stand on the right. */
  public int operands() {
    return operands;
  }

  /** The comparison of values whose order is reversed. */
  public Comparator mirrored() {
    return switch (this) {
      case LESS -> GREATER;
      case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
      case GREATER -> LESS;
      case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
      case EQUAL, NOT_EQUAL, BETWEEN, BEGINS_WITH -> this;
    };
  }
}
