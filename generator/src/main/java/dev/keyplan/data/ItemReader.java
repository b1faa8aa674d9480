package dev.keyplan.data;

import dev.keyplan.data.AttributesReader.Given;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Filling;
import dev.keyplan.model.IndexMembership;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one item and makes it what DynamoDB would hold. */
final class ItemReader {
  private final Entity entity;
  private final List<Diagnostic> diagnostics;

  ItemReader(Entity entity, List<Diagnostic> diagnostics) {
    this.entity = entity;
    this.diagnostics = diagnostics;
  }

  /** The item; empty, with diagnostics, if anything is wrong with it. */
  Optional<SampleItem> read(YamlNode node) {
    int before = diagnostics.size();
    String name = entity.name().name();
    Optional<YamlNode.Mapping> mapping =
        YamlShape.mapping(
            node,
            "an item of `%s` is a mapping from attributes to values".formatted(name),
            "write `- %s`".formatted(Example.line(entity.attributes().get(0))),
            diagnostics);
    Optional<Map<String, Given>> given =
        mapping.flatMap(m -> new AttributesReader(diagnostics).read(m, entity.attributes(), name));
    if (given.isEmpty()) {
      return Optional.empty();
    }
    checkKeyAttributes(given.get(), mapping.get());
    checkKeyTexts(given.get());
    if (diagnostics.size() > before) {
      return Optional.empty();
    }
    Map<String, ItemValue> values = new HashMap<>();
    given.get().forEach((attribute, value) -> values.put(attribute, value.value()));
    SampleItem item = new SampleItem(entity, ItemRenderer.item(entity, values), node.span());
    checkSizes(item, mapping.get());
    return diagnostics.size() > before ? Optional.empty() : Optional.of(item);
  }

  /** For models that let an attribute of the key be optional, which is an error of theirs. */
  private void checkKeyAttributes(Map<String, Given> given, YamlNode.Mapping mapping) {
    for (Attribute attribute : entity.key().attributes()) {
      if (!given.containsKey(attribute.name())) {
        diagnostics.add(
            DataError.DATA_ATTRIBUTE_MISSING
                .at(
                    mapping.head(),
                    "this `%s` has no `%s`, which is part of its key"
                        .formatted(entity.name().name(), attribute.name()))
                .withRelated(attribute.span(), "declared here"));
      }
    }
  }

  private void checkKeyTexts(Map<String, Given> given) {
    List<EntityKey.Part> parts = new ArrayList<>(entity.key().parts());
    for (IndexMembership membership : entity.indexes()) {
      parts.addAll(membership.key().parts());
    }
    Set<Attribute> reported = new LinkedHashSet<>();
    for (EntityKey.Part part : parts) {
      for (KeyTemplate.Hole hole : holes(part.filling())) {
        Given value = given.get(hole.attribute().name());
        if (value != null && !reported.contains(hole.attribute())) {
          KeyText.problem(hole, value.value())
              .ifPresent(
                  problem -> {
                    reported.add(hole.attribute());
                    diagnostics.add(
                        DataError.DATA_KEY_TEXT
                            .at(value.span(), "`%s` %s".formatted(hole.attribute().name(), problem))
                            .withRelated(hole.span(), "its place in the key"));
                  });
        }
      }
    }
  }

  /** The holes of a template; an attribute that is a key itself counts as one without delimiter. */
  private static List<KeyTemplate.Hole> holes(Filling filling) {
    if (filling instanceof Filling.FromTemplate from) {
      return from.template().parts().stream()
          .filter(KeyTemplate.Hole.class::isInstance)
          .map(KeyTemplate.Hole.class::cast)
          .toList();
    }
    Attribute attribute = ((Filling.FromAttribute) filling).attribute();
    return List.of(new KeyTemplate.Hole(attribute, Optional.empty(), attribute.span()));
  }

  private void checkSizes(SampleItem item, YamlNode.Mapping mapping) {
    List<EntityKey> keys = new ArrayList<>(List.of(entity.key()));
    entity.indexes().forEach(membership -> keys.add(membership.key()));
    Set<String> checked = new LinkedHashSet<>();
    for (EntityKey key : keys) {
      for (EntityKey.Part part : key.parts()) {
        int limit =
            key.partition().contains(part)
                ? Limits.BYTES_OF_A_PARTITION_KEY
                : Limits.BYTES_OF_A_SORT_KEY;
        if (item.item().get(part.key().name()) instanceof ItemValue.OfString text
            && ItemSize.utf8(text.value()) > limit
            && checked.add(part.key().name())) {
          diagnostics.add(
              DataError.DATA_KEY_TEXT
                  .at(
                      mapping.head(),
                      "`%s` would have %d bytes; DynamoDB takes %d there"
                          .formatted(part.key().name(), ItemSize.utf8(text.value()), limit))
                  .withRelated(part.span(), "made from this"));
        }
      }
    }
    long size = ItemSize.of(item.item());
    if (size > Limits.BYTES_OF_AN_ITEM) {
      diagnostics.add(
          DataError.DATA_ITEM_TOO_LARGE.at(
              mapping.head(),
              "this item would have %d bytes; DynamoDB takes %d"
                  .formatted(size, Limits.BYTES_OF_AN_ITEM)));
    }
  }
}
