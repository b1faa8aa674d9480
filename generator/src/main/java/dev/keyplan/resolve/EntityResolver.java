package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.KEY_MISSING;
import static dev.keyplan.resolve.ResolutionError.NAME_UNKNOWN;
import static dev.keyplan.resolve.ResolutionError.STORED_NAME_TAKEN;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.BuiltInMethod;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.FormerType;
import dev.keyplan.model.Index;
import dev.keyplan.model.IndexMembership;
import dev.keyplan.model.IndexMembership.When;
import dev.keyplan.model.Quantity;
import dev.keyplan.model.Table;
import dev.keyplan.model.Unique;
import dev.keyplan.resolve.Definitions.ResolvedTable;
import dev.keyplan.resolve.Scope.Space;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.AttributeDeclaration;
import dev.keyplan.syntax.Documentation;
import dev.keyplan.syntax.EntityDeclaration;
import dev.keyplan.syntax.Name;
import dev.keyplan.syntax.TextLiteral;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resolves an entity. */
final class EntityResolver {
  private final EntityDeclaration declaration;
  private final Scope scope;
  private final Scopes scopes;
  private final Definitions definitions;
  private final Reporter reporter;

  EntityResolver(
      EntityDeclaration declaration,
      Scope scope,
      Scopes scopes,
      Definitions definitions,
      Reporter reporter) {
    this.declaration = declaration;
    this.scope = scope;
    this.scopes = scopes;
    this.definitions = definitions;
    this.reporter = reporter;
  }

  /** The entity, if all of it was understood. */
  Optional<Entity> resolve(TypeResolver types) {
    Name name = declaration.name();
    Optional<ResolvedTable> table = table();
    Naming naming = table.map(ResolvedTable::naming).orElse(Naming.AS_DECLARED);
    AttributeScope attributes =
        new AttributeResolver(types, scope, AttributeResolver.Owner.ENTITY, naming, reporter)
            .resolve(name.text(), members(AttributeDeclaration.class));
    MaintainedAttributes.checkOnce(attributes.attributes(), reporter);
    if (table.isEmpty()) {
      return Optional.empty();
    }
    if (!table.get().isSound()) {
      reporter.markUnsound();
    }
    KeyResolver keys = new KeyResolver(attributes, reporter);
    Optional<EntityKey> key = primaryKey(table.get().table(), keys);
    List<IndexMembership> memberships = memberships(table.get(), attributes, keys);
    checkStoredNames(table.get().table(), attributes, keys);
    List<Unique> uniques =
        new UniqueResolver(table.get().table(), attributes, key, reporter)
            .resolve(members(EntityDeclaration.Unique.class));
    Set<BuiltInMethod> builtIns = builtIns(attributes, uniques);
    Optional<Quantity> volume =
        members(EntityDeclaration.Volume.class).stream()
            .findFirst()
            .flatMap(line -> WorkloadResolver.volume(line, reporter));
    return key.filter(k -> reporter.isSound())
        .map(
            primary ->
                new Entity(
                    scope.nameOf(declaration),
                    declaration.documentation().map(Documentation::text),
                    table.get().table(),
                    declaration.typeValue().map(TextLiteral::value).orElse(name.text()),
                    formerTypes(),
                    attributes.attributes(),
                    primary,
                    memberships,
                    uniques,
                    builtIns,
                    volume,
                    name.span()));
  }

  private Set<BuiltInMethod> builtIns(AttributeScope attributes, List<Unique> uniques) {
    Optional<String> asRead = AsRead.reason(attributes.attributes(), uniques);
    boolean hasUnique = !members(EntityDeclaration.Unique.class).isEmpty();
    return new OnlyResolver(asRead, hasUnique, reporter)
        .resolve(members(EntityDeclaration.Only.class));
  }

  private List<FormerType> formerTypes() {
    return members(EntityDeclaration.Was.class).stream()
        .flatMap(line -> line.typeValues().stream())
        .map(text -> new FormerType(text.value(), text.span()))
        .toList();
  }

  private Optional<ResolvedTable> table() {
    Optional<ResolvedTable> table =
        declaration
            .table()
            .flatMap(name -> scopes.resolve(Space.TABLES, scope, name, reporter))
            .flatMap(symbol -> definitions.table(symbol.name()));
    if (table.isEmpty()) {
      reporter.markUnsound();
    }
    return table;
  }

  private Optional<EntityKey> primaryKey(Table table, KeyResolver keys) {
    List<EntityDeclaration.Key> lines = members(EntityDeclaration.Key.class);
    if (lines.isEmpty()) {
      reporter.report(
          KEY_MISSING
              .at(
                  declaration.name().span(),
                  "the entity `%s` does not fill the key of its table"
                      .formatted(declaration.name().text()))
              .withRelated(table.key().partition().get(0).span(), "the key of the table")
              .withHint(keyHint(table)));
      return Optional.empty();
    }
    return keys.primary(table.key(), lines.get(0).filling());
  }

  private String keyHint(Table table) {
    String tag = declaration.name().text().toUpperCase(java.util.Locale.ROOT);
    return "for example `key \"%s#{id}\"%s`"
        .formatted(tag, table.key().sort().isEmpty() ? "" : " / \"" + tag + "\"");
  }

  private record Line(EntityDeclaration.IndexMembership member, Index index, Optional<When> when) {}

  private List<IndexMembership> memberships(
      ResolvedTable table, AttributeScope attributes, KeyResolver keys) {
    List<Line> lines = new ArrayList<>();
    Map<String, Span> seen = new HashMap<>();
    for (EntityDeclaration.IndexMembership member :
        members(EntityDeclaration.IndexMembership.class)) {
      String name = member.index().text();
      Span first = seen.putIfAbsent(name, member.index().span());
      if (first != null) {
        reporter.report(Lines.repeated(member.index().span(), first, "the index `" + name + "`"));
        continue;
      }
      Optional<When> when =
          member.when().flatMap(w -> new WhenResolver(attributes, reporter).resolve(w));
      index(table, member.index()).ifPresent(index -> lines.add(new Line(member, index, when)));
    }
    List<Line> understood = new ArrayList<>();
    for (Line line : lines) {
      if (line.member().filling().isEmpty()
          || keys.explicit(line.index(), line.member().filling().get())) {
        understood.add(line);
      }
    }
    List<IndexMembership> memberships = new ArrayList<>();
    for (Line line : understood) {
      Span span = line.member().index().span();
      keys.index(line.index(), span)
          .ifPresent(
              key -> memberships.add(new IndexMembership(line.index(), key, line.when(), span)));
    }
    return memberships;
  }

  private Optional<Index> index(ResolvedTable table, Name name) {
    Optional<Index> index = table.table().index(name.text());
    boolean isLost = index.isEmpty() && table.isBroken();
    if (isLost || table.unsoundIndexes().contains(name.text())) {
      reporter.markUnsound();
      return Optional.empty();
    }
    if (index.isEmpty()) {
      String tableName = table.table().name().name();
      reporter.report(
          Suggestions.add(
              NAME_UNKNOWN
                  .at(
                      name.span(),
                      "the table `%s` has no index `%s`".formatted(tableName, name.text()))
                  .withRelated(table.table().span(), "the table"),
              name.text(),
              table.table().indexes().stream().map(Index::name).toList()));
    }
    return index;
  }

  private void checkStoredNames(Table table, AttributeScope attributes, KeyResolver keys) {
    keys.checkStoredNames();
    table
        .typeAttribute()
        .flatMap(attributes::storedAs)
        .ifPresent(
            (Attribute attribute) ->
                reporter.report(
                    STORED_NAME_TAKEN
                        .at(
                            attribute.span(),
                            "`%s` is stored as `%s`, where the table keeps the type of each item"
                                .formatted(attribute.name(), attribute.storedName()))
                        .withHint(
                            "store it under another name, or rename the type attribute of the"
                                + " table: `type EntityType`")));
  }

  private <M extends EntityDeclaration.Member> List<M> members(Class<M> kind) {
    return declaration.members().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
