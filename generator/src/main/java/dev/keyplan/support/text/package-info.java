/** Forms of text: what values are checked against. */
package dev.keyplan.support.text;
