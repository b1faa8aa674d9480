package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.AttributePath;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EnumDefinition;
import dev.keyplan.model.ItemCollection;
import dev.keyplan.model.Model;
import dev.keyplan.model.Namespace;
import dev.keyplan.model.Pattern;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.ReadTransactionPattern;
import dev.keyplan.model.Selection;
import dev.keyplan.model.StructDefinition;
import dev.keyplan.model.Table;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The Java classes of a namespace have different names, also where upper and lower case are the
 * same to the file system. An entity {@code Order} makes the classes {@code Order}, {@code
 * OrderCodec}, {@code OrderRequests}, {@code OrderRepository}, {@code OrderAsyncRepository}, {@code
 * OrderUpdate} and {@code OrderConditionFailedException}; a struct {@code Line} makes {@code Line},
 * {@code LineCodec} and {@code LineUpdate}; a table {@code Shop} makes {@code ShopTable}, and so
 * does a table {@code ShopTable}, and with {@code stream} also {@code ShopStream} and {@code
 * ShopStreamCodec}; an enum makes itself; a pattern that selects attributes as {@code OrderSummary}
 * makes that and {@code OrderSummaryCodec}, which patterns that select the same of one entity
 * share; a pattern that finds several entities as {@code OrderDetail} makes that and {@code
 * OrderDetailCodec}, which patterns that find the same entities share; a transaction {@code review}
 * that gets items makes {@code Review}. Nor is a class called as a namespace, or a namespace as
 * another but for upper and lower case.
 */
public final class GeneratedTypeClash implements ModelRule {
  public static final String ID = "GENERATED_TYPE_CLASH";

  private static final List<String> OF_ENTITY =
      List.of(
          "",
          "Codec",
          "Requests",
          "Repository",
          "AsyncRepository",
          "Update",
          "ConditionFailedException");
  private static final List<String> OF_SELECTION = List.of("", "Codec");
  private static final List<String> OF_COLLECTION = List.of("", "Codec");
  private static final List<String> OF_STRUCT = List.of("", "Codec", "Update");
  private static final List<String> OF_TABLE = List.of("Table");
  private static final List<String> OF_STREAM = List.of("Stream", "StreamCodec");
  private static final List<String> ITSELF = List.of("");

  private static final Comparator<Span> SPANS =
      Comparator.comparing((Span span) -> span.file().path()).thenComparing(Span::start);

  /** A declaration that makes classes. */
  private record Source(String kind, String name, Span span) {
    /** The name of a class that it makes. */
    String type(String suffix) {
      return (kind.equals("table") ? JavaNames.capitalised(name) : name) + suffix;
    }
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    List<Diagnostic> found = new ArrayList<>();
    Map<String, String> folders = new HashMap<>();
    for (Namespace namespace : model.namespaces()) {
      Map<String, Source> taken = new HashMap<>();
      for (Entity entity : namespace.entities()) {
        claim(new Source("entity", entity.name().name(), entity.span()), OF_ENTITY, taken, found);
      }
      for (StructDefinition struct : namespace.structs()) {
        claim(new Source("struct", struct.name().name(), struct.span()), OF_STRUCT, taken, found);
      }
      for (EnumDefinition definition : namespace.enums()) {
        Source source = new Source("enum", definition.name().name(), definition.span());
        claim(source, ITSELF, taken, found);
      }
      for (Table table : namespace.tables()) {
        Source source = new Source("table", table.name().name(), table.span());
        claim(source, source.name().endsWith("Table") ? ITSELF : OF_TABLE, taken, found);
        if (table.settings().stream().isPresent()) {
          String name = JavaNames.withoutTable(table.name().name());
          claim(new Source("table", name, table.span()), OF_STREAM, taken, found);
        }
      }
      claimSelections(model, namespace, taken, found);
      claimCollections(model, namespace, taken, found);
      claimTransactions(model, namespace, taken, found);
      packages(model, namespace, taken, found);
      folder(namespace.name(), taken, folders, found);
    }
    return found;
  }

  /** What one entity's patterns select under one name is one type, if it is the same. */
  private static void claimSelections(
      Model model, Namespace namespace, Map<String, Source> taken, List<Diagnostic> found) {
    Map<String, List<AttributePath>> selected = new HashMap<>();
    for (Pattern pattern : model.patterns()) {
      Entity entity = pattern.entities().get(0);
      if (pattern instanceof ReadPattern read
          && read.selection().isPresent()
          && entity.name().namespace().equals(namespace.name())) {
        Selection selection = read.selection().get();
        String name = entity.name().name() + "." + selection.name();
        if (!selection.paths().equals(selected.put(name, selection.paths()))) {
          claim(
              new Source("selection", selection.name(), selection.span()),
              OF_SELECTION,
              taken,
              found);
        }
      }
    }
  }

  /** What patterns find together under one name is one type, if it is of the same entities. */
  private static void claimCollections(
      Model model, Namespace namespace, Map<String, Source> taken, List<Diagnostic> found) {
    Map<String, List<DefinitionName>> collected = new HashMap<>();
    for (Pattern pattern : model.patterns()) {
      if (pattern instanceof ReadPattern read
          && read.returnsCollection()
          && read.entities().get(0).name().namespace().equals(namespace.name())) {
        ItemCollection collection = read.collection().get();
        List<DefinitionName> entities = read.entities().stream().map(Entity::name).toList();
        if (!entities.equals(collected.put(collection.name(), entities))) {
          claim(
              new Source("collection", collection.name(), collection.span()),
              OF_COLLECTION,
              taken,
              found);
        }
      }
    }
  }

  /** A transaction that gets items makes the record of them, in the package of the first. */
  private static void claimTransactions(
      Model model, Namespace namespace, Map<String, Source> taken, List<Diagnostic> found) {
    for (Pattern pattern : model.patterns()) {
      if (pattern instanceof ReadTransactionPattern gets
          && gets.entities().get(0).name().namespace().equals(namespace.name())) {
        String type = JavaNames.capitalised(gets.name().name());
        claim(new Source("transaction", type, gets.span()), ITSELF, taken, found);
      }
    }
  }

  /** A class and a package of one name hide each other. */
  private static void packages(
      Model model, Namespace namespace, Map<String, Source> taken, List<Diagnostic> found) {
    String prefix = namespace.name() + ".";
    Set<String> segments = new TreeSet<>();
    for (Namespace other : model.namespaces()) {
      if (other.name().startsWith(prefix)) {
        segments.add(other.name().substring(prefix.length()).split("\\.")[0]);
      }
    }
    for (String segment : segments) {
      Source source = taken.get(segment.toLowerCase(Locale.ROOT));
      if (source != null && segment.startsWith(source.type(""))) {
        found.add(
            Diagnostic.error(
                    ID,
                    source.span(),
                    "the %s `%s` and a namespace make a Java class and a package of one name"
                        .formatted(source.kind(), source.name()))
                .withLabel("makes the class `%s%s`".formatted(prefix, segment))
                .withHint("begin the last part of the namespace with a small letter"));
      }
    }
  }

  /** The files of two namespaces do not share a folder where case makes no difference. */
  private static void folder(
      String namespace,
      Map<String, Source> taken,
      Map<String, String> folders,
      List<Diagnostic> found) {
    Optional<Source> first = taken.values().stream().min(Comparator.comparing(Source::span, SPANS));
    if (first.isEmpty()) {
      return;
    }
    String other = folders.putIfAbsent(namespace.toLowerCase(Locale.ROOT), namespace);
    if (other != null) {
      found.add(
          Diagnostic.error(
                  ID,
                  first.get().span(),
                  "the namespaces `%s` and `%s` differ in upper and lower case only"
                      .formatted(other, namespace))
              .withLabel("the first declaration in `%s`".formatted(namespace)));
    }
  }

  private static void claim(
      Source source, List<String> suffixes, Map<String, Source> taken, List<Diagnostic> found) {
    for (String suffix : suffixes) {
      String type = source.type(suffix);
      Source other = taken.putIfAbsent(type.toLowerCase(Locale.ROOT), source);
      if (other != null) {
        Diagnostic clash =
            Diagnostic.error(
                    ID,
                    source.span(),
                    "the %s `%s` and the %s `%s` make the same Java class"
                        .formatted(source.kind(), source.name(), other.kind(), other.name()))
                .withLabel("makes `%s`".formatted(type))
                .withRelated(other.span(), "makes a class of that name, too");
        found.add(
            switch (source.kind()) {
              case "selection" -> clash.withHint("name what is selected: `select … as OtherName`");
              case "collection" -> clash.withHint("name the collection: `query … as OtherName`");
              default -> clash;
            });
        return;
      }
    }
  }
}
