package dev.keyplan.syntax;

import java.util.ArrayList;
import java.util.List;

/** Lists what stands in the braces of declarations. */
public final class Members {
  private final List<Node> members = new ArrayList<>();
  private final boolean isWithClauses;

  private Members(boolean isWithClauses) {
    this.isWithClauses = isWithClauses;
  }

  /** What stands one after the other, and so could have a comma behind it. */
  public static List<Node> of(ModelFile model) {
    Members all = new Members(false);
    model.declarations().forEach(all::add);
    return all.members;
  }

  /** Those, what a pattern does, and its clauses and those of a transaction's members. */
  public static List<Node> withClauses(List<Declaration> declarations) {
    Members all = new Members(true);
    declarations.forEach(all::add);
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
    } else if (declaration instanceof PatternDeclaration pattern) {
      pattern.operation().ifPresent(this::add);
      addClauses(pattern.clauses());
    }
  }

  private void add(TableDeclaration.Member member) {
    members.add(member);
    if (member instanceof TableDeclaration.Tags tags) {
      members.addAll(tags.tags());
    }
  }

  private void add(Operation operation) {
    if (isWithClauses) {
      members.add(operation);
    }
    if (operation instanceof Operation.Transaction transaction) {
      for (Operation.Member member : transaction.members()) {
        members.add(member);
        addClauses(member.clauses());
      }
    }
  }

  private void addClauses(List<Clause> clauses) {
    if (isWithClauses) {
      members.addAll(clauses);
    }
  }
}
