package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.PARAMETER_TYPE_CONFLICT;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.Operand;
import dev.keyplan.model.Parameter;
import dev.keyplan.source.Span;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parameters of one pattern. A name is one parameter, of one type, wherever it is used. */
final class Parameters {
  private final Reporter reporter;
  private final Map<String, Parameter> byName = new LinkedHashMap<>();
  private final Set<String> amounts = new HashSet<>();

  Parameters(Reporter reporter) {
    this.reporter = reporter;
  }

  /** The parameter of this name, which takes its type from the attribute it meets. */
  Operand.OfParameter meet(String name, Attribute attribute, Span span) {
    return meet(new Parameter(name, attribute, span));
  }

  /** The same, as a list of values of that type. */
  Operand.OfParameter meetList(String name, Attribute attribute, Span span) {
    return meet(new Parameter(name, attribute, true, span));
  }

  /** A number to calculate with: where it meets an attribute as well, it is in its range there. */
  Operand.OfParameter meetAmount(String name, Attribute amount, Span span) {
    amounts.add(name);
    return meet(name, amount, span);
  }

  private Operand.OfParameter meet(Parameter met) {
    Parameter parameter = byName.computeIfAbsent(met.name(), n -> met);
    if (!isOneType(parameter, met) || parameter.isList() != met.isList()) {
      reporter.report(
          PARAMETER_TYPE_CONFLICT
              .at(met.span(), "the parameter `%s` has two types".formatted(met.name()))
              .withLabel(typeOf(met) + " here")
              .withRelated(parameter.span(), typeOf(parameter) + " here")
              .withHint("give one of the two another name"));
    }
    return new Operand.OfParameter(parameter, met.span());
  }

  private boolean isOneType(Parameter first, Parameter met) {
    boolean isAmount =
        amounts.contains(met.name())
            && first.type() instanceof IntegerType left
            && met.type() instanceof IntegerType right
            && left.isLong() == right.isLong();
    return isAmount || first.type().equals(met.type());
  }

  private static String typeOf(Parameter parameter) {
    String type = "`" + parameter.type().text() + "`";
    return parameter.isList() ? "a list of " + type : type;
  }

  /** In the order of their first mention. */
  List<Parameter> all() {
    return byName.values().stream()
        .sorted(Comparator.comparingInt(parameter -> parameter.span().start()))
        .toList();
  }
}
