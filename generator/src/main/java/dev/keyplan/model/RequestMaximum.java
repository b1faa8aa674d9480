package dev.keyplan.model;

import java.util.OptionalLong;

/**
 * What a table or index that is paid by request takes at most; at least one of the two is given.
 *
 * @param readUnits read request units per second
 * @param writeUnits write request units per second
 */
public record RequestMaximum(OptionalLong readUnits, OptionalLong writeUnits) {}
