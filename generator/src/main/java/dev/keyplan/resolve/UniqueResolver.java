package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.UNIQUE_INVALID;
import static dev.keyplan.resolve.ResolutionError.UNIQUE_NOT_KEPT;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.KeyType;
import dev.keyplan.model.Table;
import dev.keyplan.model.TypeKind;
import dev.keyplan.model.Unique;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.EntityDeclaration;
import dev.keyplan.syntax.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Resolves {@code unique email}. */
final class UniqueResolver {
  private final Table table;
  private final AttributeScope attributes;
  private final Optional<EntityKey> key;
  private final Reporter reporter;

  UniqueResolver(
      Table table, AttributeScope attributes, Optional<EntityKey> key, Reporter reporter) {
    this.table = table;
    this.attributes = attributes;
    this.key = key;
    this.reporter = reporter;
  }

  List<Unique> resolve(List<EntityDeclaration.Unique> lines) {
    if (lines.isEmpty() || !checkTable(lines.get(0).span())) {
      return List.of();
    }
    List<Unique> uniques = new ArrayList<>();
    Map<Set<String>, Span> first = new HashMap<>();
    for (EntityDeclaration.Unique line : lines) {
      Optional<Unique> unique = resolve(line);
      if (unique.isPresent()) {
        Span before = first.putIfAbsent(names(unique.get()), line.span());
        if (before != null) {
          reporter.report(Lines.repeated(line.span(), before, "`" + unique.get().text() + "`"));
        }
        uniques.add(unique.get());
      }
    }
    return uniques;
  }

  private static Set<String> names(Unique unique) {
    return unique.attributes().stream().map(Attribute::name).collect(Collectors.toSet());
  }

  /** The key of a guard is a text. */
  private boolean checkTable(Span span) {
    KeyAttribute partition = table.key().partition().get(0);
    if (partition.type() != KeyType.STRING) {
      reporter.report(
          UNIQUE_INVALID
              .at(span, "the table `%s` cannot hold guard items".formatted(table.name().name()))
              .withLabel("the key of a guard is a text with the value")
              .withRelated(partition.span(), "the partition key is no string")
              .withHint("a table whose partition key is a string: `key pk / sk`"));
    }
    return partition.type() == KeyType.STRING;
  }

  private Optional<Unique> resolve(EntityDeclaration.Unique line) {
    List<Attribute> found = new ArrayList<>();
    for (Path path : line.attributes()) {
      attributes
          .find(path, reporter)
          .filter(attribute -> check(attribute, path, found))
          .ifPresent(found::add);
    }
    if (found.size() < line.attributes().size()) {
      return Optional.empty();
    }
    boolean isKey = key.isPresent() && found.containsAll(key.get().attributes());
    if (isKey) {
      reporter.report(
          UNIQUE_INVALID
              .at(line.span(), "no two items have these values anyway")
              .withLabel("they are the primary key, or more than that")
              .withHint("leave the line out"));
      return Optional.empty();
    }
    return Optional.of(new Unique(found, line.span()));
  }

  private boolean check(Attribute attribute, Path path, List<Attribute> before) {
    String name = attribute.name();
    if (before.contains(attribute)) {
      reporter.report(Lines.repeated(path.span(), path.span(), "`" + name + "`"));
      return false;
    }
    if (attribute.isMaintained()) {
      reporter.report(
          UNIQUE_INVALID
              .at(path.span(), "`%s` cannot be unique".formatted(name))
              .withLabel("every write changes it"));
      return false;
    }
    boolean hasText =
        attribute.type().isComparable()
            && switch (attribute.type().kind()) {
              case STRING,
                  INTEGER,
                  DECIMAL,
                  BOOLEAN,
                  BINARY,
                  UUID,
                  ULID,
                  TIMESTAMP,
                  FORMATTED_TIMESTAMP,
                  EPOCH,
                  DATE,
                  ENUM ->
                  true;
              default -> false;
            };
    if (!hasText) {
      reporter.report(
          UNIQUE_INVALID
              .at(
                  path.span(),
                  "values of the type `%s` cannot be unique".formatted(attribute.type().text()))
              .withLabel(
                  attribute.type().kind() == TypeKind.DOUBLE
                      ? "equal numbers of this type are a matter of rounding"
                      : FormReason.of(attribute.type())
                          .orElse("the key of a guard item is one text"))
              .withRelated(attribute.span(), "declared here"));
    }
    return hasText;
  }

  /** For a write that does not know what it replaces. */
  static Diagnostic notKept(String verb, Span span) {
    return UNIQUE_NOT_KEPT
        .at(span, "`%s` cannot keep `unique` true".formatted(verb))
        .withLabel("it does not know the values of what it replaces")
        .withHint("`create`, or `update` of the item as it was read");
  }
}
