package dev.keyplan.model;

/**
 * What DynamoDB takes at most. Kilobytes and megabytes are binary. Source: Amazon DynamoDB
 * Developer Guide, "Constraints in Amazon DynamoDB" and "Quotas in Amazon DynamoDB".
 */
public final class Limits {
  /** Of an item with the names of its attributes; its entries in local indexes count with it. */
  public static final long BYTES_OF_AN_ITEM = 400L << 10;

  /** Of the values of a partition key, of all its attributes together. */
  public static final int BYTES_OF_A_PARTITION_KEY = 2048;

  /** Of the values of a sort key, of all its attributes together. */
  public static final int BYTES_OF_A_SORT_KEY = 1024;

  /** Of the name of an attribute in a key or in the list of what an index projects. */
  public static final int BYTES_OF_A_KEY_NAME = 255;

  /** Of the name of any other attribute. */
  public static final int BYTES_OF_A_NAME = 65_535;

  /** On each side of the key of a global index. */
  public static final int ATTRIBUTES_OF_AN_INDEX_KEY = 4;

  /** On a table, unless AWS has raised the quota of the account. */
  public static final int GLOBAL_INDEXES = 20;

  /** On a table. */
  public static final int LOCAL_INDEXES = 5;

  /** Of one partition key value of a table with local indexes, their entries included. */
  public static final long BYTES_OF_AN_ITEM_COLLECTION = 10L << 30;

  /** In the lists of all indexes of a table. */
  public static final int PROJECTED_ATTRIBUTES = 100;

  /** Of what a query or a scan reads before it answers. */
  public static final long BYTES_OF_A_PAGE = 1L << 20;

  /** Of a transaction, each on another item. */
  public static final int ACTIONS_OF_A_TRANSACTION = 100;

  /** Of the items of a transaction. */
  public static final long BYTES_OF_A_TRANSACTION = 4L << 20;

  /** Of an expression as it is sent, with its placeholders. */
  public static final int BYTES_OF_AN_EXPRESSION = 4096;

  /** Of the list of an {@code IN}. */
  public static final int VALUES_OF_IN = 100;

  /** Operators and functions of an expression. */
  public static final int OPERATORS_OF_AN_EXPRESSION = 300;

  /** Read or write units a second of a table or a global index, unless AWS has raised the quota. */
  public static final long UNITS_OF_A_TABLE = 40_000;

  private Limits() {}
}
