/** The CreateTable request of each table as JSON, for the AWS CLI and the SDKs. */
package dev.keyplan.emit.table;
