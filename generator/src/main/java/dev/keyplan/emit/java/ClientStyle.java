package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/** What differs between the repositories for the clients of the SDK: how calls are sent. */
abstract class ClientStyle {
  private final SupportTypes support;
  private final String prefix;

  /**
   * @param prefix what the names of the support classes for the client begin with
   */
  ClientStyle(SupportTypes support, String prefix) {
    this.support = support;
    this.prefix = prefix;
  }

  final SupportTypes support() {
    return support;
  }

  /** The client of the SDK. */
  abstract ClassName client();

  abstract ClassName repository(EntityTypes types);

  /** What the documentation of a repository says. */
  abstract CodeBlock javadoc(EntityTypes types);

  /** What a method returns whose result is of this type. */
  abstract TypeName returned(TypeName result);

  /** The statements of a method. */
  abstract CodeBlock body(Call call, LocalNames names);

  final ClassName batch() {
    return support.internal(prefix + "Batch");
  }

  final ClassName count() {
    return support.internal(prefix + "Count");
  }

  final ClassName guardedRead() {
    return support.internal(prefix + "GuardedRead");
  }

  final ClassName itemWrite() {
    return support.internal(prefix + "ItemWrite");
  }

  final ClassName queries() {
    return support.shared(prefix + "Queries");
  }

  final ClassName query() {
    return support.shared(prefix + "Query");
  }

  final ClassName scan() {
    return support.shared(prefix + "Scan");
  }
}
