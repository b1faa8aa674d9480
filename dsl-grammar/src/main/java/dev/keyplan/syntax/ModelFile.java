package dev.keyplan.syntax;

import dev.keyplan.source.SourceFile;
import java.util.List;
import java.util.Optional;

/** What one file says. */
public record ModelFile(
    SourceFile source, Optional<Namespace> namespace, List<Declaration> declarations) {
  public ModelFile {
    declarations = List.copyOf(declarations);
  }
}
