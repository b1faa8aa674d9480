package dev.keyplan.format;

import dev.keyplan.syntax.Declaration;
import dev.keyplan.syntax.EntityDeclaration;
import dev.keyplan.syntax.EnumDeclaration;
import dev.keyplan.syntax.ModelFile;
import dev.keyplan.syntax.Node;
import dev.keyplan.syntax.Operation;
import dev.keyplan.syntax.PatternDeclaration;
import dev.keyplan.syntax.StructDeclaration;
import dev.keyplan.syntax.TableDeclaration;
import java.util.ArrayList;
import java.util.List;

/** Lists what stands in braces one after the other, and so could have a comma behind it. */
final class Members {
  private final List<Node> members = new ArrayList<>();

  private Members() {}

  static List<Node> of(ModelFile model) {
    Members all = new Members();
    model.declarations().forEach(all::add);
    return all.members;
  }

  private void add(Declaration declaration) {
    if (declaration instanceof TableDeclaration table) {
      table.members().forEach(this::add);
    } else if (declaration instanceof EntityDeclaration entity) {
      members.addAll(entity.members());
    } else if (declaration instanceof StructDeclaration struct) {
      members.addAll(struct.attributes());
    } else if (declaration instanceof EnumDeclaration constants) {
      members.addAll(constants.constants());
    } else if (declaration instanceof PatternDeclaration pattern
        && pattern.operation().isPresent()
        && pattern.operation().get() instanceof Operation.Transaction transaction) {
      members.addAll(transaction.members());
    }
  }

  private void add(TableDeclaration.Member member) {
    members.add(member);
    if (member instanceof TableDeclaration.Tags tags) {
      members.addAll(tags.tags());
    }
  }
}
