package dev.keyplan.syntax;

import dev.keyplan.source.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * What one file says.
 *
 * @param allowances the comments that answer warnings; all others are in no tree
 * @param mayLackDeclarations whether there is something between the declarations that could not be
 *     read, and may be one
 */
public record ModelFile(
    SourceFile source,
    Optional<Namespace> namespace,
    List<Declaration> declarations,
    List<Allowance> allowances,
    boolean mayLackDeclarations) {
  public ModelFile {
    declarations = List.copyOf(declarations);
    allowances = List.copyOf(allowances);
  }
}
