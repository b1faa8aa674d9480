package dev.keyplan.resolve;

import dev.keyplan.model.AttributeType;
import java.util.Optional;

/** Why values are not found by what is stored of them. */
final class FormReason {
  private FormReason() {}

  /** The same where the form is what keeps a type out of keys, and not how it is stored. */
  static Optional<String> ofKey(AttributeType type) {
    return type.storage().keyType().isPresent() ? of(type) : Optional.empty();
  }

  /** Empty if equal values of a type are stored in one form. */
  static Optional<String> of(AttributeType type) {
    if (type.isComparable()) {
      return Optional.empty();
    }
    return Optional.of(
        type.mayChangeForm()
            ? "one time has several texts, each with another offset"
            : "equal values may be stored in different forms");
  }
}
