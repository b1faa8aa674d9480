/**
 * Sample data: the YAML files beside a model, read and checked against it, and the items that
 * DynamoDB would hold for them. Key texts are made here exactly as generated code makes them.
 *
 * <p>A file is a mapping from entity names to lists of items; an item is a mapping from attribute
 * names, those of the model, to values. An entity's name is qualified by its namespace where
 * another entity has the same name. What a value means is decided by the attribute's type alone and
 * never by YAML: {@code no} is a text where the attribute is a text, and an error where it is a
 * boolean.
 *
 * <p>In order: a file becomes a tree of nodes that know their places ({@code YamlReader}), nodes
 * become values of the model's types ({@code ValueReader}), values become items ({@code
 * ItemReader}, {@code ItemRenderer}).
 */
package dev.keyplan.data;
