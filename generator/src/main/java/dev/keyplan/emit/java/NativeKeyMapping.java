package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.BinaryType;
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.model.Limits;
import dev.keyplan.model.TextFacts;

/**
 * How texts and bytes are checked that are key attributes of their own: DynamoDB takes no empty
 * ones, and none that are too long.
 */
final class NativeKeyMapping {
  private final HoleMapping holes;
  private final SupportTypes support;

  NativeKeyMapping(HoleMapping holes, SupportTypes support) {
    this.holes = holes;
    this.support = support;
  }

  /** Whether the type allows values that no key can be. */
  boolean isLimited(AttributeType type, boolean isSort) {
    return type.mayBeEmpty() || mayBeTooLong(type, isSort);
  }

  private static boolean mayBeTooLong(AttributeType type, boolean isSort) {
    int limit = isSort ? Limits.BYTES_OF_A_SORT_KEY : Limits.BYTES_OF_A_PARTITION_KEY;
    if (type instanceof StringType text) {
      TextFacts facts = text.facts();
      return (long) facts.bytesOfCharacter() * facts.longest().orElse(Integer.MAX_VALUE) > limit;
    }
    return type instanceof BinaryType bytes
        && bytes.maximumLength().orElse(Integer.MAX_VALUE) > limit;
  }

  /** {@code Keys.text("title", title)}, {@code Keys.sort("title", title)} of one that is longer. */
  CodeBlock checked(AttributeType type, boolean isSort, String name, CodeBlock value) {
    if (mayBeTooLong(type, isSort)) {
      String method = isSort ? "sort" : "partition";
      return CodeBlock.of("$T.$L($S, $L)", support.keys(), method, name, value);
    }
    return type instanceof BinaryType
        ? CodeBlock.of("$T.bytes($S, $L)", support.keys(), name, value)
        : holes.alone(name, value);
  }

  /** A text of the type's form. */
  CodeBlock whole(StringType type, boolean isSort, String name, CodeBlock value) {
    CodeBlock whole = holes.whole(type, name, value);
    if (!mayBeTooLong(type, isSort)) {
      return whole;
    }
    return checked(type, isSort, name, type.pattern().isEmpty() ? value : whole);
  }
}
