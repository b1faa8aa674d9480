/**
 * What the compiler decided, for people and tools: for each pattern the operation, the access path
 * and its key condition, what a call costs, and why the other paths are not used.
 */
package dev.keyplan.explain;
