package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.BILLING_INVALID;
import static dev.keyplan.resolve.ResolutionError.WORD_UNKNOWN;

import dev.keyplan.model.Billing;
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
      case "pay_per_request" -> rejectAmounts(line);
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
    Map<String, Amount> byKind = new HashMap<>();
    boolean isClear = true;
    for (Amount amount : amounts) {
      String kind = amount.kind().text();
      if (!kind.equals("read") && !kind.equals("write")) {
        reporter.report(Unsupported.at(amount.span(), "`" + kind + "`"));
        isClear = false;
      } else if (byKind.putIfAbsent(kind, amount) != null) {
        reporter.report(Lines.repeated(amount.span(), byKind.get(kind).span(), "`" + kind + "`"));
      }
    }
    if (isClear && byKind.size() < 2) {
      reporter.report(
          BILLING_INVALID
              .at(whole, "provisioned throughput needs both `read` and `write`")
              .withHint("for example `read 5 write 5`"));
    }
    return new Throughput(
        units(Optional.ofNullable(byKind.get("read"))),
        units(Optional.ofNullable(byKind.get("write"))));
  }

  private void rejectAmounts(TableDeclaration.Billing line) {
    for (Amount amount : line.amounts()) {
      if (amount.kind().text().startsWith("max ")) {
        reporter.report(Unsupported.at(amount.span(), "`" + amount.kind().text() + "`"));
      } else {
        Amount last = line.amounts().get(line.amounts().size() - 1);
        reporter.report(
            BILLING_INVALID
                .at(
                    amount.span().to(last.span()),
                    "a table that is paid by request has no throughput")
                .withHint("`billing provisioned read 5 write 5`, or no numbers"));
        return;
      }
    }
  }

  private long units(Optional<Amount> amount) {
    OptionalLong units = amount.map(a -> Numbers.asLong(a.units())).orElse(OptionalLong.of(1));
    if (units.isEmpty() || units.getAsLong() < 1) {
      reporter.report(
          ResolutionError.NUMBER_INVALID.at(
              amount.orElseThrow().units().span(), "capacity units are a whole number from 1"));
      return 1;
    }
    return units.getAsLong();
  }
}
