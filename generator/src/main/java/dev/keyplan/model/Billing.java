package dev.keyplan.model;

import java.util.Optional;

/** How a table is paid for. */
public sealed interface Billing permits Billing.OnDemand, Billing.Provisioned {
  /**
   * {@code PAY_PER_REQUEST}.
   *
   * @param maximum what the table takes at most; empty if only the account's quotas limit it
   */
  record OnDemand(Optional<RequestMaximum> maximum) implements Billing {
    /** Without a maximum. */
    public OnDemand() {
      this(Optional.empty());
    }
  }

  /** {@code PROVISIONED}, with the table's throughput. */
  record Provisioned(Throughput throughput) implements Billing {}
}
