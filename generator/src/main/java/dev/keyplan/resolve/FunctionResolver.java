package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.NAME_UNKNOWN;
import static dev.keyplan.resolve.ResolutionError.OPERAND_INVALID;
import static dev.keyplan.resolve.ResolutionError.OPERATOR_NOT_ALLOWED;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.Condition;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.Condition.Call;
import dev.keyplan.syntax.Condition.Infix;
import dev.keyplan.syntax.Operand;
import dev.keyplan.syntax.Operand.CallOperand;
import dev.keyplan.syntax.Operand.ParameterOperand;
import dev.keyplan.syntax.Operand.PathOperand;
import java.util.List;
import java.util.Optional;

/** Resolves the functions of conditions, which no key answers. */
final class FunctionResolver {
  private static final List<String> CONDITIONS =
      List.of("attribute_exists", "attribute_not_exists");
  private static final String SIZE = "size";

  private final AttributeScope attributes;
  private final Parameters parameters;
  private final OperandResolver operands;
  private final Reporter reporter;

  FunctionResolver(AttributeScope attributes, Parameters parameters, Reporter reporter) {
    this.attributes = attributes;
    this.parameters = parameters;
    this.operands = new OperandResolver(attributes, parameters, reporter);
    this.reporter = reporter;
  }

  /** {@code attribute_exists(a)}, {@code attribute_not_exists(a)}. */
  Optional<Condition> exists(Call call) {
    String function = call.function().text();
    if (function.equals(SIZE)) {
      reporter.report(
          OPERAND_INVALID
              .at(call.span(), "a size is compared with a number")
              .withHint("`%s > 0`".formatted(call.span().text())));
      return Optional.empty();
    }
    if (!CONDITIONS.contains(function)) {
      reporter.report(
          Suggestions.add(
              NAME_UNKNOWN
                  .at(call.function().span(), "there is no function `%s`".formatted(function))
                  .withHint("there are `attribute_exists(a)` and `attribute_not_exists(a)`"),
              function,
              CONDITIONS));
      return Optional.empty();
    }
    boolean isNegated = function.equals("attribute_not_exists");
    return argument(function, call.arguments(), call.span())
        .map(attribute -> new Condition.Exists(attribute, isNegated, call.span()));
  }

  /** {@code title contains :word}. */
  Optional<Condition> contains(Infix infix) {
    Optional<Attribute> attribute = left(infix);
    if (attribute.isEmpty() || !checkText("contains", attribute.get(), infix.span())) {
      return Optional.empty();
    }
    return operands
        .resolvePart(infix.right(), attribute.get())
        .map(operand -> new Condition.Contains(attribute.get(), operand, infix.span()));
  }

  /** {@code status in :statuses}. */
  Optional<Condition> in(Infix infix) {
    Optional<Attribute> attribute = left(infix);
    if (attribute.isEmpty() || !checkSingle(attribute.get(), infix.span())) {
      return Optional.empty();
    }
    if (infix.right() instanceof ParameterOperand parameter) {
      var list = parameters.meetList(parameter.name().text(), attribute.get(), parameter.span());
      return Optional.of(new Condition.In(attribute.get(), list, infix.span()));
    }
    reporter.report(
        OPERAND_INVALID
            .at(infix.right().span(), "`in` takes a list, which is a parameter")
            .withHint(
                "`%1$s in :values`; what is fixed is `%1$s = … or %1$s = …`"
                    .formatted(attribute.get().name())));
    return Optional.empty();
  }

  /** What {@code size(a)} stands for. */
  record Sized(Attribute attribute, Attribute size) {}

  /** {@code size(title)} on the left side of a comparison. */
  Optional<Sized> size(CallOperand call) {
    String function = call.function().text();
    if (!function.equals(SIZE)) {
      reporter.report(
          Suggestions.add(
              NAME_UNKNOWN
                  .at(call.function().span(), "there is no function `%s`".formatted(function))
                  .withHint("what is compared is an attribute, or `size(a)`"),
              function,
              List.of(SIZE)));
      return Optional.empty();
    }
    return argument(function, call.arguments(), call.span())
        .filter(attribute -> checkText(function, attribute, call.span()))
        .map(attribute -> new Sized(attribute, numberFor(attribute)));
  }

  /** A size is an {@code int}, whatever it is the size of. */
  private static Attribute numberFor(Attribute attribute) {
    return new Attribute(
        attribute.name(),
        attribute.storedName(),
        new IntegerType(false, false, Integer.MIN_VALUE, Integer.MAX_VALUE),
        attribute.isOptional(),
        Optional.empty(),
        attribute.traits(),
        Optional.empty(),
        attribute.span());
  }

  private Optional<Attribute> argument(String function, List<Operand> arguments, Span span) {
    if (arguments.size() == 1 && arguments.get(0) instanceof PathOperand path) {
      return attributes.find(path.path(), reporter);
    }
    reporter.report(OPERAND_INVALID.at(span, "`%s` takes one attribute".formatted(function)));
    return Optional.empty();
  }

  private Optional<Attribute> left(Infix infix) {
    if (infix.left() instanceof PathOperand path) {
      return attributes.find(path.path(), reporter);
    }
    reporter.report(
        OPERAND_INVALID.at(
            infix.left().span(),
            "an attribute stands on the left side of `%s`".formatted(infix.function().text())));
    return Optional.empty();
  }

  private boolean checkText(String function, Attribute attribute, Span span) {
    return attribute.type().kind().isText() || refuse(function, "for text", attribute, span);
  }

  private boolean checkSingle(Attribute attribute, Span span) {
    return attribute.type().kind().isListed()
        || refuse("in", "for texts and numbers", attribute, span);
  }

  private boolean refuse(String function, String purpose, Attribute attribute, Span span) {
    Diagnostic problem =
        OPERATOR_NOT_ALLOWED
            .at(
                span,
                "`%s` is %s, and `%s` is a `%s`"
                    .formatted(function, purpose, attribute.name(), attribute.type().text()))
            .withRelated(attribute.span(), "the attribute");
    reporter.report(problem);
    return false;
  }
}
