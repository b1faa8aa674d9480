package dev.keyplan.benchmarks;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The same orders for all that is compared. */
final class SampleOrders {
  private SampleOrders() {}

  static Order order(int number) {
    return Order.builder()
        .id("order-%06d".formatted(number))
        .customerId("customer-4711")
        .placedAt(Instant.parse("2026-11-26T09:30:15.042Z").plusSeconds(number))
        .status(Status.PAID)
        .quantity(3 + number)
        .total(new BigDecimal("1249.90"))
        .discount(new BigDecimal("12.50"))
        .gift(true)
        .shipTo(new Address("Bundesplatz 3", "Bern", "3003"))
        .lines(List.of("sku-1001", "sku-1002", "sku-1003"))
        .labels(Set.of("fragile", "express"))
        .signature(SdkBytes.fromByteArray(new byte[48]))
        .note("Leave it at the door, please.")
        .build();
  }

  /** As DynamoDB returns it. */
  static Map<String, AttributeValue> item(int number) {
    return OrderCodec.write(order(number));
  }

  static List<Map<String, AttributeValue>> items(int count) {
    return IntStream.range(0, count).mapToObj(SampleOrders::item).toList();
  }
}
