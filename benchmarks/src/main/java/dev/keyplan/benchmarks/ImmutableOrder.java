package dev.keyplan.benchmarks;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbImmutable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** An order as the Enhanced Client takes records: with a builder, and with derived keys. */
@DynamoDbImmutable(builder = ImmutableOrder.Builder.class)
public record ImmutableOrder(
    String id,
    String customerId,
    Instant placedAt,
    Status status,
    long quantity,
    BigDecimal total,
    BigDecimal discount,
    boolean gift,
    ImmutableAddress shipTo,
    List<String> lines,
    Set<String> labels,
    SdkBytes signature,
    String note) {
  static ImmutableOrder of(Order source) {
    return builder()
        .id(source.id())
        .customerId(source.customerId())
        .placedAt(source.placedAt())
        .status(source.status())
        .quantity(source.quantity())
        .total(source.total())
        .discount(source.discount().orElse(null))
        .gift(source.gift())
        .shipTo(ImmutableAddress.of(source.shipTo()))
        .lines(source.lines())
        .labels(source.labels())
        .signature(source.signature())
        .note(source.note().orElse(null))
        .build();
  }

  public static Builder builder() {
    return new Builder();
  }

  @DynamoDbPartitionKey
  public String pk() {
    return "CUSTOMER#" + customerId;
  }

  @DynamoDbSortKey
  public String sk() {
    return "ORDER#" + placedAt + "#" + id;
  }

  @DynamoDbSecondaryPartitionKey(indexNames = "byStatus")
  public String gsi1pk() {
    return "STATUS#" + status;
  }

  @DynamoDbSecondarySortKey(indexNames = "byStatus")
  public String gsi1sk() {
    return placedAt + "#" + id;
  }

  @DynamoDbAttribute("_type")
  public String type() {
    return "Order";
  }

  /** Made by the Enhanced Client. */
  public static final class Builder {
    private String id;
    private String customerId;
    private Instant placedAt;
    private Status status;
    private long quantity;
    private BigDecimal total;
    private BigDecimal discount;
    private boolean gift;
    private ImmutableAddress shipTo;
    private List<String> lines;
    private Set<String> labels;
    private SdkBytes signature;
    private String note;

    private Builder() {}

    public Builder id(String id) {
      this.id = id;
      return this;
    }

    public Builder customerId(String customerId) {
      this.customerId = customerId;
      return this;
    }

    public Builder placedAt(Instant placedAt) {
      this.placedAt = placedAt;
      return this;
    }

    public Builder status(Status status) {
      this.status = status;
      return this;
    }

    public Builder quantity(long quantity) {
      this.quantity = quantity;
      return this;
    }

    public Builder total(BigDecimal total) {
      this.total = total;
      return this;
    }

    public Builder discount(BigDecimal discount) {
      this.discount = discount;
      return this;
    }

    public Builder gift(boolean gift) {
      this.gift = gift;
      return this;
    }

    public Builder shipTo(ImmutableAddress shipTo) {
      this.shipTo = shipTo;
      return this;
    }

    public Builder lines(List<String> lines) {
      this.lines = lines;
      return this;
    }

    public Builder labels(Set<String> labels) {
      this.labels = labels;
      return this;
    }

    public Builder signature(SdkBytes signature) {
      this.signature = signature;
      return this;
    }

    public Builder note(String note) {
      this.note = note;
      return this;
    }

    public Builder pk(String ignored) {
      return this;
    }

    public Builder sk(String ignored) {
      return this;
    }

    public Builder gsi1pk(String ignored) {
      return this;
    }

    public Builder gsi1sk(String ignored) {
      return this;
    }

    public Builder type(String ignored) {
      return this;
    }

    public ImmutableOrder build() {
      return new ImmutableOrder(
          id,
          customerId,
          placedAt,
          status,
          quantity,
          total,
          discount,
          gift,
          shipTo,
          lines,
          labels,
          signature,
          note);
    }
  }
}
