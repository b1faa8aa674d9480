/**
 * The judgement on a design. A rule is one small class whose Javadoc is its specification; {@link
 * dev.keyplan.check.Rules} lists them all. Model rules run before planning, plan rules after it.
 * What cannot even be expressed in the model (an unknown name, a value of the wrong type) is
 * reported by {@code dev.keyplan.resolve} instead.
 */
package dev.keyplan.check;
