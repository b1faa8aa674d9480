package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import dev.keyplan.source.SourceFile;

/** Writes one generated class. */
interface ClassSpec {
  ClassName className();

  /** The file that declares what the class is for. */
  SourceFile source();

  /** The class, without what all have in common. */
  TypeSpec.Builder typeSpec();
}
