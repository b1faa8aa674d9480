/**
 * The way in: {@link dev.keyplan.compile.ModelCompiler} runs the phases in order and gathers what
 * they say. Whoever uses Keyplan as a library needs this package, the model and the diagnostics.
 */
package dev.keyplan.compile;
