package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.NAME_UNKNOWN;
import static dev.keyplan.resolve.ResolutionError.OPERAND_INVALID;
import static dev.keyplan.resolve.ResolutionError.OPERATOR_NOT_ALLOWED;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributePath;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.EnumType;
import dev.keyplan.model.Comparator;
import dev.keyplan.model.EnumDefinition;
import dev.keyplan.model.Operand;
import dev.keyplan.model.TypeKind;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.Condition;
import dev.keyplan.syntax.Name;
import dev.keyplan.syntax.Operand.ArithmeticOperand;
import dev.keyplan.syntax.Operand.CallOperand;
import dev.keyplan.syntax.Operand.PathOperand;
import dev.keyplan.syntax.Path;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Resolves a term that compares one attribute with values. */
final class ComparisonResolver {
  /** An attribute compared: what a restriction and a condition have in common. */
  record Compared(AttributePath path, Comparator comparator, List<Operand> operands, Span span) {
    Attribute attribute() {
      return path.attribute();
    }
  }

  private final AttributeScope attributes;
  private final PathResolver paths;
  private final OperandResolver operands;
  private final boolean isKey;
  private final Reporter reporter;

  private ComparisonResolver(
      AttributeScope attributes, Parameters parameters, boolean isKey, Reporter reporter) {
    this.attributes = attributes;
    this.paths = new PathResolver(attributes, parameters, reporter);
    this.operands = new OperandResolver(attributes, parameters, reporter);
    this.isKey = isKey;
    this.reporter = reporter;
  }

  /** For comparisons that a key answers: of whole attributes, with values. */
  static ComparisonResolver ofKey(
      AttributeScope attributes, Parameters parameters, Reporter reporter) {
    return new ComparisonResolver(attributes, parameters, true, reporter);
  }

  /** For conditions: of anything in the item, also with one another. */
  static ComparisonResolver ofCondition(
      AttributeScope attributes, Parameters parameters, Reporter reporter) {
    return new ComparisonResolver(attributes, parameters, false, reporter);
  }

  Optional<Compared> resolve(Condition.Bare bare) {
    return find(bare.path())
        .filter(path -> checkOperator(path.target(), Comparator.EQUAL, bare.span()))
        .flatMap(
            path ->
                operands
                    .bare(path, bare.path())
                    .map(
                        operand ->
                            new Compared(path, Comparator.EQUAL, List.of(operand), bare.span())));
  }

  Optional<Compared> resolve(Condition.Comparison comparison) {
    return attribute(comparison.left()).flatMap(path -> resolve(path, path.target(), comparison));
  }

  /**
   * The comparison with another left side.
   *
   * @param left what the operands have the type of
   */
  Optional<Compared> resolve(AttributePath path, Attribute left, Condition.Comparison comparison) {
    Comparator comparator =
        switch (comparison.operator()) {
          case EQUAL -> Comparator.EQUAL;
          case NOT_EQUAL -> Comparator.NOT_EQUAL;
          case LESS -> Comparator.LESS;
          case LESS_OR_EQUAL -> Comparator.LESS_OR_EQUAL;
          case GREATER -> Comparator.GREATER;
          case GREATER_OR_EQUAL -> Comparator.GREATER_OR_EQUAL;
        };
    return resolve(path, left, comparator, List.of(comparison.right()), comparison.span());
  }

  Optional<Compared> resolve(Condition.Between between) {
    return attribute(between.operand()).flatMap(path -> resolve(path, path.target(), between));
  }

  /** The same for {@code between}. */
  Optional<Compared> resolve(AttributePath path, Attribute left, Condition.Between between) {
    return resolve(
        path, left, Comparator.BETWEEN, List.of(between.low(), between.high()), between.span());
  }

  Optional<Compared> resolve(Condition.Infix infix) {
    Name function = infix.function();
    return switch (function.text()) {
      case "begins_with" ->
          attribute(infix.left())
              .flatMap(
                  path ->
                      resolve(
                          path,
                          path.target(),
                          Comparator.BEGINS_WITH,
                          List.of(infix.right()),
                          infix.span()));
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
      AttributePath path,
      Attribute left,
      Comparator comparator,
      List<dev.keyplan.syntax.Operand> right,
      Span span) {
    boolean isAllowed = checkOperator(left, comparator, span);
    List<Operand> resolved = new ArrayList<>();
    for (dev.keyplan.syntax.Operand operand : right) {
      right(operand, left, comparator)
          .filter(value -> checkComparable(path, left, value))
          .ifPresent(resolved::add);
    }
    return isAllowed && resolved.size() == right.size()
        ? Optional.of(new Compared(path, comparator, resolved, span))
        : Optional.empty();
  }

  private Optional<Operand> right(
      dev.keyplan.syntax.Operand operand, Attribute left, Comparator comparator) {
    if (comparator == Comparator.BEGINS_WITH) {
      return operands.resolvePart(operand, left);
    }
    return isKey ? operands.resolve(operand, left) : operands.resolveAny(operand, left);
  }

  /** Two attributes are compared as they are stored. */
  private boolean checkComparable(AttributePath path, Attribute left, Operand right) {
    if (!(right instanceof Operand.OfAttribute other)) {
      return true;
    }
    AttributeType type = other.path().target().type();
    boolean isItself = left.type().equals(path.target().type()) && other.path().equals(path);
    if (!isItself && TypeFit.isComparable(left.type(), type)) {
      return true;
    }
    reporter.report(
        OPERAND_INVALID
            .at(
                right.span(),
                isItself
                    ? "`%s` is compared with itself".formatted(path.text())
                    : "`%s` is a `%s`, which is not compared with a `%s`"
                        .formatted(other.path().text(), type.text(), left.type().text()))
            .withRelated(other.path().target().span(), "declared here"));
    return false;
  }

  private Optional<AttributePath> attribute(dev.keyplan.syntax.Operand left) {
    if (left instanceof PathOperand path) {
      return find(path.path());
    }
    reporter.report(notAnAttribute(left));
    return Optional.empty();
  }

  private Optional<AttributePath> find(Path path) {
    return isKey ? attributes.find(path, reporter).map(AttributePath::of) : paths.find(path);
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
    return FormReason.of(attribute.type())
        .map(
            reason ->
                OPERATOR_NOT_ALLOWED
                    .at(
                        span,
                        "`%s` is a `%s`, which is not compared"
                            .formatted(attribute.name(), attribute.type().text()))
                    .withLabel(reason)
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
    if (attribute.type().hasOrder()) {
      return Optional.empty();
    }
    Diagnostic disorder =
        OPERATOR_NOT_ALLOWED
            .at(
                span,
                "a `%s` has no order, so `%s` means nothing"
                    .formatted(attribute.type().text(), comparator.symbol()))
            .withRelated(attribute.span(), "the attribute");
    return Optional.of(
        attribute.type().kind() == TypeKind.FORMATTED_TIMESTAMP
            ? disorder.withLabel(
                FormReason.of(attribute.type())
                    .orElse("its texts do not sort by time: the year would have to come first"))
            : disorder);
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
