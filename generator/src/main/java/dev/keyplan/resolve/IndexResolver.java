package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.BILLING_INVALID;
import static dev.keyplan.resolve.ResolutionError.KEY_ATTRIBUTE_COUNT;
import static dev.keyplan.resolve.ResolutionError.WORD_UNKNOWN;

import dev.keyplan.model.Billing;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Index;
import dev.keyplan.model.KeySchema;
import dev.keyplan.model.Projection;
import dev.keyplan.model.RequestMaximum;
import dev.keyplan.model.SelectedAttributes;
import dev.keyplan.model.Throughput;
import dev.keyplan.syntax.Documentation;
import dev.keyplan.syntax.Name;
import dev.keyplan.syntax.TableDeclaration;
import dev.keyplan.syntax.TextLiteral;
import java.util.List;
import java.util.Optional;

/** Resolves an index of a table. */
final class IndexResolver {
  private final DefinitionName table;
  private final KeySchema tableKey;
  private final Billing billing;
  private final SelectedAttributes selected;
  private final Reporter reporter;

  IndexResolver(
      DefinitionName table,
      KeySchema tableKey,
      Billing billing,
      SelectedAttributes selected,
      Reporter reporter) {
    this.table = table;
    this.tableKey = tableKey;
    this.billing = billing;
    this.selected = selected;
    this.reporter = reporter;
  }

  Optional<Index> resolve(TableDeclaration.Index index) {
    Index.Kind kind = index.isLocal() ? Index.Kind.LOCAL : Index.Kind.GLOBAL;
    KeySchema key = key(index);
    Capacity capacity = capacity(index);
    return projection(index)
        .map(
            projection ->
                new Index(
                    index.name().text(),
                    index.indexName().map(TextLiteral::value).orElse(index.name().text()),
                    kind,
                    key,
                    projection,
                    capacity.throughput(),
                    capacity.maximum(),
                    index.documentation().map(Documentation::text),
                    index.name().span()));
  }

  /** The sides as written; the partition key of a local index, which has none, is the table's. */
  private KeySchema key(TableDeclaration.Index index) {
    if (!index.isLocal()) {
      return KeySchemas.resolve(index.partition(), index.sort(), reporter);
    }
    index
        .sort()
        .filter(side -> side.attributes().size() > 1)
        .ifPresent(
            side ->
                reporter.report(
                    KEY_ATTRIBUTE_COUNT
                        .at(side.span(), "the sort key of a local index is one attribute")
                        .withLabel("only global indexes take lists")));
    KeySchema written = KeySchemas.resolve(Optional.empty(), index.sort(), reporter);
    return new KeySchema(tableKey.partition(), written.sort());
  }

  private Optional<Projection> projection(TableDeclaration.Index index) {
    List<TableDeclaration.Projection> options =
        index.options().stream()
            .filter(TableDeclaration.Projection.class::isInstance)
            .map(TableDeclaration.Projection.class::cast)
            .toList();
    if (options.isEmpty()) {
      return Optional.of(new Projection.All());
    }
    Lines.reportRepeated(options, "`project`", reporter);
    TableDeclaration.Projection option = options.get(0);
    if (option.mode().isEmpty()) {
      return Optional.of(
          new Projection.Include(option.attributes().stream().map(TextLiteral::value).toList()));
    }
    Name mode = option.mode().get();
    return switch (mode.text()) {
      case "all" -> Optional.of(new Projection.All());
      case "keys" -> Optional.of(new Projection.KeysOnly());
      case "selected" ->
          Optional.of(new Projection.Selected(selected.of(table, index.name().text())));
      default -> {
        reporter.report(
            Suggestions.add(
                WORD_UNKNOWN
                    .at(mode.span(), "there is no projection `%s`".formatted(mode.text()))
                    .withHint("`project all`, `project keys` or a list: `project (a, b)`"),
                mode.text(),
                List.of("all", "keys", "selected")));
        yield Optional.empty();
      }
    };
  }

  /** What an index takes in a second. */
  private record Capacity(Optional<Throughput> throughput, Optional<RequestMaximum> maximum) {}

  /** A global index of a provisioned table that says nothing has the throughput of its table. */
  private Capacity capacity(TableDeclaration.Index index) {
    List<TableDeclaration.Throughput> options =
        index.options().stream()
            .filter(TableDeclaration.Throughput.class::isInstance)
            .map(TableDeclaration.Throughput.class::cast)
            .toList();
    Lines.reportRepeated(options, "the throughput", reporter);
    Optional<TableDeclaration.Throughput> option = options.stream().findFirst();
    if (index.isLocal()) {
      option.ifPresent(
          o ->
              reporter.report(
                  BILLING_INVALID
                      .at(o.span(), "a local index has no throughput of its own")
                      .withLabel("its reads and writes count as the table's")));
      return new Capacity(Optional.empty(), Optional.empty());
    }
    BillingResolver amounts = new BillingResolver(reporter);
    if (billing instanceof Billing.Provisioned provisioned) {
      Throughput throughput =
          option
              .map(o -> amounts.throughput(o.amounts(), o.span()))
              .orElse(provisioned.throughput());
      return new Capacity(Optional.of(throughput), Optional.empty());
    }
    return new Capacity(
        Optional.empty(),
        option.flatMap(
            o ->
                amounts.maximum(
                    o.amounts(), "an index of a table that is paid by request has no throughput")));
  }
}
