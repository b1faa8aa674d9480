/**
 * Source texts and places in them. Everything that points into a model file does so with a {@link
 * dev.keyplan.source.Span}; nothing here knows the language.
 */
package dev.keyplan.source;
