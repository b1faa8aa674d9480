package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.NAME_UNKNOWN;
import static dev.keyplan.resolve.ResolutionError.OPERAND_INVALID;
import static dev.keyplan.resolve.ResolutionError.OPERATOR_NOT_ALLOWED;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType.EnumType;
import dev.keyplan.model.Comparator;
import dev.keyplan.model.EnumDefinition;
import dev.keyplan.model.Operand;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.Condition;
import dev.keyplan.syntax.Name;
import dev.keyplan.syntax.Operand.ArithmeticOperand;
import dev.keyplan.syntax.Operand.CallOperand;
import dev.keyplan.syntax.Operand.PathOperand;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Resolves a term that compares one attribute with values. */
final class ComparisonResolver {
  /** An attribute compared: what a restriction and a condition have in common. */
  record Compared(Attribute attribute, Comparator comparator, List<Operand> operands, Span span) {}

  private final AttributeScope attributes;
  private final OperandResolver operands;
  private final Reporter reporter;

  ComparisonResolver(AttributeScope attributes, Parameters parameters, Reporter reporter) {
    this.attributes = attributes;
    this.operands = new OperandResolver(attributes, parameters, reporter);
    this.reporter = reporter;
  }

  Optional<Compared> resolve(Condition.Bare bare) {
    return attributes
        .find(bare.path(), reporter)
        .filter(attribute -> checkOperator(attribute, Comparator.EQUAL, bare.span()))
        .map(
            attribute ->
                new Compared(
                    attribute,
                    Comparator.EQUAL,
                    List.of(operands.bare(attribute, bare.path())),
                    bare.span()));
  }

  Optional<Compared> resolve(Condition.Comparison comparison) {
    return attribute(comparison.left()).flatMap(attribute -> resolve(attribute, comparison));
  }

  /** The comparison with another left side, which its operands have the type of. */
  Optional<Compared> resolve(Attribute left, Condition.Comparison comparison) {
    Comparator comparator =
        switch (comparison.operator()) {
          case EQUAL -> Comparator.EQUAL;
          case NOT_EQUAL -> Comparator.NOT_EQUAL;
          case LESS -> Comparator.LESS;
          case LESS_OR_EQUAL -> Comparator.LESS_OR_EQUAL;
          case GREATER -> Comparator.GREATER;
          case GREATER_OR_EQUAL -> Comparator.GREATER_OR_EQUAL;
        };
    return resolve(left, comparator, List.of(comparison.right()), comparison.span());
  }

  Optional<Compared> resolve(Condition.Between between) {
    return attribute(between.operand()).flatMap(attribute -> resolve(attribute, between));
  }

  /** The comparison with another left side, which its operands have the type of. */
  Optional<Compared> resolve(Attribute left, Condition.Between between) {
    return resolve(
        left, Comparator.BETWEEN, List.of(between.low(), between.high()), between.span());
  }

  Optional<Compared> resolve(Condition.Infix infix) {
    Name function = infix.function();
    return switch (function.text()) {
      case "begins_with" ->
          attribute(infix.left())
              .flatMap(
                  attribute ->
                      resolve(
                          attribute, Comparator.BEGINS_WITH, List.of(infix.right()), infix.span()));
      default -> {
        reporter.report(
            Suggestions.add(
                NAME_UNKNOWN.at(
                    function.span(), "there is no operator `%s`".formatted(function.text())),
                function.text(),
                List.of("begins_with", "between", "contains", "in")));
        yield Optional.empty();
      }
    };
  }

  private Optional<Compared> resolve(
      Attribute left, Comparator comparator, List<dev.keyplan.syntax.Operand> right, Span span) {
    boolean isAllowed = checkOperator(left, comparator, span);
    List<Operand> resolved = new ArrayList<>();
    for (dev.keyplan.syntax.Operand operand : right) {
      (comparator == Comparator.BEGINS_WITH
              ? operands.resolvePart(operand, left)
              : operands.resolve(operand, left))
          .ifPresent(resolved::add);
    }
    return isAllowed && resolved.size() == right.size()
        ? Optional.of(new Compared(left, comparator, resolved, span))
        : Optional.empty();
  }

  private Optional<Attribute> attribute(dev.keyplan.syntax.Operand left) {
    if (left instanceof PathOperand path) {
      return attributes.find(path.path(), reporter);
    }
    reporter.report(notAnAttribute(left));
    return Optional.empty();
  }

  private static Diagnostic notAnAttribute(dev.keyplan.syntax.Operand left) {
    if (left instanceof ArithmeticOperand) {
      return OPERAND_INVALID
          .at(left.span(), "DynamoDB calculates in `set` only")
          .withHint("an attribute stands on the left side");
    }
    Diagnostic problem = OPERAND_INVALID.at(left.span(), "an attribute stands on the left side");
    return left instanceof CallOperand
        ? problem.withHint("`size(a)` is compared by `=`, `<>`, `<`, `<=`, `>`, `>=`, `between`")
        : problem.withHint("turn the comparison round");
  }

  private boolean checkOperator(Attribute attribute, Comparator comparator, Span span) {
    Optional<Diagnostic> problem =
        switch (comparator) {
          case EQUAL, NOT_EQUAL -> equality(attribute, span);
          case BEGINS_WITH -> beginning(attribute, span);
          case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, BETWEEN ->
              order(attribute, comparator, span);
        };
    problem.ifPresent(reporter::report);
    return problem.isEmpty();
  }

  private static Optional<Diagnostic> equality(Attribute attribute, Span span) {
    return attribute.type().kind().isComparable()
        ? Optional.empty()
        : Optional.of(
            OPERATOR_NOT_ALLOWED
                .at(
                    span,
                    "`%s` is a `%s`, which is not compared"
                        .formatted(attribute.name(), attribute.type().text()))
                .withLabel("equal values may be stored in different forms")
                .withRelated(attribute.span(), "the attribute"));
  }

  private static Optional<Diagnostic> beginning(Attribute attribute, Span span) {
    return attribute.type().kind().isText()
        ? Optional.empty()
        : Optional.of(
            OPERATOR_NOT_ALLOWED
                .at(
                    span,
                    "`begins_with` is for text, and `%s` is a `%s`"
                        .formatted(attribute.name(), attribute.type().text()))
                .withRelated(attribute.span(), "the attribute"));
  }

  private static Optional<Diagnostic> order(Attribute attribute, Comparator comparator, Span span) {
    if (attribute.type() instanceof EnumType type) {
      return enumOrder(attribute, type, comparator, span);
    }
    return attribute.type().kind().isOrdered()
        ? Optional.empty()
        : Optional.of(
            OPERATOR_NOT_ALLOWED
                .at(
                    span,
                    "a `%s` has no order, so `%s` means nothing"
                        .formatted(attribute.type().text(), comparator.symbol()))
                .withRelated(attribute.span(), "the attribute"));
  }

  /** DynamoDB compares texts by their UTF-8 bytes. */
  private static Optional<Diagnostic> enumOrder(
      Attribute attribute, EnumType type, Comparator comparator, Span span) {
    List<EnumDefinition.Constant> constants = type.definition().constants();
    for (int i = 1; i < constants.size(); i++) {
      byte[] before = constants.get(i - 1).storedText().getBytes(StandardCharsets.UTF_8);
      byte[] after = constants.get(i).storedText().getBytes(StandardCharsets.UTF_8);
      if (Arrays.compareUnsigned(before, after) >= 0) {
        return Optional.of(
            OPERATOR_NOT_ALLOWED
                .at(
                    span,
                    "`%s` cannot compare `%s`: its texts are not in the order of its constants"
                        .formatted(comparator.symbol(), attribute.name()))
                .withRelated(
                    constants.get(i).span(),
                    "stored as `%s`, which DynamoDB sorts before `%s`"
                        .formatted(
                            constants.get(i).storedText(), constants.get(i - 1).storedText()))
                .withHint("store texts that ascend, for example `LOW \"1\", HIGH \"2\"`"));
      }
    }
    return Optional.empty();
  }
}
