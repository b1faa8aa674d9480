/**
 * The design as a data model of NoSQL Workbench for DynamoDB.
 *
 * <p>AWS publishes no schema of that format; what is written here has the members that the
 * application's own exports have, in their order, and nothing else. What the format cannot say is
 * left out and named in the model's description: local indexes, multi-attribute keys, what a table
 * is set to, and an attribute that two entities of a table store with different types.
 */
package dev.keyplan.emit.workbench;
