package dev.keyplan.model;

/**
 * Provisioned throughput.
 *
 * @param readUnits read capacity units per second
 * @param writeUnits write capacity units per second
 */
public record Throughput(long readUnits, long writeUnits) {}
