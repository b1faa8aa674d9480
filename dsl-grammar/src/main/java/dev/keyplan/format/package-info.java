/**
 * The one layout of model files. {@link dev.keyplan.format.Formatter} is the way in.
 *
 * <p>The syntax tree says what belongs together, the lexemes of the file how it is written. Terms,
 * from small to large: a <em>token</em> is a lexeme with the comments beside and above it; a
 * <em>phrase</em> is a run of tokens that always stays on one line; a <em>statement</em> is a
 * keyword with phrases, one line if it fits; an <em>item</em> is whatever has lines of its own in a
 * <em>block</em>, which is everything between two braces. The <em>page</em> is the text that is
 * written in the end.
 *
 * <p>Every decision follows from what the file says and from whether a block was on one line, never
 * from how wide the lines were that were read: otherwise a second run could decide differently.
 */
package dev.keyplan.format;
