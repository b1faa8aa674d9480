/**
 * From a folder of model files to a folder of generated files: {@link
 * dev.keyplan.generate.CompiledProject} finds and reads the sources and compiles them; then, if
 * there are no errors, it runs the emitters and writes what they made. This is what build tools
 * call; it knows none of them.
 */
package dev.keyplan.generate;
