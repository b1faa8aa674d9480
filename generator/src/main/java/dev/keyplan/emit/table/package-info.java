/**
 * The requests that make a table as JSON, for the AWS CLI and the SDKs: CreateTable, and those for
 * what it does not take.
 */
package dev.keyplan.emit.table;
