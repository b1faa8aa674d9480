package dev.keyplan.support;

import java.util.OptionalInt;

/** A query or a scan, which is sent page by page. */
interface PagedRequest {
  /** The number of items to read for one page, if it is set. */
  OptionalInt pageSize();

  /** Whether any number of what is read may be discarded. */
  boolean isSelective();

  /** Everything that the results depend on. */
  byte[] binding(int limit);
}
