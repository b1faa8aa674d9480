/**
 * What build tools call; it knows none of them. From a folder of model files to a folder of
 * generated files: {@link dev.keyplan.generate.CompiledProject} finds and reads the sources and
 * compiles them; then, if there are no errors, it runs the emitters and writes what they made.
 * {@link dev.keyplan.generate.FormattedProject} reads the same files and writes them anew in their
 * one layout.
 */
package dev.keyplan.generate;
