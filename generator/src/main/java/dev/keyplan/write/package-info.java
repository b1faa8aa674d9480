/**
 * From files in memory to files on disk. {@link dev.keyplan.write.OutputWriter} writes what
 * differs, deletes what it wrote earlier and is no longer wanted, and touches nothing else.
 *
 * <p>Each folder written to holds a <em>manifest</em>, a list of the files in it that are ours,
 * each with a hash of its content. What no manifest lists belongs to the user.
 */
package dev.keyplan.write;
