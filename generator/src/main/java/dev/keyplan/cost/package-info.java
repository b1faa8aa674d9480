/**
 * What operations cost: sizes of items as DynamoDB counts them, and the capacity units of a call.
 * Both are ranges, since the model declares ranges; an end that the model leaves open stays open.
 */
package dev.keyplan.cost;
