/** JSON as the artefacts write it: one way to print a tree, one way to write an item. */
package dev.keyplan.emit.json;
