package dev.keyplan.support.internal;

import dev.keyplan.support.ItemChange;
import dev.keyplan.support.ItemFormatException;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Reads the records of streams. An image that is missing may come as an empty one. */
public final class StreamRecords {
  private StreamRecords() {}

  /** Whether a record has an image of its item: the old one, the new one or both. */
  public static boolean hasImage(Record record) {
    return !image(record).isEmpty();
  }

  /** Whether an image shows that the item is of one of these types. */
  public static boolean isOf(Record record, String typeAttribute, String... types) {
    return Read.isOneOf(image(record), typeAttribute, types);
  }

  /**
   * What happened to an item. What is not as the model says goes to {@code malformed}.
   *
   * @param read reads an image
   * @param keyOf the key of what was read
   */
  public static <K, T> Optional<ItemChange<K, T>> change(
      Record record,
      Function<Map<String, AttributeValue>, T> read,
      Function<T, K> keyOf,
      BiConsumer<Record, ItemFormatException> malformed) {
    return change(
        record, read, (was, is) -> keyOf.apply(is.or(() -> was).orElseThrow()), malformed);
  }

  /**
   * The same for records that may have no images.
   *
   * @param readKey reads the key
   */
  public static <K, T> Optional<ItemChange<K, T>> changeByKey(
      Record record,
      Function<Map<String, AttributeValue>, T> read,
      Function<Map<String, AttributeValue>, K> readKey,
      BiConsumer<Record, ItemFormatException> malformed) {
    return change(record, read, (was, is) -> readKey.apply(record.dynamodb().keys()), malformed);
  }

  private interface KeyOf<K, T> {
    K of(Optional<T> was, Optional<T> is);
  }

  private static <K, T> Optional<ItemChange<K, T>> change(
      Record record,
      Function<Map<String, AttributeValue>, T> read,
      KeyOf<K, T> keyOf,
      BiConsumer<Record, ItemFormatException> malformed) {
    ItemChange<K, T> change;
    try {
      Optional<T> was = present(record.dynamodb().oldImage()).map(read);
      Optional<T> is = present(record.dynamodb().newImage()).map(read);
      change = new ItemChange<>(keyOf.of(was, is), was, is, record);
    } catch (ItemFormatException e) {
      malformed.accept(record, e);
      return Optional.empty();
    }
    return Optional.of(change);
  }

  private static Map<String, AttributeValue> image(Record record) {
    return present(record.dynamodb().newImage()).orElseGet(() -> record.dynamodb().oldImage());
  }

  private static Optional<Map<String, AttributeValue>> present(Map<String, AttributeValue> image) {
    return image == null || image.isEmpty() ? Optional.empty() : Optional.of(image);
  }
}
