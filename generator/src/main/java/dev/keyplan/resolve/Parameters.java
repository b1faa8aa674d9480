package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.PARAMETER_TYPE_CONFLICT;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Operand;
import dev.keyplan.model.Parameter;
import dev.keyplan.source.Span;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of one pattern. A name is one parameter, of one type, wherever it is used. */
final class Parameters {
  private final Reporter reporter;
  private final Map<String, Parameter> byName = new LinkedHashMap<>();

  Parameters(Reporter reporter) {
    this.reporter = reporter;
  }

  /** The parameter of this name, which takes its type from the attribute it meets. */
  Operand meet(String name, Attribute attribute, Span span) {
    Parameter parameter = byName.computeIfAbsent(name, n -> new Parameter(n, attribute, span));
    if (!parameter.type().equals(attribute.type())) {
      reporter.report(
          PARAMETER_TYPE_CONFLICT
              .at(span, "the parameter `%s` has two types".formatted(name))
              .withLabel("`%s` here".formatted(attribute.type().text()))
              .withRelated(parameter.span(), "`%s` here".formatted(parameter.type().text()))
              .withHint("give one of the two another name"));
    }
    return new Operand.OfParameter(parameter, span);
  }

  /** In the order of their first mention. */
  List<Parameter> all() {
    return byName.values().stream()
        .sorted(Comparator.comparingInt(parameter -> parameter.span().start()))
        .toList();
  }
}
