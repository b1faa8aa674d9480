package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EnumDefinition;
import dev.keyplan.model.Model;
import dev.keyplan.model.Namespace;
import dev.keyplan.model.Parameter;
import dev.keyplan.model.Pattern;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.ReadTransactionPattern;
import dev.keyplan.model.StructDefinition;
import dev.keyplan.model.Table;
import dev.keyplan.model.TransactionPattern;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * The names of a model become names of Java: none is a word of Java's own, no type is called as one
 * that every Java file knows, and no attribute as a method that every object has.
 */
public final class JavaName implements ModelRule {
  public static final String ID = "JAVA_NAME";

  /** Types of {@code java.lang} that generated code, or any other, uses by their simple names. */
  private static final Set<String> KNOWN_TYPES =
      Set.of(
          "Appendable",
          "ArithmeticException",
          "ArrayIndexOutOfBoundsException",
          "AssertionError",
          "AutoCloseable",
          "Boolean",
          "Byte",
          "CharSequence",
          "Character",
          "Class",
          "ClassCastException",
          "ClassLoader",
          "CloneNotSupportedException",
          "Cloneable",
          "Comparable",
          "Deprecated",
          "Double",
          "Enum",
          "Error",
          "Exception",
          "Float",
          "FunctionalInterface",
          "IllegalArgumentException",
          "IllegalStateException",
          "IndexOutOfBoundsException",
          "Integer",
          "InterruptedException",
          "Iterable",
          "Long",
          "Math",
          "NullPointerException",
          "Number",
          "NumberFormatException",
          "Object",
          "Override",
          "Readable",
          "Record",
          "ReflectiveOperationException",
          "Runnable",
          "RuntimeException",
          "SafeVarargs",
          "SecurityException",
          "Short",
          "StackTraceElement",
          "StrictMath",
          "String",
          "StringBuffer",
          "StringBuilder",
          "StringIndexOutOfBoundsException",
          "SuppressWarnings",
          "System",
          "Thread",
          "ThreadLocal",
          "Throwable",
          "UnsupportedOperationException",
          "Void");

  /**
   * The classes inside of that of an entity, which would hide the type there; the last is inherited
   * from a collection.
   */
  private static final Set<String> NESTED_TYPES = Set.of("Builder", "Key", "Grouped");

  /** Their capital is missed where their names are read: other declarations may need them. */
  private static final Set<String> DECLARED = Set.of("entity", "struct", "enum");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    List<Diagnostic> found = new ArrayList<>();
    for (Namespace namespace : model.namespaces()) {
      for (Table table : namespace.tables()) {
        type("table", table.name().name(), table.span(), found);
      }
      for (Entity entity : namespace.entities()) {
        type("entity", entity.name().name(), entity.span(), found);
        entity.attributes().forEach(attribute -> attribute(attribute, found));
      }
      for (StructDefinition struct : namespace.structs()) {
        type("struct", struct.name().name(), struct.span(), found);
        struct.attributes().forEach(attribute -> attribute(attribute, found));
      }
      for (EnumDefinition definition : namespace.enums()) {
        type("enum", definition.name().name(), definition.span(), found);
        definition.constants().forEach(c -> keyword("constant", c.name(), c.span(), found));
      }
      namespace.patterns().forEach(pattern -> pattern(pattern, found));
    }
    return found;
  }

  private static void pattern(Pattern pattern, List<Diagnostic> found) {
    keyword("pattern", pattern.name().name(), pattern.span(), found);
    for (Parameter parameter : pattern.parameters()) {
      // A parameter named after its attribute is reported there.
      if (!parameter.name().equals(parameter.attribute().name())) {
        keyword("parameter", parameter.name(), parameter.span(), found);
      }
    }
    if (pattern instanceof ReadPattern read) {
      read.selection().ifPresent(s -> type("selection", s.name(), s.span(), found));
      read.collection()
          .filter(c -> read.returnsCollection())
          .ifPresent(c -> type("collection", c.name(), c.span(), found));
    }
    if (pattern instanceof ReadTransactionPattern gets) {
      String type = JavaNames.capitalised(gets.name().name());
      type("transaction", type, gets.span(), found);
      gets.members().forEach(m -> keyword("member", m.name(), m.span(), found));
    }
    if (pattern instanceof TransactionPattern transaction) {
      transaction.members().forEach(m -> keyword("member", m.name(), m.span(), found));
    }
  }

  private static void attribute(Attribute attribute, List<Diagnostic> found) {
    String name = attribute.name();
    if (SourceVersion.isKeyword(name, SourceVersion.RELEASE_17)) {
      found.add(reserved("attribute", name, attribute.span()).withHint(renamed(attribute)));
    } else if (JavaNames.isMethodOfObject(name)) {
      found.add(
          Diagnostic.error(ID, attribute.span(), "no attribute can be called `%s`".formatted(name))
              .withLabel("every Java object has a method `%s()`".formatted(name))
              .withHint(renamed(attribute)));
    }
  }

  private static String renamed(Attribute attribute) {
    return "keep the stored name: `%1$s_ \"%2$s\"`"
        .formatted(attribute.name(), attribute.storedName());
  }

  private static void type(String kind, String name, Span span, List<Diagnostic> found) {
    keyword(kind, name, span, found);
    if (JavaNames.isNoType(name)) {
      found.add(reserved(kind, name, span));
    } else if (kind.equals("table")) {
      // Its class is called `…Table`.
      return;
    } else if (NESTED_TYPES.contains(name)) {
      found.add(
          Diagnostic.error(ID, span, "no %s can be called `%s`".formatted(kind, name))
              .withLabel(
                  "every %s has a Java class `%s` of its own"
                      .formatted(name.equals("Grouped") ? "collection" : "entity", name)));
    } else if (JavaNames.lacksCapital(name) && !DECLARED.contains(kind)) {
      found.add(
          Diagnostic.error(ID, span, "no %s can be called `%s`".formatted(kind, name))
              .withLabel("Java would take it for a variable or a package")
              .withHint("begin with a capital: `%s`".formatted(JavaNames.capitalised(name))));
    } else if (KNOWN_TYPES.contains(name)) {
      found.add(
          Diagnostic.error(ID, span, "no %s can be called `%s`".formatted(kind, name))
              .withLabel("hides `java.lang.%s`".formatted(name)));
    }
  }

  private static void keyword(String kind, String name, Span span, List<Diagnostic> found) {
    if (SourceVersion.isKeyword(name, SourceVersion.RELEASE_17)) {
      found.add(reserved(kind, name, span));
    }
  }

  private static Diagnostic reserved(String kind, String name, Span span) {
    return Diagnostic.error(ID, span, "no %s can be called `%s`".formatted(kind, name))
        .withLabel("a word of Java");
  }
}
