/**
 * The model: what the files of a design mean, with every name resolved, every default filled in and
 * every type known. Immutable; made by {@code dev.keyplan.resolve}, read by rules, the planner and
 * the emitters. Physical names (what DynamoDB sees) and model names (what people and Java see) are
 * kept apart everywhere. Spans are for diagnostics only; nothing that is generated depends on them.
 *
 * <p>Terms: a <em>filling</em> says what an entity writes into one key attribute; a <em>hole</em>
 * is the place of an attribute in a template; the <em>identity</em> of an entity is what tells two
 * of its items apart in the user's mind, its <em>key</em> what tells them apart in DynamoDB.
 */
package dev.keyplan.model;
