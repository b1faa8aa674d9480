/**
 * The Maven goals. Each turns its parameters into a request for {@code dev.keyplan.generate} and
 * what comes back into log lines and one exception; no goal knows more of the language than that.
 */
package dev.keyplan.maven;
