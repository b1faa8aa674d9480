/**
 * From the text of a model file to its syntax tree. {@link dev.keyplan.parser.ModelParser} is the
 * only way in, and no type of the generated parser leaves this package.
 */
package dev.keyplan.parser;
