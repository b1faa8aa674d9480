package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.BILLING_INVALID;
import static dev.keyplan.resolve.ResolutionError.WORD_UNKNOWN;

import dev.keyplan.model.Billing;
import dev.keyplan.model.RequestMaximum;
import dev.keyplan.model.Throughput;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.TableDeclaration;
import dev.keyplan.syntax.TableDeclaration.Amount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Resolves how a table is paid for. A table that says nothing is paid by request: the mode that
 * needs no numbers, and AWS's own advice where the load is not known.
 */
final class BillingResolver {
  /** What the kind of an amount begins with that is a limit. */
  private static final String MAXIMUM = "max ";

  private final Reporter reporter;

  BillingResolver(Reporter reporter) {
    this.reporter = reporter;
  }

  Billing resolve(List<TableDeclaration.Billing> lines) {
    if (lines.isEmpty()) {
      return new Billing.OnDemand();
    }
    TableDeclaration.Billing line = lines.get(0);
    switch (line.mode().text()) {
      case "pay_per_request" -> {
        return new Billing.OnDemand(
            maximum(line.amounts(), "a table that is paid by request has no throughput"));
      }
      case "provisioned" -> {
        return new Billing.Provisioned(throughput(line.amounts(), line.mode().span()));
      }
      default ->
          reporter.report(
              Suggestions.add(
                  WORD_UNKNOWN
                      .at(
                          line.mode().span(),
                          "there is no billing mode `%s`".formatted(line.mode().text()))
                      .withHint(
                          "`billing pay_per_request` or `billing provisioned read 5 write 5`"),
                  line.mode().text(),
                  List.of("pay_per_request", "provisioned")));
    }
    return new Billing.OnDemand();
  }

  /** Exactly one amount each of {@code read} and {@code write}. */
  Throughput throughput(List<Amount> amounts, Span whole) {
    Map<String, Amount> byKind = byKind(amounts);
    for (Amount amount : amounts) {
      if (amount.kind().text().startsWith(MAXIMUM)) {
        reporter.report(
            BILLING_INVALID
                .at(amount.span(), "only what is paid by request has a maximum")
                .withLabel("provisioned throughput is one")
                .withHint("`read 5 write 5`, or `billing pay_per_request max read 100`"));
      }
    }
    Optional<Amount> read = Optional.ofNullable(byKind.get("read"));
    Optional<Amount> write = Optional.ofNullable(byKind.get("write"));
    if (byKind.keySet().stream().noneMatch(kind -> kind.startsWith(MAXIMUM))
        && (read.isEmpty() || write.isEmpty())) {
      reporter.report(
          BILLING_INVALID
              .at(whole, "provisioned throughput needs both `read` and `write`")
              .withHint("for example `read 5 write 5`"));
    }
    return new Throughput(read.map(this::units).orElse(1L), write.map(this::units).orElse(1L));
  }

  /**
   * Amounts that all begin with {@code max}; none at all is no maximum.
   *
   * @param refusal what is said of the others
   */
  Optional<RequestMaximum> maximum(List<Amount> amounts, String refusal) {
    Map<String, Amount> byKind = byKind(amounts);
    amounts.stream()
        .filter(amount -> !amount.kind().text().startsWith(MAXIMUM))
        .map(Amount::span)
        .reduce(Span::to)
        .ifPresent(
            span ->
                reporter.report(
                    BILLING_INVALID
                        .at(span, refusal)
                        .withHint(
                            "`billing provisioned read 5 write 5`, or a limit:"
                                + " `max read 100 max write 100`")));
    OptionalLong read = maximum(byKind, "read");
    OptionalLong write = maximum(byKind, "write");
    return read.isEmpty() && write.isEmpty()
        ? Optional.empty()
        : Optional.of(new RequestMaximum(read, write));
  }

  private OptionalLong maximum(Map<String, Amount> byKind, String kind) {
    return Optional.ofNullable(byKind.get(MAXIMUM + kind)).stream()
        .mapToLong(this::units)
        .findFirst();
  }

  /** The first amount of each kind. */
  private Map<String, Amount> byKind(List<Amount> amounts) {
    Map<String, Amount> byKind = new HashMap<>();
    for (Amount amount : amounts) {
      String kind = amount.kind().text();
      Amount first = byKind.putIfAbsent(kind, amount);
      if (first != null) {
        reporter.report(Lines.repeated(amount.span(), first.span(), "`" + kind + "`"));
      }
    }
    return byKind;
  }

  private long units(Amount amount) {
    OptionalLong units = Numbers.asLong(amount.units());
    if (units.isEmpty() || units.getAsLong() < 1) {
      reporter.report(
          ResolutionError.NUMBER_INVALID.at(
              amount.units().span(), "capacity units are a whole number from 1"));
      return 1;
    }
    return units.getAsLong();
  }
}
