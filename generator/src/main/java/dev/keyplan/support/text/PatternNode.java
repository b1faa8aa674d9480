package dev.keyplan.support.text;

import java.util.List;

/** A part of a regular expression. */
sealed interface PatternNode
    permits PatternNode.Characters, PatternNode.Sequence, PatternNode.Choice, PatternNode.Repeat {

  /** One character of a set. */
  record Characters(CharacterSet set) implements PatternNode {}

  /** One after the other; nothing, if there are none. */
  record Sequence(List<PatternNode> parts) implements PatternNode {
    public Sequence {
      parts = List.copyOf(parts);
    }
  }

  /** One of several. */
  record Choice(List<PatternNode> alternatives) implements PatternNode {
    public Choice {
      alternatives = List.copyOf(alternatives);
    }
  }

  /**
   * The same again and again.
   *
   * @param maximum {@link #UNLIMITED} if there is none
   */
  record Repeat(PatternNode part, int minimum, int maximum) implements PatternNode {
    static final int UNLIMITED = -1;
  }
}
