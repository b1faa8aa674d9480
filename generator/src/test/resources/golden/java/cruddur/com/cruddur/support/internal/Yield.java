// Copied by Keyplan. Do not edit.
package com.cruddur.support.internal;

/**
 * How many items are read for one result, as far as the pages before tell: twice as many after each
 * page that had fewer than half of the results that were wanted, and half as many after one that
 * had more than were wanted. So a filter that keeps little takes few requests, and one that keeps
 * much has little read in vain.
 */
public record Yield(int doublings) {
  private static final int MOST_DOUBLINGS = 12;
  private static final int FEW_ITEMS = 16;

  /** All that is read is a result, or nearly all. */
  public static final Yield FULL = new Yield(0);

  /**
   * Nobody knows how much of it is: two items for one result to begin with, or more where that are
   * not more than 16 in all.
   *
   * @param wanted how many results
   */
  public static Yield unknown(int wanted) {
    int each = Math.max(2, FEW_ITEMS / wanted);
    return new Yield(Integer.SIZE - 1 - Integer.numberOfLeadingZeros(each));
  }

  /** How many items to read. */
  public int items(int results) {
    return (int) Math.min((long) results << doublings, Integer.MAX_VALUE);
  }

  /**
   * What it is after one more page.
   *
   * @param results how many it had
   * @param wanted how many it was read for
   */
  public Yield after(int results, int wanted) {
    if (2L * results < wanted) {
      return new Yield(Math.min(doublings + 1, MOST_DOUBLINGS));
    }
    return results > wanted ? new Yield(Math.max(doublings - 1, 0)) : this;
  }
}
