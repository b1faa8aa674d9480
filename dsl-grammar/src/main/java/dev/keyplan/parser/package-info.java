/**
 * From the text of a model file to its syntax tree. {@link dev.keyplan.parser.ModelParser} is the
 * only way in, and no type of the generated parser leaves this package. The steps, in order:
 *
 * <ol>
 *   <li><b>Tokens</b> ({@code TokenReader}): the lexer cuts the text up. Signs of other languages
 *       are read as what they mean ({@code ForeignTokens}), texts and names checked ({@code
 *       TextTokens}, {@code NameTokens}), too deep a nesting refused ({@code NestingLimit}), and
 *       braces and beginnings of declarations put right, so that a mistake in one declaration never
 *       reaches the next ({@code Islands}).
 *   <li><b>Parsing</b>: the generated parser under {@code RecoveringStrategy}, which abandons the
 *       line with a mistake and nothing else. {@code SyntaxMessages} asks one {@code Explanation}
 *       after the other what is wrong with it.
 *   <li><b>Checks</b> ({@code SyntaxChecks}): what the grammar lets pass because it can be
 *       explained better with the whole line in hand.
 *   <li><b>Building</b> ({@code ModelFileBuilder} and a builder for each kind of thing): the
 *       parser's contexts become records with spans; documentation finds its place, and so do the
 *       comments that answer warnings ({@code AllowanceFinder}). What was not read to its end is
 *       left out, and its declaration marked as broken.
 * </ol>
 *
 * <p>Terms: an <em>element</em> is what a mistake abandons as a whole: a member, a clause, a
 * declaration; a <em>body</em> is a list of them. A diagnostic that is <em>repaired</em> leaves the
 * tree complete.
 */
package dev.keyplan.parser;
