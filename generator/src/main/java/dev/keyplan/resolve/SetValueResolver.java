package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.NAME_UNKNOWN;
import static dev.keyplan.resolve.ResolutionError.OPERAND_INVALID;
import static dev.keyplan.resolve.ResolutionError.OPERATOR_NOT_ALLOWED;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributePath;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.Change;
import dev.keyplan.model.Operand;
import dev.keyplan.model.TypeKind;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.Operand.ArithmeticOperand;
import dev.keyplan.syntax.Operand.CallOperand;
import dev.keyplan.syntax.Operand.ParameterOperand;
import dev.keyplan.syntax.Operand.PathOperand;
import java.util.List;
import java.util.Optional;

/** Resolves the right side of an assignment: a value, or what DynamoDB makes of the item. */
final class SetValueResolver {
  private static final String IF_NOT_EXISTS = "if_not_exists";

  private final PathResolver paths;
  private final OperandResolver operands;
  private final Parameters parameters;
  private final Reporter reporter;

  SetValueResolver(
      PathResolver paths, OperandResolver operands, Parameters parameters, Reporter reporter) {
    this.paths = paths;
    this.operands = operands;
    this.parameters = parameters;
    this.reporter = reporter;
  }

  Optional<Change> resolve(AttributePath path, dev.keyplan.syntax.Operand value, Span span) {
    if (value instanceof ArithmeticOperand arithmetic) {
      return calculation(path, arithmetic, span);
    }
    if (value instanceof CallOperand call) {
      return call(path, call, span);
    }
    return operands
        .resolveAny(value, path.target())
        .filter(operand -> checkSource(path, operand))
        .map(operand -> new Change.Replace(path, operand, span));
  }

  /** A number of the type in whose range the result is, not the number itself. */
  static Attribute amount(Attribute number) {
    return number.type() instanceof IntegerType integer
        ? number.withType(
            integer.isLong()
                ? new IntegerType(true, false, Long.MIN_VALUE, Long.MAX_VALUE)
                : new IntegerType(false, false, Integer.MIN_VALUE, Integer.MAX_VALUE))
        : number;
  }

  /** A parameter or a constant to calculate with. */
  Optional<Operand> number(dev.keyplan.syntax.Operand operand, Attribute amount) {
    return operand instanceof ParameterOperand parameter
        ? Optional.of(parameters.meetAmount(parameter.name().text(), amount, parameter.span()))
        : operands.resolve(operand, amount);
  }

  /** Sums of doubles have digits that a double has not. */
  Diagnostic noDouble(AttributePath path, Span span) {
    return OPERATOR_NOT_ALLOWED
        .at(
            span,
            "DynamoDB calculates in decimal, and the result for `%s` may be no `double`"
                .formatted(path.text()))
        .withRelated(path.target().span(), "declared here")
        .withHint("`%s : decimal(15,3)` is exact".formatted(path.target().name()));
  }

  private Optional<Change> calculation(
      AttributePath path, ArithmeticOperand arithmetic, Span span) {
    AttributeType type = path.target().type();
    if (!TypeFit.isExact(type)) {
      reporter.report(
          type.kind() == TypeKind.DOUBLE
              ? noDouble(path, arithmetic.span())
              : OPERATOR_NOT_ALLOWED
                  .at(
                      arithmetic.span(),
                      "DynamoDB calculates with numbers, and `%s` is a `%s`"
                          .formatted(path.text(), type.text()))
                  .withRelated(path.target().span(), "declared here"));
      return Optional.empty();
    }
    Attribute amount = amount(path.target());
    Optional<Operand> left = term(arithmetic.left(), path, amount);
    Optional<Operand> right = term(arithmetic.right(), path, amount);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    boolean takesFromItem =
        left.get() instanceof Operand.OfAttribute || right.get() instanceof Operand.OfAttribute;
    if (!takesFromItem) {
      reporter.report(
          OPERAND_INVALID
              .at(arithmetic.span(), "this calculates with nothing of the item")
              .withHint("give the result as a parameter: `:%s`".formatted(path.target().name())));
      return Optional.empty();
    }
    return Optional.of(
        new Change.Calculate(path, left.get(), arithmetic.isMinus(), right.get(), amount, span));
  }

  private Optional<Operand> term(
      dev.keyplan.syntax.Operand operand, AttributePath path, Attribute amount) {
    if (operand instanceof CallOperand call) {
      reporter.report(
          OPERAND_INVALID
              .at(call.span(), "a number stands here, not a function")
              .withHint(
                  "`add %s :amount` counts from 0 where there is none".formatted(path.text())));
      return Optional.empty();
    }
    if (!(operand instanceof PathOperand other)) {
      return number(operand, amount);
    }
    return paths
        .find(other.path())
        .filter(found -> checkTerm(found, path, other.span()))
        .map(found -> new Operand.OfAttribute(found, other.span()));
  }

  private boolean checkTerm(AttributePath term, AttributePath path, Span span) {
    AttributeType type = term.target().type();
    boolean fits =
        TypeFit.isExact(type) && TypeFit.scale(type) <= TypeFit.scale(path.target().type());
    if (!fits) {
      reporter.report(
          OPERAND_INVALID
              .at(
                  span,
                  "`%s` is a `%s`, from which no `%s` is calculated"
                      .formatted(term.text(), type.text(), path.target().type().text()))
              .withRelated(term.target().span(), "declared here"));
    }
    return fits;
  }

  private Optional<Change> call(AttributePath path, CallOperand call, Span span) {
    String function = call.function().text();
    if (function.equals("list_append")) {
      reporter.report(
          OPERAND_INVALID
              .at(call.span(), "lists are appended to by a clause of its own")
              .withHint("`append %s :element`".formatted(path.text())));
      return Optional.empty();
    }
    if (!function.equals(IF_NOT_EXISTS)) {
      reporter.report(
          Suggestions.add(
              NAME_UNKNOWN
                  .at(call.function().span(), "there is no function `%s`".formatted(function))
                  .withHint(
                      function.equals("now")
                          ? "the time of the call is `now`"
                          : "in `set` there is `if_not_exists(a, :value)`"),
              function,
              List.of(IF_NOT_EXISTS)));
      return Optional.empty();
    }
    if (call.arguments().size() != 2 || !(call.arguments().get(0) instanceof PathOperand first)) {
      reporter.report(
          OPERAND_INVALID
              .at(call.span(), "`if_not_exists` takes an attribute and a value")
              .withHint(
                  "`%1$s = if_not_exists(%1$s, :%2$s)`"
                      .formatted(path.text(), path.target().name())));
      return Optional.empty();
    }
    Optional<Operand> otherwise = operands.resolveTimed(call.arguments().get(1), path.target());
    return paths
        .find(first.path())
        .map(found -> new Operand.OfAttribute(found, first.span()))
        .filter(present -> present.path().equals(path) || checkSource(path, present))
        .flatMap(
            present -> otherwise.map(value -> new Change.SetIfAbsent(path, present, value, span)));
  }

  /** Whether an attribute's value can be the value of another one. */
  private boolean checkSource(AttributePath path, Operand value) {
    if (!(value instanceof Operand.OfAttribute source)) {
      return true;
    }
    if (source.path().equals(path)) {
      reporter.report(
          OPERAND_INVALID.at(value.span(), "`%s` is set to itself".formatted(path.text())));
      return false;
    }
    AttributeType from = source.path().target().type();
    AttributeType to = path.target().type();
    if (!TypeFit.isAssignable(from, to)) {
      reporter.report(
          OPERAND_INVALID
              .at(value.span(), "not every `%s` is a `%s`".formatted(from.text(), to.text()))
              .withRelated(
                  source.path().target().span(),
                  "`%s` is declared here".formatted(source.path().text()))
              .withRelated(path.target().span(), "`%s` is declared here".formatted(path.text())));
      return false;
    }
    return true;
  }
}
