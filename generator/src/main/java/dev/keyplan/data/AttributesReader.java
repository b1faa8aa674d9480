package dev.keyplan.data;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.DidYouMean;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.DefaultValue;
import dev.keyplan.model.StructDefinition;
import dev.keyplan.model.Value;
import dev.keyplan.source.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the attributes of an item or a structure. */
final class AttributesReader {
  private final List<Diagnostic> diagnostics;

  AttributesReader(List<Diagnostic> diagnostics) {
    this.diagnostics = diagnostics;
  }

  /**
   * A value and where it comes from.
   *
   * @param span of the value; of the item's beginning if the value is a default
   */
  record Given(ItemValue value, Span span) {}

  /** A structure as a map. */
  Optional<ItemValue> struct(StructDefinition struct, Attribute attribute, YamlNode node) {
    String name = struct.name().name();
    return YamlShape.mapping(
            node,
            "`%s` is a `%s`".formatted(attribute.name(), name),
            "write `%s`".formatted(Example.line(attribute)),
            diagnostics)
        .flatMap(mapping -> read(mapping, struct.attributes(), name))
        .map(
            values -> {
              Map<String, ItemValue> entries = new LinkedHashMap<>();
              for (Attribute member : struct.attributes()) {
                if (values.containsKey(member.name())) {
                  entries.put(member.storedName(), values.get(member.name()).value());
                }
              }
              return new ItemValue.OfMap(entries);
            });
  }

  /**
   * The values by attribute name, with constant defaults filled in; empty if any is wrong.
   *
   * @param owner the name of the entity or structure
   */
  Optional<Map<String, Given>> read(
      YamlNode.Mapping mapping, List<Attribute> attributes, String owner) {
    int before = diagnostics.size();
    Map<String, YamlNode.Entry> entries = new HashMap<>();
    Set<String> meant = new HashSet<>();
    for (YamlNode.Entry entry : mapping.entries()) {
      if (attributes.stream().anyMatch(attribute -> attribute.name().equals(entry.name()))) {
        entries.put(entry.name(), entry);
      } else {
        Optional<String> suggestion = suggestion(entry.name(), attributes);
        suggestion.ifPresent(meant::add);
        diagnostics.add(unknown(entry, suggestion, owner));
      }
    }
    Map<String, Given> values = new HashMap<>();
    for (Attribute attribute : attributes) {
      YamlNode.Entry entry = entries.get(attribute.name());
      if (entry != null) {
        new ValueReader(diagnostics)
            .read(attribute, entry.value())
            .filter(v -> !(v instanceof ItemValue.OfSet set && set.elements().isEmpty()))
            .ifPresent(v -> values.put(attribute.name(), new Given(v, entry.value().span())));
      } else if (attribute.defaultValue().orElse(null) instanceof DefaultValue.Constant constant) {
        values.put(attribute.name(), new Given(value(constant.value()), mapping.head()));
      } else if (!attribute.mayBeAbsent() && !meant.contains(attribute.name())) {
        diagnostics.add(missing(mapping, attribute, owner));
      }
    }
    return diagnostics.size() == before ? Optional.of(values) : Optional.empty();
  }

  private static Optional<String> suggestion(String name, List<Attribute> attributes) {
    return attributes.stream()
        .filter(attribute -> attribute.storedName().equals(name))
        .map(Attribute::name)
        .findFirst()
        .or(() -> DidYouMean.suggestion(name, attributes.stream().map(Attribute::name).toList()));
  }

  private static Diagnostic unknown(
      YamlNode.Entry entry, Optional<String> suggestion, String owner) {
    Diagnostic diagnostic =
        DataError.DATA_NAME_UNKNOWN.at(
            entry.nameSpan(),
            "`%s` has no attribute %s".formatted(owner, Quoted.name(entry.name())));
    return suggestion
        .map(name -> diagnostic.withHint("did you mean `%s`?".formatted(name)))
        .orElse(diagnostic);
  }

  private static Diagnostic missing(YamlNode.Mapping mapping, Attribute attribute, String owner) {
    String label =
        attribute.defaultValue().isPresent()
            ? "sample data is the same every day: it takes neither `now` nor `random`"
            : "begins here";
    return DataError.DATA_ATTRIBUTE_MISSING
        .at(mapping.head(), "this `%s` has no `%s`".formatted(owner, attribute.name()))
        .withLabel(label)
        .withRelated(attribute.span(), "declared here, and not optional")
        .withHint("add `%s`".formatted(Example.line(attribute)));
  }

  private static ItemValue value(Value value) {
    if (value instanceof Value.TextValue text) {
      return new ItemValue.OfString(text.text());
    }
    if (value instanceof Value.NumberValue number) {
      return new ItemValue.OfNumber(number.number());
    }
    if (value instanceof Value.BooleanValue bool) {
      return new ItemValue.OfBoolean(bool.isTrue());
    }
    return new ItemValue.OfString(((Value.EnumValue) value).constant().storedText());
  }
}
