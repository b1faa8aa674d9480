package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.NAME_UNKNOWN;
import static dev.keyplan.resolve.ResolutionError.OPERAND_INVALID;
import static dev.keyplan.resolve.ResolutionError.OPERATOR_NOT_ALLOWED;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributePath;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.AttributeType.ListType;
import dev.keyplan.model.AttributeType.SetType;
import dev.keyplan.model.Comparator;
import dev.keyplan.model.Condition;
import dev.keyplan.model.Limits;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.Condition.Call;
import dev.keyplan.syntax.Condition.Infix;
import dev.keyplan.syntax.Condition.OneOf;
import dev.keyplan.syntax.Name;
import dev.keyplan.syntax.Operand;
import dev.keyplan.syntax.Operand.CallOperand;
import dev.keyplan.syntax.Operand.ParameterOperand;
import dev.keyplan.syntax.Operand.PathOperand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves the functions of conditions, which no key answers. */
final class FunctionResolver {
  private static final List<String> CONDITIONS =
      List.of("attribute_exists", "attribute_not_exists");
  private static final String SIZE = "size";

  /** A size is an {@code int}, whatever it is the size of. */
  private static final AttributeType SIZE_TYPE =
      new IntegerType(false, false, Integer.MIN_VALUE, Integer.MAX_VALUE);

  private final Parameters parameters;
  private final PathResolver paths;
  private final OperandResolver operands;
  private final Reporter reporter;

  FunctionResolver(AttributeScope attributes, Parameters parameters, Reporter reporter) {
    this.parameters = parameters;
    this.paths = new PathResolver(attributes, parameters, reporter);
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
    if (function.equals("attribute_type")) {
      reporter.report(
          OPERATOR_NOT_ALLOWED
              .at(
                  call.span(),
                  "the type of an attribute is declared, so `attribute_type` says nothing")
              .withHint("whether it has a value asks `attribute_exists(a)`"));
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
        .map(path -> new Condition.Exists(path, isNegated, call.span()));
  }

  /** {@code title contains :word}, {@code labels contains :label}. */
  Optional<Condition> contains(Infix infix) {
    Optional<AttributePath> path = left(infix.left(), infix.function());
    if (path.isEmpty()) {
      return Optional.empty();
    }
    Attribute target = path.get().target();
    if (target.type().kind().isText()) {
      return operands
          .resolvePart(infix.right(), target)
          .map(operand -> new Condition.Contains(path.get(), target, operand, infix.span()));
    }
    return element(target, infix.span())
        .flatMap(
            element ->
                operands
                    .resolve(infix.right(), element)
                    .map(o -> new Condition.Contains(path.get(), element, o, infix.span())));
  }

  /** What a set or a list can be asked for: DynamoDB looks for single values only. */
  private Optional<Attribute> element(Attribute collection, Span span) {
    AttributeType type = collection.type();
    if (type instanceof SetType set) {
      return Optional.of(collection.withType(set.element()));
    }
    if (type instanceof ListType list && isSingleValue(list.element())) {
      return Optional.of(collection.withType(list.element()));
    }
    refuse("contains", "for texts, and for sets and lists of single values", collection, span);
    return Optional.empty();
  }

  private static boolean isSingleValue(AttributeType type) {
    if (!type.isComparable()) {
      return false;
    }
    return switch (type.storage()) {
      case S, N, B, BOOL -> true;
      case M, L, SS, NS, BS -> false;
    };
  }

  /** {@code status in :statuses}. */
  Optional<Condition> in(Infix infix) {
    Optional<AttributePath> path = left(infix.left(), infix.function());
    if (path.isEmpty() || !checkSingle(path.get().target(), infix.span())) {
      return Optional.empty();
    }
    if (infix.right() instanceof ParameterOperand parameter) {
      var list =
          parameters.meetList(parameter.name().text(), path.get().target(), parameter.span());
      return Optional.of(new Condition.In(path.get(), list, infix.span()));
    }
    reporter.report(
        OPERAND_INVALID
            .at(infix.right().span(), "`in` takes a list")
            .withHint(
                "`%1$s in :values`, a parameter; or fixed values in parentheses, `%1$s in (%2$s)`"
                    .formatted(path.get().text(), infix.right().span().text())));
    return Optional.empty();
  }

  /** {@code status in (PAID, SENT)}: it equals one of them. */
  Optional<Condition> in(OneOf oneOf) {
    Optional<AttributePath> path = left(oneOf.left(), oneOf.operator());
    if (path.isEmpty() || !checkSingle(path.get().target(), oneOf.span())) {
      return Optional.empty();
    }
    List<Condition> equalities = new ArrayList<>();
    Map<Object, Span> seen = new HashMap<>();
    for (Operand value : oneOf.values()) {
      operands
          .resolve(value, path.get().target())
          .filter(operand -> checkOnce(operand, seen))
          .map(List::of)
          .map(one -> new Condition.Compares(path.get(), Comparator.EQUAL, one, oneOf.span()))
          .ifPresent(equalities::add);
    }
    if (equalities.size() < oneOf.values().size() || !checkCount(oneOf)) {
      return Optional.empty();
    }
    return Optional.of(equalities.size() == 1 ? equalities.get(0) : new Condition.Any(equalities));
  }

  private boolean checkOnce(dev.keyplan.model.Operand operand, Map<Object, Span> seen) {
    Object value =
        operand instanceof dev.keyplan.model.Operand.OfConstant constant
            ? constant.value()
            : operand.parameters();
    Span first = seen.putIfAbsent(value, operand.span());
    if (first != null) {
      reporter.report(
          OPERAND_INVALID
              .at(operand.span(), "`%s` stands in the list twice".formatted(operand.span().text()))
              .withRelated(first, "first here"));
    }
    return first == null;
  }

  private boolean checkCount(OneOf oneOf) {
    boolean fits = oneOf.values().size() <= Limits.VALUES_OF_IN;
    if (!fits) {
      reporter.report(
          OPERAND_INVALID.at(
              oneOf.values().get(Limits.VALUES_OF_IN).span(),
              "DynamoDB's `IN` takes up to %d values, and there are %d"
                  .formatted(Limits.VALUES_OF_IN, oneOf.values().size())));
    }
    return fits;
  }

  /** What {@code size(a)} stands for. */
  record Sized(AttributePath path, Attribute size) {}

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
        .filter(path -> checkSized(path.target(), call.span()))
        .map(path -> new Sized(path, path.target().withType(SIZE_TYPE)));
  }

  private Optional<AttributePath> argument(String function, List<Operand> arguments, Span span) {
    if (arguments.size() == 1 && arguments.get(0) instanceof PathOperand path) {
      return paths.find(path.path());
    }
    reporter.report(OPERAND_INVALID.at(span, "`%s` takes one attribute".formatted(function)));
    return Optional.empty();
  }

  private Optional<AttributePath> left(Operand left, Name operator) {
    if (left instanceof PathOperand path) {
      return paths.find(path.path());
    }
    reporter.report(
        OPERAND_INVALID.at(
            left.span(),
            "an attribute stands on the left side of `%s`".formatted(operator.text())));
    return Optional.empty();
  }

  private boolean checkSized(Attribute attribute, Span span) {
    return attribute.type().kind().isSized()
        || refuse(SIZE, "for text, binary and collections", attribute, span);
  }

  private boolean checkSingle(Attribute attribute, Span span) {
    return attribute.type().isListed() || refuse("in", "for texts and numbers", attribute, span);
  }

  private boolean refuse(String function, String purpose, Attribute attribute, Span span) {
    Diagnostic problem =
        OPERATOR_NOT_ALLOWED
            .at(
                span,
                "`%s` is %s, and `%s` is a `%s`"
                    .formatted(function, purpose, attribute.name(), attribute.type().text()))
            .withRelated(attribute.span(), "the attribute");
    reporter.report(FormReason.of(attribute.type()).map(problem::withLabel).orElse(problem));
    return false;
  }
}
