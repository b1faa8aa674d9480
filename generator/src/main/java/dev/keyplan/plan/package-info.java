/**
 * How DynamoDB will answer each access pattern. The {@link dev.keyplan.plan.Planner} turns a
 * pattern into a {@link dev.keyplan.plan.Plan}: the operation, the table or index, the key
 * condition, what is rewritten. Emitters, reports and the rules on patterns read plans; nobody
 * derives them again. Nothing here knows Java, JSON or any other output.
 *
 * <p>Terms: an <em>access path</em> is a table or one of its indexes; a <em>key term</em> is one
 * comparison of a key condition; a <em>key value</em> is what a key attribute is compared with,
 * made from the pattern's operands.
 */
package dev.keyplan.plan;
