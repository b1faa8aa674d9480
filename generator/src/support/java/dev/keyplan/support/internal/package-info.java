/**
 * Helpers that generated code calls. They are public because generated code lives in other
 * packages, and not meant for anyone else.
 */
package dev.keyplan.support.internal;
