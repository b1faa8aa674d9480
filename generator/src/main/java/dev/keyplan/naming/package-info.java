/** What the names of a model become in Java: rules that judge names and generated code agree. */
package dev.keyplan.naming;
