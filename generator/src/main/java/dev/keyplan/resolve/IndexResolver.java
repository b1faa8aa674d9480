package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.BILLING_INVALID;
import static dev.keyplan.resolve.ResolutionError.WORD_UNKNOWN;

import dev.keyplan.model.Billing;
import dev.keyplan.model.Index;
import dev.keyplan.model.Projection;
import dev.keyplan.model.Throughput;
import dev.keyplan.syntax.Documentation;
import dev.keyplan.syntax.Name;
import dev.keyplan.syntax.TableDeclaration;
import dev.keyplan.syntax.TextLiteral;
import java.util.List;
import java.util.Optional;

/** Resolves an index of a table. */
final class IndexResolver {
  private final Billing billing;
  private final Reporter reporter;

  IndexResolver(Billing billing, Reporter reporter) {
    this.billing = billing;
    this.reporter = reporter;
  }

  Optional<Index> resolve(TableDeclaration.Index index) {
    if (index.isLocal() || index.partition().isEmpty()) {
      reporter.report(
          Unsupported.at(
              index.name().span(), "a local index", "declare a global one: `index name pk / sk`"));
      return Optional.empty();
    }
    Optional<Projection> projection = projection(index);
    return projection.map(
        projected ->
            new Index(
                index.name().text(),
                index.indexName().map(TextLiteral::value).orElse(index.name().text()),
                Index.Kind.GLOBAL,
                KeySchemas.resolve(index.partition().get(), index.sort(), reporter),
                projected,
                throughput(index),
                index.documentation().map(Documentation::text),
                index.name().span()));
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
      case "selected" -> {
        reporter.report(
            Unsupported.at(
                option.span(), "`project selected`", "list the attributes: `project (a, b)`"));
        yield Optional.empty();
      }
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

  /** An index that says nothing has the throughput of its table. */
  private Optional<Throughput> throughput(TableDeclaration.Index index) {
    List<TableDeclaration.Throughput> options =
        index.options().stream()
            .filter(TableDeclaration.Throughput.class::isInstance)
            .map(TableDeclaration.Throughput.class::cast)
            .toList();
    Lines.reportRepeated(options, "the throughput", reporter);
    if (billing instanceof Billing.Provisioned provisioned) {
      return Optional.of(
          options.stream()
              .findFirst()
              .map(o -> new BillingResolver(reporter).throughput(o.amounts(), o.span()))
              .orElse(provisioned.throughput()));
    }
    for (TableDeclaration.Throughput option : options) {
      reporter.report(
          BILLING_INVALID
              .at(option.span(), "an index of a table that is paid by request has no throughput")
              .withHint("`billing provisioned read 5 write 5`, or no numbers"));
    }
    return Optional.empty();
  }
}
