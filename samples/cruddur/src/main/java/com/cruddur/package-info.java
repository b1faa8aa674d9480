/**
 * A messaging backend on the repositories that Keyplan generates into {@code com.cruddur.messages}.
 */
package com.cruddur;
