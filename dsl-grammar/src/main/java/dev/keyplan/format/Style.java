package dev.keyplan.format;

/** Where a phrase stands: the same signs have spaces in one place and none in another. */
enum Style {
  /** {@code total >= :min and size(lines) > 3}. */
  CLAUSE,
  /** {@code total = total - :amount}: the only place where {@code -} stands between operands. */
  ASSIGNMENT,
  /** {@code (tenantId, region) / total: number}. */
  KEY,
  /** {@code list<decimal(12,2)>}. */
  TYPE,
  /** {@code 200/s}. */
  RATE
}
