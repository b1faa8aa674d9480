/**
 * What the names of a model become in Java and in expressions: whoever makes a name, rules that
 * judge names and generated code agree. Nothing here knows a model.
 */
package dev.keyplan.naming;
