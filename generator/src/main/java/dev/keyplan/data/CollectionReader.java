package dev.keyplan.data;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.ListType;
import dev.keyplan.model.AttributeType.MapType;
import dev.keyplan.model.AttributeType.SetType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads lists, maps and sets. */
final class CollectionReader {
  private final List<Diagnostic> diagnostics;

  CollectionReader(List<Diagnostic> diagnostics) {
    this.diagnostics = diagnostics;
  }

  Optional<ItemValue> read(Attribute attribute, YamlNode node) {
    if (attribute.type() instanceof MapType map) {
      return map(attribute, map, node);
    }
    if (!(node instanceof YamlNode.Sequence sequence)) {
      return refuse(
          DataError.DATA_SHAPE
              .at(
                  node.head(),
                  "`%s` takes a list; this is %s".formatted(attribute.name(), node.description()))
              .withHint("write `%s`".formatted(Example.line(attribute))),
          attribute);
    }
    return attribute.type() instanceof SetType set
        ? set(attribute, set, sequence)
        : list(attribute, ((ListType) attribute.type()).element(), sequence)
            .map(ItemValue.OfList::new);
  }

  private Optional<List<ItemValue>> list(
      Attribute attribute, AttributeType type, YamlNode.Sequence sequence) {
    Attribute element = element(attribute, type);
    List<ItemValue> values = new ArrayList<>();
    for (YamlNode node : sequence.elements()) {
      new ValueReader(diagnostics).read(element, node).ifPresent(values::add);
    }
    return values.size() == sequence.elements().size() ? Optional.of(values) : Optional.empty();
  }

  private Optional<ItemValue> set(Attribute attribute, SetType type, YamlNode.Sequence sequence) {
    Optional<List<ItemValue>> values = list(attribute, type.element(), sequence);
    if (values.isEmpty()) {
      return Optional.empty();
    }
    Set<ItemValue> seen = new LinkedHashSet<>();
    for (int i = 0; i < values.get().size(); i++) {
      if (!seen.add(comparable(values.get().get(i)))) {
        return refuse(
            DataError.DATA_VALUE_INVALID.at(
                sequence.elements().get(i).head(),
                "`%s` has this element twice".formatted(attribute.name())),
            attribute);
      }
    }
    return Optional.of(new ItemValue.OfSet(type.storage(), values.get()));
  }

  /** DynamoDB takes 1 and 1.0 for one number. */
  private static ItemValue comparable(ItemValue value) {
    return value instanceof ItemValue.OfNumber number
        ? new ItemValue.OfNumber(
            new BigDecimal(number.value().toPlainString()).stripTrailingZeros())
        : value;
  }

  private Optional<ItemValue> map(Attribute attribute, MapType type, YamlNode node) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return refuse(
          DataError.DATA_SHAPE
              .at(
                  node.head(),
                  "`%s` takes a mapping; this is %s"
                      .formatted(attribute.name(), node.description()))
              .withHint("write `%s`".formatted(Example.line(attribute))),
          attribute);
    }
    Attribute element = element(attribute, type.element());
    Map<String, ItemValue> values = new LinkedHashMap<>();
    for (YamlNode.Entry entry : mapping.entries()) {
      if (entry.name().isEmpty()) {
        refuse(
            DataError.DATA_VALUE_INVALID.at(
                entry.nameSpan(), "a name in `%s` is empty".formatted(attribute.name())),
            attribute);
      } else {
        new ValueReader(diagnostics)
            .read(element, entry.value())
            .ifPresent(value -> values.put(entry.name(), value));
      }
    }
    return values.size() == mapping.entries().size()
        ? Optional.of(new ItemValue.OfMap(values))
        : Optional.empty();
  }

  /** An element as if it were an attribute of its own: every one is there, none has a default. */
  private static Attribute element(Attribute attribute, AttributeType type) {
    return new Attribute(
        attribute.name(),
        attribute.storedName(),
        type,
        false,
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        attribute.span());
  }

  private Optional<ItemValue> refuse(Diagnostic diagnostic, Attribute attribute) {
    return ValueReader.refuse(diagnostic, attribute, diagnostics);
  }
}
