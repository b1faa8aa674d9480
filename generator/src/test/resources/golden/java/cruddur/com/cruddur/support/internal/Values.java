// Copied by Keyplan. Do not edit.
package com.cruddur.support.internal;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Makes the attribute values of one item. A builder of the SDK costs more than what it builds, so
 * that all texts are built by one, and all numbers by another; not for several threads.
 */
public final class Values {
  private static final AttributeValue TRUE = AttributeValue.fromBool(true);
  private static final AttributeValue FALSE = AttributeValue.fromBool(false);

  private final AttributeValue.Builder text = AttributeValue.builder();
  private final AttributeValue.Builder number = AttributeValue.builder();

  public AttributeValue s(String value) {
    return text.s(value).build();
  }

  public AttributeValue n(String value) {
    return number.n(value).build();
  }

  public static AttributeValue bool(boolean value) {
    return value ? TRUE : FALSE;
  }
}
