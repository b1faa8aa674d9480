/**
 * What the compiler has to say about a model, as data: an identifier that never changes, a message
 * in the user's words, the places it is about and what to do. Phases collect {@link
 * dev.keyplan.diagnostic.Diagnostic}s and never throw for a user's error; the renderers turn them
 * into text, lines or JSON. The rules that find something wrong live with their phases, not here.
 */
package dev.keyplan.diagnostic;
