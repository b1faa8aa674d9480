package dev.keyplan.data;

import dev.keyplan.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/** Asks nodes for the shape they should have. */
final class YamlShape {
  private YamlShape() {}

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
            .at(node.head(), "%s; this is %s".formatted(what, node.description()))
            .withHint(hint));
    return Optional.empty();
  }
}
