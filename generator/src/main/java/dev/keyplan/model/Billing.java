package dev.keyplan.model;

/** How a table is paid for. */
public sealed interface Billing permits Billing.OnDemand, Billing.Provisioned {
  /** {@code PAY_PER_REQUEST}. */
  record OnDemand() implements Billing {}

  /** {@code PROVISIONED}, with the table's throughput. */
  record Provisioned(Throughput throughput) implements Billing {}
}
