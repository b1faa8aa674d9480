// Copied by Keyplan. Do not edit.
package com.cruddur.support.internal;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What takes the changes of an item. */
interface Changes {
  void set(Path path, AttributeValue value);

  void remove(Path path);

  void change(Path path, RelativeChange change);
}
