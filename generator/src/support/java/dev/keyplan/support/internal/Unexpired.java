package dev.keyplan.support.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Tells items that have expired, which DynamoDB deletes within days and returns until then. */
public final class Unexpired {
  private Unexpired() {}

  /**
   * What has not expired at a time: what expires in a later second, or never. What has no number
   * there is kept, for the one who reads it to see that it is wrong.
   *
   * @param attribute the seconds since 1970 with which an item expires
   */
  public static Predicate<Map<String, AttributeValue>> at(Instant now, String attribute) {
    BigDecimal seconds = BigDecimal.valueOf(now.getEpochSecond());
    return item -> {
      AttributeValue expiry = item.get(attribute);
      return expiry == null
          || expiry.n() == null
          || new BigDecimal(expiry.n()).compareTo(seconds) > 0;
    };
  }
}
