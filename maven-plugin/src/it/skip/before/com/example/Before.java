package com.example;

/** What an earlier build generated. */
public final class Before {
  private Before() {}
}
