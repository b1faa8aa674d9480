/**
 * Random models, and what an application sees of them on DynamoDB, compared with a naive oracle in
 * memory that knows entities and conditions but no keys.
 */
package dev.keyplan.oracle;
