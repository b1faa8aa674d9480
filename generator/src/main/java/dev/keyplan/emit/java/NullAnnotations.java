package dev.keyplan.emit.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.keyplan.emit.Nullness;
import java.util.ArrayList;
import java.util.List;

/**
 * The annotations that say where null may be, if they are wanted. Packages are marked as a whole;
 * support classes have the comment {@code /*@Nullable*}{@code /} where a type differs, and {@code
 * /*extends @Nullable Object*}{@code /} where a type parameter may stand for one.
 */
final class NullAnnotations {
  private static final String JSPECIFY = "org.jspecify.annotations";
  private static final ClassName NULLABLE = ClassName.get(JSPECIFY, "Nullable");
  private static final String COMMENT = "/*@Nullable*/ ";
  private static final String BOUND = " /*extends @Nullable Object*/";
  private static final String IMPORT = "import " + JSPECIFY + ".Nullable;";

  private final boolean areWanted;

  NullAnnotations(Nullness nullness) {
    this.areWanted = nullness == Nullness.JSPECIFY;
  }

  boolean areWanted() {
    return areWanted;
  }

  /** {@code @Nullable Integer}. */
  TypeName nullable(TypeName type) {
    return areWanted ? type.annotated(AnnotationSpec.builder(NULLABLE).build()) : type;
  }

  /** The file of a package, given as it is without annotations. */
  String packageInfo(String source) {
    int declaration = source.startsWith("package ") ? 0 : source.lastIndexOf("\npackage ") + 1;
    int end = source.indexOf(";\n", declaration) + 2;
    return areWanted
        ? source.substring(0, declaration)
            + "@NullMarked\n"
            + source.substring(declaration, end)
            + "\nimport "
            + JSPECIFY
            + ".NullMarked;\n"
            + source.substring(end)
        : source;
  }

  /** The file of a support class, whose imports are sorted. */
  String supportClass(String source) {
    if (!areWanted || !(source.contains(COMMENT) || source.contains(BOUND))) {
      return source.replace(COMMENT, "").replace(BOUND, "");
    }
    String annotated =
        source.replace(COMMENT, "@Nullable ").replace(BOUND, " extends @Nullable Object");
    List<String> lines = new ArrayList<>(annotated.lines().toList());
    int packageLine = 0;
    while (!lines.get(packageLine).startsWith("package ")) {
      packageLine++;
    }
    int place = packageLine + 2;
    while (lines.get(place).startsWith("import ") && lines.get(place).compareTo(IMPORT) < 0) {
      place++;
    }
    lines.add(place, IMPORT);
    if (!lines.get(place + 1).startsWith("import ") && !lines.get(place + 1).isEmpty()) {
      lines.add(place + 1, "");
    }
    return String.join("\n", lines) + "\n";
  }
}
