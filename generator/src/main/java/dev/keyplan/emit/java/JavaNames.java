package dev.keyplan.emit.java;

import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** From names of a design to names that Java accepts. */
final class JavaNames {
  /** Methods that records and builders have of their own. */
  private static final Set<String> OWN_MEMBERS =
      Set.of("key", "builder", "toBuilder", "build", "checked");

  private JavaNames() {}

  /** A record component, its accessor and the builder's setter. */
  static String component(String name) {
    return OWN_MEMBERS.contains(name) ? name + "_" : name;
  }

  /** A parameter, a variable or a constant; what is made of another name may be a keyword. */
  static String variable(String name) {
    return SourceVersion.isKeyword(name) || name.equals("_") ? name + "_" : name;
  }

  /** {@code Order} to {@code order}. */
  static String decapitalised(String name) {
    return variable(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
  }

  /** {@code startConversation} to {@code StartConversation}. */
  static String capitalised(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** From any attribute name: {@code GSI1-PK} to {@code gsi1Pk}, {@code pk} to {@code pk}. */
  static String fromAttributeName(String name) {
    StringBuilder identifier = new StringBuilder();
    for (String word : name.split("[^A-Za-z0-9]+")) {
      boolean isShouted = word.equals(word.toUpperCase(Locale.ROOT));
      String plain = isShouted ? word.toLowerCase(Locale.ROOT) : word;
      if (!plain.isEmpty()) {
        identifier.append(identifier.isEmpty() ? decapitalised(plain) : capitalised(plain));
      }
    }
    boolean isIdentifier =
        !identifier.isEmpty() && Character.isJavaIdentifierStart(identifier.charAt(0));
    return variable(isIdentifier ? identifier.toString() : "key" + identifier);
  }

  /** {@code a Message}, {@code an Order}. */
  static String withArticle(String name) {
    return article(name) + " " + name;
  }

  /** {@code a} or {@code an}. */
  static String article(String name) {
    return "AEIOaeio".indexOf(name.charAt(0)) >= 0 ? "an" : "a";
  }
}
