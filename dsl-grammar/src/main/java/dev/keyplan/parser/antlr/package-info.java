/**
 * What ANTLR generates from {@code KeyplanLexer.g4} and {@code KeyplanParser.g4}. Nothing outside
 * of {@link dev.keyplan.parser} uses it.
 */
package dev.keyplan.parser.antlr;
