/** An application on what is generated for a model with all kinds of types, keys and writes. */
package org.example;
