// Copied by Keyplan. Do not edit.
/**
 * Helpers that generated code calls. They are public because generated code lives in other
 * packages, and not meant for anyone else.
 */
package com.cruddur.support.internal;
