/**
 * What the names of a model become in Java and in expressions: rules that judge names and generated
 * code agree.
 */
package dev.keyplan.naming;
