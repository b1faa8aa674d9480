/**
 * The syntax tree: what a model file says, word for word, as records with spans. It covers the
 * whole language; nothing in it is resolved, checked or defaulted, and no parser type shows. Words
 * that the grammar leaves open (types, traits, modes, units) are plain names here, so that the
 * phases behind can explain a wrong one. Of the comments it has those that answer warnings.
 *
 * <p>Terms: a <em>declaration</em> is a table, entity, struct, enum or pattern; a <em>clause</em>
 * is a part of a pattern behind its operation; a <em>side</em> is what stands before or behind the
 * {@code /} of a key.
 */
package dev.keyplan.syntax;
