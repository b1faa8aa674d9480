/**
 * Code of an older and of a newer version of a model on one table, as in every rolling deployment.
 * Each row of "When a model changes" in {@code docs/language.md} has a test here.
 */
package dev.keyplan.rollout;
