package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.NAME_AMBIGUOUS;
import static dev.keyplan.resolve.ResolutionError.OPERAND_INVALID;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributePath;
import dev.keyplan.model.AttributeType.EnumType;
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.model.EnumDefinition;
import dev.keyplan.model.Operand;
import dev.keyplan.model.TypeKind;
import dev.keyplan.model.Value;
import dev.keyplan.syntax.Name;
import dev.keyplan.syntax.Operand.ArithmeticOperand;
import dev.keyplan.syntax.Operand.CallOperand;
import dev.keyplan.syntax.Operand.LiteralOperand;
import dev.keyplan.syntax.Operand.ParameterOperand;
import dev.keyplan.syntax.Operand.PathOperand;
import dev.keyplan.syntax.Path;
import dev.keyplan.syntax.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves what stands on the right side of an attribute: its type is the attribute's. */
final class OperandResolver {
  private final AttributeScope attributes;
  private final Parameters parameters;
  private final PathResolver paths;
  private final Reporter reporter;

  OperandResolver(AttributeScope attributes, Parameters parameters, Reporter reporter) {
    this.attributes = attributes;
    this.parameters = parameters;
    this.paths = new PathResolver(attributes, parameters, reporter);
    this.reporter = reporter;
  }

  /** The parameter that an attribute alone stands for: it has its name. */
  Optional<Operand> bare(AttributePath found, Path path) {
    if (path.lastName().isEmpty()) {
      reporter.report(
          OPERAND_INVALID
              .at(path.span(), "a parameter for `%s` needs a name".formatted(path.span().text()))
              .withHint("write `%s = :value`".formatted(path.span().text())));
      return Optional.empty();
    }
    return Optional.of(parameters.meet(found.target().name(), found.target(), path.span()));
  }

  /** What a value may be besides a parameter and a constant. */
  private enum Takes {
    NOTHING_ELSE,
    NOW,
    NOW_AND_ATTRIBUTES
  }

  /** A value: a parameter or a constant. */
  Optional<Operand> resolve(dev.keyplan.syntax.Operand operand, Attribute left) {
    return resolve(operand, left, Takes.NOTHING_ELSE);
  }

  /** A value, or the time of the call. */
  Optional<Operand> resolveTimed(dev.keyplan.syntax.Operand operand, Attribute left) {
    return resolve(operand, left, Takes.NOW);
  }

  /** A value, the time of the call, or another attribute of the item, of whatever type. */
  Optional<Operand> resolveAny(dev.keyplan.syntax.Operand operand, Attribute left) {
    return resolve(operand, left, Takes.NOW_AND_ATTRIBUTES);
  }

  private Optional<Operand> resolve(
      dev.keyplan.syntax.Operand operand, Attribute left, Takes takes) {
    if (operand instanceof ParameterOperand parameter) {
      return Optional.of(parameters.meet(parameter.name().text(), left, parameter.span()));
    }
    if (operand instanceof LiteralOperand literal) {
      return ValueResolver.resolve(literal.literal(), left.type(), reporter)
          .map(value -> new Operand.OfConstant(value, operand.span()));
    }
    if (operand instanceof PathOperand path) {
      return word(path.path(), left, takes);
    }
    if (operand instanceof CallOperand call) {
      reporter.report(
          OPERAND_INVALID
              .at(
                  call.span(),
                  "a value stands here, not the function `%s`".formatted(call.function().text()))
              .withHint(
                  call.function().text().equals("now") && MaintainedAttributes.isTime(left.type())
                      ? "the time of the call is `now`"
                      : useParameter(left)));
    } else if (operand instanceof ArithmeticOperand arithmetic) {
      reporter.report(
          OPERAND_INVALID
              .at(arithmetic.span(), "DynamoDB calculates in `set` only")
              .withHint(useParameter(left)));
    }
    return Optional.empty();
  }

  /** The same for a part of a text, which may be shorter than the text has to be. */
  Optional<Operand> resolvePart(dev.keyplan.syntax.Operand operand, Attribute left) {
    if (operand instanceof LiteralOperand literal && left.type() instanceof StringType type) {
      return ValueResolver.resolve(
              literal.literal(), new StringType(0, type.maximumLength()), reporter)
          .map(value -> new Operand.OfConstant(value, operand.span()));
    }
    return resolve(operand, left);
  }

  private Optional<Operand> word(Path path, Attribute left, Takes takes) {
    Optional<QualifiedName> words = words(path);
    boolean isAttribute = attributes.contains(path.first().text());
    if (words.isPresent() && left.type() instanceof EnumType type) {
      boolean isConstant = path.isSimple() && hasConstant(type.definition(), path.first().text());
      if (isConstant && isAttribute) {
        String constant = type.text() + "." + path.first().text();
        reporter.report(
            NAME_AMBIGUOUS
                .at(
                    path.span(),
                    "`%s` is a constant and an attribute".formatted(path.span().text()))
                .withHint("write `%s` for the constant".formatted(constant)));
        return Optional.empty();
      }
      if (isConstant || !isAttribute) {
        return constant(ValueResolver.word(words.get(), left.type(), reporter), path);
      }
    }
    boolean isNow = path.isSimple() && path.first().text().equals("now") && !isAttribute;
    if (isNow && MaintainedAttributes.isTime(left.type())) {
      return now(path, takes);
    }
    if (isAttribute && takes == Takes.NOW_AND_ATTRIBUTES) {
      return paths.find(path).map(found -> new Operand.OfAttribute(found, path.span()));
    }
    if (isAttribute) {
      reporter.report(
          OPERAND_INVALID
              .at(
                  path.span(),
                  "a value stands here, and `%s` is an attribute".formatted(path.span().text()))
              .withHint(useParameter(left)));
      return Optional.empty();
    }
    if (words.isPresent() && left.type().kind() == TypeKind.BOOLEAN) {
      return constant(ValueResolver.word(words.get(), left.type(), reporter), path);
    }
    reporter.report(
        OPERAND_INVALID
            .at(
                path.span(),
                "`%s` is no value of the type `%s`"
                    .formatted(path.span().text(), left.type().text()))
            .withHint(
                path.span().text().equals("null")
                    ? "nothing is stored as null; whether there is a value is asked by"
                        + " `attribute_exists(a)` and `attribute_not_exists(a)`"
                    : path.isSimple()
                        ? "a parameter has a colon: `:%s`".formatted(path.first().text())
                        : useParameter(left)));
    return Optional.empty();
  }

  private Optional<Operand> now(Path path, Takes takes) {
    if (takes == Takes.NOTHING_ELSE) {
      reporter.report(
          OPERAND_INVALID
              .at(path.span(), "the time of the call cannot stand here")
              .withLabel("the next page of a query, and the same item, are found by the same key")
              .withHint("give it as a parameter: `:now`"));
      return Optional.empty();
    }
    return Optional.of(new Operand.OfNow(path.span()));
  }

  private static Optional<Operand> constant(Optional<Value> value, Path path) {
    return value.map(v -> new Operand.OfConstant(v, path.span()));
  }

  private static boolean hasConstant(EnumDefinition definition, String name) {
    return definition.constants().stream().anyMatch(constant -> constant.name().equals(name));
  }

  /** The words of a path that has no element of a list in it. */
  private static Optional<QualifiedName> words(Path path) {
    List<Name> names = new ArrayList<>();
    for (Path.Step step : path.steps()) {
      if (!(step instanceof Path.Member member)) {
        return Optional.empty();
      }
      names.add(member.name());
    }
    return Optional.of(new QualifiedName(names, path.span()));
  }

  private static String useParameter(Attribute left) {
    return "give the value as a parameter: `:%s`".formatted(left.name());
  }
}
