package dev.keyplan.naming;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** From names of a design to names that Java accepts. */
public final class JavaNames {
  /** Methods that records and builders have of their own. */
  private static final Set<String> OWN_MEMBERS =
      Set.of("key", "builder", "toBuilder", "build", "checked");

  /** What neither a record component nor a pattern's method may be called. */
  private static final Set<String> METHODS_OF_OBJECT =
      Set.of(
          "clone",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait",
          "equals");

  /** Words that name no type, besides the keywords. */
  private static final Set<String> NO_TYPES = Set.of("permits", "record", "sealed", "var", "yield");

  /** What lambdas of generated code call the elements of a collection. */
  private static final Pattern ELEMENT = Pattern.compile("each[0-9]*");

  private JavaNames() {}

  /** Whether no type of Java can have this name, though it is no keyword. */
  public static boolean isNoType(String name) {
    return NO_TYPES.contains(name);
  }

  /** Whether a type could have this name if it began with a capital. */
  public static boolean lacksCapital(String name) {
    return Character.isLowerCase(name.charAt(0))
        && !isNoType(name)
        && !SourceVersion.isKeyword(name, SourceVersion.RELEASE_17);
  }

  /** Whether every Java object has a method of this name already. */
  public static boolean isMethodOfObject(String name) {
    return METHODS_OF_OBJECT.contains(name);
  }

  /**
   * A record component, its accessor and the builder's setter: {@code CustomerId} to {@code
   * customerId}.
   */
  public static String component(String name) {
    String variable = variable(name);
    return OWN_MEMBERS.contains(variable) || isMethodOfObject(variable) ? variable + "_" : variable;
  }

  /** The method that makes an optional attribute absent: {@code note} to {@code removeNote}. */
  public static String remover(String name) {
    return "remove" + capitalised(lowerCamelCase(name));
  }

  /** The method that gives a copy with another value: {@code note} to {@code withNote}. */
  public static String with(String name) {
    return "with" + capitalised(lowerCamelCase(name));
  }

  /** The method that gives a copy without an optional one: {@code note} to {@code withoutNote}. */
  public static String without(String name) {
    return "without" + capitalised(lowerCamelCase(name));
  }

  /**
   * A parameter or a variable. It never begins with a capital, so that it hides no type: {@code
   * UUID} to {@code uuid}.
   */
  public static String variable(String name) {
    return local(lowerCamelCase(name));
  }

  /** A constant, as it is written. */
  public static String constant(String name) {
    return SourceVersion.isKeyword(name) || name.equals("_") ? name + "_" : name;
  }

  private static String local(String name) {
    return ELEMENT.matcher(name).matches() ? name + "_" : constant(name);
  }

  /** The parameter of a lambda that takes an element, in so many other collections. */
  public static String element(int depth) {
    return depth == 0 ? "each" : "each" + (depth + 1);
  }

  /** {@code Order} to {@code order}. */
  public static String decapitalised(String name) {
    return local(uncapitalised(name));
  }

  /** The same where it may be a word of Java. */
  public static String uncapitalised(String name) {
    int first = name.codePointAt(0);
    return Character.toString(Character.toLowerCase(first))
        + name.substring(Character.charCount(first));
  }

  /** {@code startConversation} to {@code StartConversation}. */
  public static String capitalised(String name) {
    int first = name.codePointAt(0);
    return Character.toString(Character.toUpperCase(first))
        + name.substring(Character.charCount(first));
  }

  /** {@code OrdersTable} to {@code Orders}. */
  public static String withoutTable(String name) {
    return name.endsWith("Table") && !name.equals("Table")
        ? name.substring(0, name.length() - "Table".length())
        : name;
  }

  /** {@code CustomerId} to {@code customerId}, {@code URLPath} to {@code urlPath}. */
  private static String lowerCamelCase(String name) {
    int capitals = 0;
    while (capitals < name.length() && Character.isUpperCase(name.charAt(capitals))) {
      capitals++;
    }
    boolean isShouted = name.equals(name.toUpperCase(Locale.ROOT));
    if (isShouted && capitals > 0) {
      return name.toLowerCase(Locale.ROOT);
    }
    boolean nextWordBegins =
        capitals > 1 && capitals < name.length() && Character.isLowerCase(name.charAt(capitals));
    int lowered = nextWordBegins ? capitals - 1 : capitals;
    return name.substring(0, lowered).toLowerCase(Locale.ROOT) + name.substring(lowered);
  }

  /** From any attribute name: {@code GSI1-PK} to {@code gsi1Pk}, {@code pk} to {@code pk}. */
  public static String fromAttributeName(String name) {
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

  /** A variable that holds several: {@code Order} to {@code orders}. */
  public static String plural(String name) {
    String one = uncapitalised(name);
    String end = one.toLowerCase(Locale.ROOT);
    if (end.endsWith("y")
        && end.length() > 1
        && "aeiou".indexOf(end.charAt(end.length() - 2)) < 0) {
      return component(one.substring(0, one.length() - 1) + "ies");
    }
    boolean hisses =
        end.endsWith("s")
            || end.endsWith("x")
            || end.endsWith("z")
            || end.endsWith("ch")
            || end.endsWith("sh");
    return component(one + (hisses ? "es" : "s"));
  }

  /** {@code a Message}, {@code an Order}. */
  public static String withArticle(String name) {
    return article(name) + " " + name;
  }

  /** {@code a} or {@code an}. */
  public static String article(String name) {
    return "AEIOaeio".indexOf(name.charAt(0)) >= 0 ? "an" : "a";
  }
}
