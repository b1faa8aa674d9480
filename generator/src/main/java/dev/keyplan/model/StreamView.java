package dev.keyplan.model;

import java.util.Locale;

/** What a stream holds of an item that changed. The names are DynamoDB's. */
public enum StreamView {
  NEW_IMAGE,
  OLD_IMAGE,
  NEW_AND_OLD_IMAGES,
  KEYS_ONLY;

  /** Whether each record has an image: a new item has no old one, a deleted item no new one. */
  public boolean hasAllImages() {
    return this == NEW_AND_OLD_IMAGES;
  }

  /** The language's word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
