/**
 * What the users of generated repositories meet: queries and their pages, cursors, exceptions. What
 * only generated code needs is in the package {@code internal} below.
 */
package dev.keyplan.support;
