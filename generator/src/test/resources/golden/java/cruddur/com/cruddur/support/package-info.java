// Copied by Keyplan. Do not edit.
/**
 * What the users of generated repositories meet: queries and their pages, cursors, exceptions. What
 * only generated code needs is in the package {@code internal} below.
 */
package com.cruddur.support;
