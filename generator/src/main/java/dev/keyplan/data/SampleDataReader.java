package dev.keyplan.data;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.DidYouMean;
import dev.keyplan.diagnostic.Outcome;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Model;
import dev.keyplan.source.SourceFile;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the sample data of a design and checks it against the model. */
public final class SampleDataReader {
  /** More than this many in one file help nobody. */
  private static final int MOST_DIAGNOSTICS = 100;

  private final Map<String, List<Entity>> entities = new TreeMap<>();
  private final List<SampleItem> items = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Map<PrimaryKey, Span> keys = new HashMap<>();

  private SampleDataReader(Model model) {
    for (Entity entity : model.entities()) {
      entities.computeIfAbsent(entity.name().name(), name -> new ArrayList<>()).add(entity);
      entities.computeIfAbsent(entity.name().toString(), name -> new ArrayList<>()).add(entity);
    }
  }

  /**
   * Reads files; they may be of any namespace, and items of one entity may be in several.
   *
   * @return the items that are right, and what is wrong with the others
   */
  public static Outcome<SampleData> read(List<SourceFile> files, Model model) {
    SampleDataReader reader = new SampleDataReader(model);
    files.stream().sorted(Comparator.comparing(SourceFile::path)).forEach(reader::read);
    return new Outcome<>(new SampleData(reader.items), reader.diagnostics);
  }

  /** What no two items may share. */
  private record PrimaryKey(DefinitionName table, List<ItemValue> values) {}

  private void read(SourceFile file) {
    List<Diagnostic> found = new ArrayList<>();
    YamlReader.read(file, found)
        .flatMap(
            root ->
                YamlShape.mapping(
                    root,
                    "a data file maps entities to lists of items",
                    "begin with the name of an entity, as in `%s:`".formatted(anyEntity()),
                    found))
        .ifPresent(root -> root.entries().forEach(entry -> readItems(entry, found)));
    diagnostics.addAll(limited(found));
  }

  private String anyEntity() {
    return entities.isEmpty() ? "Order" : entities.keySet().iterator().next();
  }

  private void readItems(YamlNode.Entry entry, List<Diagnostic> found) {
    Optional<Entity> entity = entity(entry, found);
    if (entity.isEmpty()) {
      return;
    }
    if (!(entry.value() instanceof YamlNode.Sequence sequence)) {
      found.add(
          DataError.DATA_SHAPE
              .at(
                  entry.value().head(),
                  "%s takes a list of items; this is %s"
                      .formatted(Quoted.name(entry.name()), entry.value().description()))
              .withHint("begin each item with `- `"));
      return;
    }
    ItemReader reader = new ItemReader(entity.get(), found);
    for (YamlNode element : sequence.elements()) {
      reader
          .read(element)
          .filter(item -> isFirstOfItsKey(item, element.head(), found))
          .ifPresent(items::add);
    }
  }

  private Optional<Entity> entity(YamlNode.Entry entry, List<Diagnostic> found) {
    List<Entity> named = entities.getOrDefault(entry.name(), List.of());
    if (named.size() == 1) {
      return Optional.of(named.get(0));
    }
    String name = Quoted.name(entry.name());
    if (named.isEmpty()) {
      Diagnostic unknown =
          DataError.DATA_NAME_UNKNOWN.at(entry.nameSpan(), "there is no entity " + name);
      found.add(
          DidYouMean.suggestion(entry.name(), entities.keySet())
              .map(suggestion -> unknown.withHint("did you mean `%s`?".formatted(suggestion)))
              .orElse(unknown));
      return Optional.empty();
    }
    Diagnostic ambiguous =
        DataError.DATA_NAME_AMBIGUOUS
            .at(entry.nameSpan(), "%d entities have the name %s".formatted(named.size(), name))
            .withHint(
                named.stream()
                    .map(candidate -> "`" + candidate.name() + "`")
                    .collect(Collectors.joining(" or ", "write ", "")));
    for (Entity candidate : named) {
      ambiguous = ambiguous.withRelated(candidate.span(), candidate.name().toString());
    }
    found.add(ambiguous);
    return Optional.empty();
  }

  private boolean isFirstOfItsKey(SampleItem item, Span span, List<Diagnostic> found) {
    List<ItemValue> values =
        item.entity().table().key().attributes().stream()
            .map(key -> item.item().get(key.name()))
            .toList();
    Span other = keys.putIfAbsent(new PrimaryKey(item.entity().table().name(), values), span);
    if (other != null) {
      found.add(
          DataError.DATA_ITEM_DUPLICATE
              .at(
                  span,
                  "another item of `%s` has this key"
                      .formatted(item.entity().table().name().name()))
              .withLabel(keyText(values))
              .withRelated(other, "the first one"));
    }
    return other == null;
  }

  private static String keyText(List<ItemValue> values) {
    return values.stream()
        .map(value -> value instanceof ItemValue.OfString text ? text.value() : number(value))
        .map(Quoted::name)
        .collect(Collectors.joining(" / "));
  }

  private static String number(ItemValue value) {
    return ((ItemValue.OfNumber) value).value().toPlainString();
  }

  private static List<Diagnostic> limited(List<Diagnostic> found) {
    List<Diagnostic> all = found.stream().sorted(Diagnostic.ORDER).toList();
    if (all.size() <= MOST_DIAGNOSTICS) {
      return all;
    }
    List<Diagnostic> first = new ArrayList<>(all.subList(0, MOST_DIAGNOSTICS - 1));
    first.add(
        Diagnostic.error(
            "TOO_MANY_ERRORS",
            all.get(first.size()).span(),
            "%d more errors from here on are not shown".formatted(all.size() - first.size())));
    return first;
  }
}
