package dev.keyplan.data;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.source.Span;
import java.util.List;
import java.util.Optional;

/** Asks nodes for the shape they should have. */
final class YamlShape {
  private YamlShape() {}

  /** Where a node begins; all of it if it is short. */
  static Span head(YamlNode node) {
    if (node instanceof YamlNode.Mapping mapping) {
      return mapping.head();
    }
    if (node instanceof YamlNode.Sequence sequence && !sequence.elements().isEmpty()) {
      return head(sequence.elements().get(0));
    }
    return node.span();
  }

  /**
   * The node as a mapping; a diagnostic if it is none.
   *
   * @param what what it should be, as the beginning of a sentence
   */
  static Optional<YamlNode.Mapping> mapping(
      YamlNode node, String what, String hint, List<Diagnostic> diagnostics) {
    if (node instanceof YamlNode.Mapping mapping) {
      return Optional.of(mapping);
    }
    diagnostics.add(
        DataError.DATA_SHAPE
            .at(head(node), "%s, not %s".formatted(what, node.description()))
            .withHint(hint));
    return Optional.empty();
  }
}
