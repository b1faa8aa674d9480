package dev.keyplan.format;

import dev.keyplan.syntax.Clause;
import dev.keyplan.syntax.Condition;
import dev.keyplan.syntax.Operand;
import dev.keyplan.syntax.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the parameters that a clause mentions: those with a colon, and attributes that imply one.
 */
final class ParameterNames {
  private final List<String> names = new ArrayList<>();

  private ParameterNames() {}

  /** In their order, as often as they are mentioned. */
  static List<String> of(Clause clause) {
    ParameterNames found = new ParameterNames();
    found.add(clause);
    return found.names;
  }

  private void add(Clause clause) {
    if (clause instanceof Clause.Where where) {
      add(where.condition());
    } else if (clause instanceof Clause.Filter filter) {
      add(filter.condition());
    } else if (clause instanceof Clause.If condition) {
      add(condition.condition());
    } else if (clause instanceof Clause.Set set) {
      set.assignments().forEach(this::add);
    } else if (clause instanceof Clause.Add add) {
      addWithin(add.attribute());
      add(add.value());
    } else if (clause instanceof Clause.Append append) {
      addWithin(append.attribute());
      add(append.value());
    } else if (clause instanceof Clause.Remove remove) {
      remove.removals().forEach(this::add);
    }
  }

  private void add(Clause.Removal removal) {
    addWithin(removal.attribute());
    removal.elements().ifPresent(this::add);
  }

  private void add(Clause.Assignment assignment) {
    if (assignment.value().isPresent()) {
      addWithin(assignment.attribute());
      add(assignment.value().get());
    } else {
      add(assignment.attribute());
    }
  }

  private void add(Condition condition) {
    if (condition instanceof Condition.All all) {
      all.conditions().forEach(this::add);
    } else if (condition instanceof Condition.Any any) {
      any.conditions().forEach(this::add);
    } else if (condition instanceof Condition.Not not) {
      add(not.condition());
    } else if (condition instanceof Condition.Comparison comparison) {
      add(comparison.left());
      add(comparison.right());
    } else if (condition instanceof Condition.Between between) {
      add(between.operand());
      add(between.low());
      add(between.high());
    } else if (condition instanceof Condition.Infix infix) {
      add(infix.left());
      add(infix.right());
    } else if (condition instanceof Condition.OneOf oneOf) {
      add(oneOf.left());
      oneOf.values().forEach(this::add);
    } else if (condition instanceof Condition.Call call) {
      call.arguments().forEach(this::add);
    } else if (condition instanceof Condition.Bare bare) {
      add(bare.path());
    }
  }

  private void add(Operand operand) {
    if (operand instanceof Operand.ParameterOperand parameter) {
      names.add(parameter.name().text());
    } else if (operand instanceof Operand.CallOperand call) {
      call.arguments().forEach(this::add);
    } else if (operand instanceof Operand.ArithmeticOperand arithmetic) {
      add(arithmetic.left());
      add(arithmetic.right());
    } else if (operand instanceof Operand.PathOperand path) {
      addWithin(path.path());
    }
  }

  /** An attribute alone, which is compared with or assigned from the parameter of its name. */
  private void add(Path path) {
    addWithin(path);
    path.lastName().ifPresent(name -> names.add(name.text()));
  }

  /** The parameters that stand in a path, as the keys of maps. */
  private void addWithin(Path path) {
    for (Path.Step step : path.steps()) {
      if (step instanceof Path.Entry entry) {
        add(entry.key());
      }
    }
  }
}
