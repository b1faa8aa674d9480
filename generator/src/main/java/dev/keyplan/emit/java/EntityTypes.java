package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.naming.JavaNames;

/** The names of the classes that are generated for one entity. */
record EntityTypes(DefinitionName name) {
  ClassName entity() {
    return named("");
  }

  ClassName key() {
    return entity().nestedClass("Key");
  }

  ClassName builder() {
    return entity().nestedClass("Builder");
  }

  ClassName codec() {
    return named("Codec");
  }

  ClassName requests() {
    return named("Requests");
  }

  ClassName repository() {
    return named("Repository");
  }

  ClassName asyncRepository() {
    return named("AsyncRepository");
  }

  ClassName update() {
    return named("Update");
  }

  ClassName conditionFailedException() {
    return named("ConditionFailedException");
  }

  /** A variable that holds one: {@code message}. */
  String variable() {
    return JavaNames.decapitalised(name.name());
  }

  private ClassName named(String suffix) {
    return ClassName.get(name.namespace(), name.name() + suffix);
  }
}
