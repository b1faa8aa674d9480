package dev.keyplan.model;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The methods that a repository has without a pattern, on the primary key. */
public enum BuiltInMethod {
  GET("get"),
  CREATE("create"),
  PUT("put"),
  UPDATE("update"),
  UPSERT("upsert"),
  DELETE("delete"),
  GET_ALL("getAll"),
  PUT_ALL("putAll"),
  DELETE_ALL("deleteAll");

  private final String word;

  BuiltInMethod(String word) {
    this.word = word;
  }

  /** Its name in the language and in Java. */
  public String word() {
    return word;
  }

  public static Optional<BuiltInMethod> of(String word) {
    return Arrays.stream(values()).filter(method -> method.word.equals(word)).findFirst();
  }

  /** All names, in order. */
  public static List<String> words() {
    return Arrays.stream(values()).map(BuiltInMethod::word).toList();
  }

  /**
   * Those that an entity can have: a batch demands nothing, and a put and an upsert do not know
   * which unique values go.
   */
  public static Set<BuiltInMethod> possible(boolean isChangedAsRead, boolean hasUnique) {
    EnumSet<BuiltInMethod> possible = EnumSet.allOf(BuiltInMethod.class);
    if (isChangedAsRead) {
      possible.removeAll(Set.of(PUT_ALL, DELETE_ALL));
    }
    if (hasUnique) {
      possible.removeAll(Set.of(PUT, UPSERT));
    }
    return possible;
  }
}
