package dev.keyplan.generate;

import dev.keyplan.model.Model;
import dev.keyplan.model.Namespace;
import java.util.List;
import javax.lang.model.SourceVersion;

/** The Java package of the classes that all generated classes share. */
final class SupportPackage {
  private static final String LAST_SEGMENT = "support";
  private static final String INTERNAL = ".internal";

  private SupportPackage() {}

  /** Whether a text that a user gave can be a package. */
  static boolean isPackageName(String text) {
    return SourceVersion.isName(text, SourceVersion.RELEASE_17);
  }

  /**
   * The package for a model that names none: {@code support} in what all namespaces have in common,
   * or in the first of them if that is less than two segments; for classes at {@code com.support}
   * would sooner or later meet those of others. Never a namespace of the model.
   */
  static String defaultFor(Model model) {
    List<String> namespaces = model.namespaces().stream().map(Namespace::name).toList();
    if (namespaces.isEmpty()) {
      return LAST_SEGMENT;
    }
    List<String> first = segments(namespaces.get(0));
    List<String> common =
        namespaces.stream()
            .map(SupportPackage::segments)
            .reduce(first, SupportPackage::commonPrefix);
    String candidate = String.join(".", common.size() < 2 ? first : common);
    do {
      candidate += "." + LAST_SEGMENT;
    } while (isTaken(candidate, namespaces));
    return candidate;
  }

  /** Whether classes of a namespace would lie among the support classes. */
  static boolean isTaken(String supportPackage, List<String> namespaces) {
    return namespaces.stream()
        .anyMatch(
            namespace ->
                namespace.equalsIgnoreCase(supportPackage)
                    || namespace.equalsIgnoreCase(supportPackage + INTERNAL));
  }

  private static List<String> segments(String namespace) {
    return List.of(namespace.split("\\."));
  }

  private static List<String> commonPrefix(List<String> one, List<String> other) {
    int length = 0;
    while (length < Math.min(one.size(), other.size())
        && one.get(length).equals(other.get(length))) {
      length++;
    }
    return one.subList(0, length);
  }
}
