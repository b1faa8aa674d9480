package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The names inside one generated method: parameters come from the design, the rest gives way. */
final class LocalNames {
  private final Set<String> taken = new HashSet<>();

  LocalNames(Collection<ParameterSpec> parameters) {
    parameters.forEach(parameter -> taken.add(parameter.name()));
  }

  /** A variable that is not taken yet. */
  String variable(String wanted) {
    String name = wanted;
    while (!taken.add(name)) {
      name += "_";
    }
    return name;
  }

  /** A field of the class, as this method has to write it. */
  CodeBlock field(String name) {
    return CodeBlock.of(taken.contains(name) ? "this.$L" : "$L", name);
  }
}
