/**
 * Sample data: the YAML files beside a model, read and checked against it, and the items that
 * DynamoDB would hold for them. Key texts are made here exactly as generated code makes them.
 */
package dev.keyplan.data;
