package dev.keyplan.benchmarks;

import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbImmutable;

/** An address, as a record with a builder. */
@DynamoDbImmutable(builder = ImmutableAddress.Builder.class)
public record ImmutableAddress(String street, String city, String zip) {
  static ImmutableAddress of(Address source) {
    return builder().street(source.street()).city(source.city()).zip(source.zip()).build();
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Made by the Enhanced Client. */
  public static final class Builder {
    private String street;
    private String city;
    private String zip;

    private Builder() {}

    public Builder street(String street) {
      this.street = street;
      return this;
    }

    public Builder city(String city) {
      this.city = city;
      return this;
    }

    public Builder zip(String zip) {
      this.zip = zip;
      return this;
    }

    public ImmutableAddress build() {
      return new ImmutableAddress(street, city, zip);
    }
  }
}
