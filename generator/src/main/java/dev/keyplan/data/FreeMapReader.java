package dev.keyplan.data;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads maps whose values the model says nothing of. Only here, the notation decides: what YAML
 * takes for a number or a boolean is one, and all else is a text.
 */
final class FreeMapReader {
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,37})(\\.[0-9]{1,37})?");
  private static final int MOST_DIGITS = 38;

  private final List<Diagnostic> diagnostics;

  FreeMapReader(List<Diagnostic> diagnostics) {
    this.diagnostics = diagnostics;
  }

  Optional<ItemValue> read(Attribute attribute, YamlNode node) {
    if (node instanceof YamlNode.Mapping mapping) {
      return map(attribute, mapping);
    }
    return refuse(
        DataError.DATA_SHAPE
            .at(
                node.head(),
                "`%s` takes a mapping; this is %s".formatted(attribute.name(), node.description()))
            .withHint("write `%s`".formatted(Example.line(attribute))),
        attribute);
  }

  private Optional<ItemValue> map(Attribute attribute, YamlNode.Mapping mapping) {
    Map<String, ItemValue> values = new LinkedHashMap<>();
    for (YamlNode.Entry entry : mapping.entries()) {
      if (entry.name().isEmpty()) {
        refuse(
            DataError.DATA_VALUE_INVALID.at(
                entry.nameSpan(), "a name in `%s` is empty".formatted(attribute.name())),
            attribute);
      } else {
        value(attribute, entry.value()).ifPresent(value -> values.put(entry.name(), value));
      }
    }
    return values.size() == mapping.entries().size()
        ? Optional.of(new ItemValue.OfMap(values))
        : Optional.empty();
  }

  private Optional<ItemValue> value(Attribute attribute, YamlNode node) {
    if (node instanceof YamlNode.Mapping mapping) {
      return map(attribute, mapping);
    }
    if (node instanceof YamlNode.Sequence sequence) {
      List<ItemValue> values = new ArrayList<>();
      sequence.elements().forEach(e -> value(attribute, e).ifPresent(values::add));
      return values.size() == sequence.elements().size()
          ? Optional.of(new ItemValue.OfList(values))
          : Optional.empty();
    }
    return scalar(attribute, (YamlNode.Scalar) node);
  }

  private Optional<ItemValue> scalar(Attribute attribute, YamlNode.Scalar scalar) {
    if (scalar.isNull()) {
      return refuse(
          DataError.DATA_VALUE_INVALID
              .at(scalar.span(), "a value in `%s` is missing".formatted(attribute.name()))
              .withHint("leave the name out, or write `\"\"` for an empty text"),
          attribute);
    }
    String text = scalar.text();
    if (scalar.isPlain() && (text.equals("true") || text.equals("false"))) {
      return Optional.of(new ItemValue.OfBoolean(text.equals("true")));
    }
    if (scalar.isPlain() && NUMBER.matcher(text).matches()) {
      BigDecimal number = new BigDecimal(text);
      if (number.precision() <= MOST_DIGITS) {
        return Optional.of(new ItemValue.OfNumber(number));
      }
    }
    return Optional.of(new ItemValue.OfString(text));
  }

  private Optional<ItemValue> refuse(Diagnostic diagnostic, Attribute attribute) {
    return ValueReader.refuse(diagnostic, attribute, diagnostics);
  }
}
