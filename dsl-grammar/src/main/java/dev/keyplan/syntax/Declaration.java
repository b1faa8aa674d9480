package dev.keyplan.syntax;

import java.util.Optional;

/** A top-level declaration. */
public sealed interface Declaration extends Node
    permits TableDeclaration,
        EntityDeclaration,
        StructDeclaration,
        EnumDeclaration,
        PatternDeclaration {
  Optional<Documentation> documentation();

  Name name();

  /**
   * Whether a syntax error was reported inside. Such a declaration is incomplete: its name counts,
   * but nothing else about it may be reported.
   */
  boolean isBroken();
}
