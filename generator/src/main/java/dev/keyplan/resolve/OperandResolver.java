package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.NAME_AMBIGUOUS;
import static dev.keyplan.resolve.ResolutionError.OPERAND_INVALID;

import dev.keyplan.model.Attribute;
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
  private final Reporter reporter;

  OperandResolver(AttributeScope attributes, Parameters parameters, Reporter reporter) {
    this.attributes = attributes;
    this.parameters = parameters;
    this.reporter = reporter;
  }

  /** The parameter that an attribute alone stands for. */
  Operand bare(Attribute attribute, Path path) {
    return parameters.meet(attribute.name(), attribute, path.span());
  }

  Optional<Operand> resolve(dev.keyplan.syntax.Operand operand, Attribute left) {
    if (operand instanceof ParameterOperand parameter) {
      return Optional.of(parameters.meet(parameter.name().text(), left, parameter.span()));
    }
    if (operand instanceof LiteralOperand literal) {
      return ValueResolver.resolve(literal.literal(), left.type(), reporter)
          .map(value -> new Operand.OfConstant(value, operand.span()));
    }
    if (operand instanceof PathOperand path) {
      return word(path.path(), left);
    }
    if (operand instanceof CallOperand call) {
      reporter.report(
          Unsupported.at(
              call.span(), "the function `" + call.function().text() + "`", useParameter(left)));
    } else if (operand instanceof ArithmeticOperand arithmetic) {
      reporter.report(Unsupported.at(arithmetic.span(), "arithmetic", useParameter(left)));
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

  private Optional<Operand> word(Path path, Attribute left) {
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
    if (isAttribute) {
      reporter.report(
          Unsupported.at(path.span(), "another attribute on the right side", useParameter(left)));
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
                path.isSimple()
                    ? "a parameter has a colon: `:%s`".formatted(path.first().text())
                    : useParameter(left)));
    return Optional.empty();
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
