/** The rules, one class each; see {@link dev.keyplan.check.Rules} for the list. */
package dev.keyplan.check.rules;
