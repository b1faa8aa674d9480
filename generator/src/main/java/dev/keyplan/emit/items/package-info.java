/** The sample data as BatchWriteItem requests, for seeding a table. */
package dev.keyplan.emit.items;
