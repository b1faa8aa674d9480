package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.KEY_ATTRIBUTE_COUNT;
import static dev.keyplan.resolve.ResolutionError.KEY_MISSING;
import static dev.keyplan.resolve.ResolutionError.STORED_NAME_TAKEN;

import dev.keyplan.model.Billing;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Index;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.KeySchema;
import dev.keyplan.model.SelectedAttributes;
import dev.keyplan.model.Table;
import dev.keyplan.resolve.Definitions.ResolvedTable;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.Documentation;
import dev.keyplan.syntax.TableDeclaration;
import dev.keyplan.syntax.TableDeclaration.KeySide;
import dev.keyplan.syntax.TableDeclaration.Setting;
import dev.keyplan.syntax.TextLiteral;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resolves a table. */
final class TableResolver {
  private final TableDeclaration declaration;
  private final DefinitionName name;
  private final SelectedAttributes selected;
  private final Reporter reporter;
  private final Set<String> unsoundIndexes = new HashSet<>();

  TableResolver(
      TableDeclaration declaration,
      DefinitionName name,
      SelectedAttributes selected,
      Reporter reporter) {
    this.declaration = declaration;
    this.name = name;
    this.selected = selected;
    this.reporter = reporter;
  }

  /** The table, if at least its key was understood. */
  Optional<ResolvedTable> resolve() {
    Optional<KeySchema> key = key();
    Billing billing =
        new BillingResolver(reporter).resolve(members(TableDeclaration.Billing.class));
    List<Index> indexes = indexes(key.orElse(new KeySchema(List.of(), List.of())), billing);
    SettingsResolver.Settings settings =
        new SettingsResolver(reporter)
            .resolve(members(Setting.class), members(TableDeclaration.Tags.class));
    members(TableDeclaration.Throughput.class).forEach(this::reportLooseThroughput);
    checkTypeAttribute(settings.typeAttribute(), key, indexes);
    return key.map(
        schema ->
            new ResolvedTable(
                new Table(
                    name,
                    declaration.tableName().map(TextLiteral::value).orElse(name.name()),
                    declaration.documentation().map(Documentation::text),
                    schema,
                    indexes,
                    billing,
                    settings.typeAttribute(),
                    settings.table(),
                    settings.hasCopies(),
                    declaration.name().span()),
                settings.naming(),
                unsoundIndexes,
                declaration.isBroken(),
                reporter.isSound()));
  }

  private Optional<KeySchema> key() {
    List<TableDeclaration.Key> keys = members(TableDeclaration.Key.class);
    if (keys.isEmpty()) {
      reporter.report(
          KEY_MISSING
              .at(declaration.name().span(), "the table `%s` has no key".formatted(name.name()))
              .withHint("`key pk / sk`"));
      return Optional.empty();
    }
    TableDeclaration.Key key = keys.get(0);
    checkSingle(key.partition());
    key.sort().ifPresent(this::checkSingle);
    return Optional.of(KeySchemas.resolve(Optional.of(key.partition()), key.sort(), reporter));
  }

  private void checkSingle(KeySide side) {
    if (side.attributes().size() > 1) {
      reporter.report(
          KEY_ATTRIBUTE_COUNT
              .at(side.span(), "the key of a table has one attribute on each side")
              .withLabel("only global indexes take lists")
              .withHint("declare `%s`, and fill it from a template".formatted("pk")));
    }
  }

  private List<Index> indexes(KeySchema key, Billing billing) {
    List<Index> indexes = new ArrayList<>();
    Map<String, Span> names = new HashMap<>();
    Map<String, Span> physicalNames = new HashMap<>();
    for (TableDeclaration.Index member : members(TableDeclaration.Index.class)) {
      String indexName = member.name().text();
      Span first = names.putIfAbsent(indexName, member.name().span());
      Span physicalSpan = member.indexName().map(TextLiteral::span).orElse(member.name().span());
      String physicalName = member.indexName().map(TextLiteral::value).orElse(indexName);
      Span firstPhysical = physicalNames.putIfAbsent(physicalName, physicalSpan);
      if (first != null) {
        reporter.report(Lines.duplicate(member.name().span(), first, "indexes", indexName));
        unsoundIndexes.add(indexName);
      } else if (firstPhysical != null) {
        reporter.report(Lines.duplicate(physicalSpan, firstPhysical, "indexes", physicalName));
        unsoundIndexes.add(indexName);
      } else {
        Optional<Index> index =
            new IndexResolver(name, key, billing, selected, reporter).resolve(member);
        index.ifPresentOrElse(indexes::add, () -> unsoundIndexes.add(indexName));
      }
    }
    return indexes;
  }

  private void checkTypeAttribute(
      Optional<String> typeAttribute, Optional<KeySchema> key, List<Index> indexes) {
    List<KeyAttribute> keyAttributes = new ArrayList<>();
    key.ifPresent(schema -> keyAttributes.addAll(schema.attributes()));
    indexes.forEach(index -> keyAttributes.addAll(index.key().attributes()));
    keyAttributes.stream()
        .filter(attribute -> typeAttribute.filter(attribute.name()::equals).isPresent())
        .findFirst()
        .ifPresent(
            attribute ->
                reporter.report(
                    STORED_NAME_TAKEN
                        .at(
                            attribute.span(),
                            "`%s` holds the type of each item and cannot be a key attribute"
                                .formatted(attribute.name()))
                        .withHint("rename the type attribute: `type EntityType`")));
  }

  private void reportLooseThroughput(TableDeclaration.Throughput throughput) {
    reporter.report(
        ResolutionError.BILLING_INVALID
            .at(throughput.span(), "throughput stands behind `billing provisioned` or an index")
            .withHint("`billing provisioned %s`".formatted(throughput.span().text())));
  }

  private <M extends TableDeclaration.Member> List<M> members(Class<M> kind) {
    return declaration.members().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
