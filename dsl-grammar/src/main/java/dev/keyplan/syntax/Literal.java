package dev.keyplan.syntax;

/** A value written out. */
public sealed interface Literal extends Node permits NumberLiteral, TextLiteral, WordLiteral {}
