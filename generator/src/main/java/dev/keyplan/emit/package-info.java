/**
 * From a compiled design to files, in memory. Each artefact is an {@link dev.keyplan.emit.Emitter}
 * in a package of its own, listed in {@code Emitters}; none of them touches a disk, a clock or the
 * locale, and none knows another.
 */
package dev.keyplan.emit;
