package dev.keyplan.data;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.source.Span;

/** What sample data can be wrong in. The name of a constant is the id of its diagnostics. */
public enum DataError {
  /** A file that is not YAML. */
  DATA_NOT_YAML,
  /** YAML that sample data has no use for, and that could make it mean something unexpected. */
  DATA_YAML_FEATURE,
  /** A file longer or deeper than sample data ever is. */
  DATA_TOO_LARGE,
  /** A list where a mapping belongs, or the like. */
  DATA_SHAPE,
  /** One name twice in a mapping. */
  DATA_NAME_DUPLICATE,
  /** A name that no entity or attribute has. */
  DATA_NAME_UNKNOWN,
  /** A name that several entities have. */
  DATA_NAME_AMBIGUOUS,
  /** An item without an attribute that every item has. */
  DATA_ATTRIBUTE_MISSING,
  /** A value that is not of its attribute's type. */
  DATA_VALUE_INVALID,
  /** A value of the right type, outside of what the attribute allows. */
  DATA_VALUE_OUT_OF_RANGE,
  /** A text that cannot be a part of a key. */
  DATA_KEY_TEXT,
  /** Two items with one primary key. */
  DATA_ITEM_DUPLICATE,
  /** An item larger than DynamoDB allows. */
  DATA_ITEM_TOO_LARGE;

  Diagnostic at(Span span, String message) {
    return Diagnostic.error(name(), span, message);
  }
}
