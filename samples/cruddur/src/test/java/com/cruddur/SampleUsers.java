package com.cruddur;

import com.cruddur.messages.Author;
import java.util.UUID;

/** The two users of {@code messages.data.yaml}, and their conversation. */
final class SampleUsers {
  static final Author BROWN =
      new Author(
          UUID.fromString("c193e5f6-a77e-482c-908f-168ada6063bc"), "Andrew Brown", "andrewbrown");
  static final Author BAYKO =
      new Author(UUID.fromString("2f07a7fa-1219-4ca7-85ba-1caccd0d4857"), "Andrew Bayko", "bayko");
  static final UUID CONVERSATION = UUID.fromString("77a9530b-f20f-4245-8c78-d2ddc190fb3c");

  private SampleUsers() {}
}
