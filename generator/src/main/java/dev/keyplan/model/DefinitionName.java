package dev.keyplan.model;

/**
 * The full name of a declaration.
 *
 * @param namespace the namespace, which is the Java package
 * @param name the name inside it
 */
public record DefinitionName(String namespace, String name) implements Comparable<DefinitionName> {
  @Override
  public int compareTo(DefinitionName other) {
    int byNamespace = namespace.compareTo(other.namespace);
    return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
  }

  /** {@code com.acme.shop.Order}. */
  @Override
  public String toString() {
    return namespace + "." + name;
  }
}
