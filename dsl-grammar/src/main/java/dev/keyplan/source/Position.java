package dev.keyplan.source;

/**
 * A place in a text as people count it.
 *
 * @param line from 1
 * @param column from 1, in Unicode code points, so that an emoji is one column
 */
public record Position(int line, int column) {}
