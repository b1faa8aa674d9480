package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.keyplan.model.AttributeType.BinaryType;
import dev.keyplan.model.AttributeType.DecimalType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.AttributeType.StringType;
import java.util.Optional;
import java.util.OptionalInt;

/** What {@link TypeMapping} says of the limits that a model sets to the values of a type. */
final class LimitMapping {
  private final SupportTypes support;

  LimitMapping(SupportTypes support) {
    this.support = support;
  }

  /** {@code Check.present("address", address)}. */
  CodeBlock present(String name, CodeBlock value) {
    return CodeBlock.of("$T.present($S, $L)", support.check(), name, value);
  }

  /** {@code Check.date("born", born)}. */
  CodeBlock date(String name, CodeBlock value) {
    return CodeBlock.of("$T.date($S, $L)", support.check(), name, value);
  }

  /** {@code Ulids.ulid("id", id)}. */
  CodeBlock ulid(String name, CodeBlock value) {
    return CodeBlock.of("$T.ulid($S, $L)", support.ulids(), name, value);
  }

  /** {@code Check.text("name", name, 1, 64)}, {@code Texts.matching("code", code, "[A-Z]+")}. */
  CodeBlock text(StringType type, String name, CodeBlock value) {
    if (type.pattern().isEmpty()) {
      return length(type, name, value);
    }
    boolean hasLength = type.minimumLength() > 0 || type.maximumLength().isPresent();
    return matching(type, name, hasLength ? length(type, name, value) : value);
  }

  /** {@code Texts.matching("code", code, "[A-Z]+")}. */
  CodeBlock matching(StringType type, String name, CodeBlock value) {
    return CodeBlock.of(
        "$T.matching($S, $L, $S)",
        support.texts(),
        name,
        value,
        type.pattern().orElseThrow().text());
  }

  /** {@code Texts.json("settings", settings)}. */
  CodeBlock json(String name, CodeBlock value) {
    return CodeBlock.of("$T.json($S, $L)", support.texts(), name, value);
  }

  private CodeBlock length(StringType type, String name, CodeBlock value) {
    if (type.minimumLength() == 0 && type.maximumLength().isEmpty()) {
      return CodeBlock.of("$T.text($S, $L)", support.check(), name, value);
    }
    return CodeBlock.of(
        "$T.text($S, $L, $L, $L)",
        support.check(),
        name,
        value,
        type.minimumLength(),
        maximum(type.maximumLength()));
  }

  /** {@code Check.bytes("photo", photo, 0, 65536)}. */
  Optional<CodeBlock> bytes(BinaryType type, String name, CodeBlock value) {
    return type.minimumLength() == 0 && type.maximumLength().isEmpty()
        ? Optional.empty()
        : Optional.of(
            CodeBlock.of(
                "$T.bytes($S, $L, $L, $L)",
                support.check(),
                name,
                value,
                type.minimumLength(),
                maximum(type.maximumLength())));
  }

  private static CodeBlock maximum(OptionalInt length) {
    return length.isPresent()
        ? CodeBlock.of("$L", length.getAsInt())
        : CodeBlock.of("$T.MAX_VALUE", Integer.class);
  }

  /** {@code Check.range("number", number, 1, 99)}. */
  Optional<CodeBlock> range(IntegerType type, String name, CodeBlock value) {
    return type.isBounded()
        ? Optional.of(
            CodeBlock.of(
                type.isLong() ? "$T.range($S, $L, $LL, $LL)" : "$T.range($S, $L, $L, $L)",
                support.check(),
                name,
                value,
                type.minimum(),
                type.maximum()))
        : Optional.empty();
  }

  /** {@code Check.scaled("total", total, 2)}, which refuses what is finer. */
  CodeBlock scaled(DecimalType type, String name, CodeBlock value) {
    return CodeBlock.of("$T.scaled($S, $L, $L)", support.check(), name, value, type.scale());
  }

  /** {@code Check.digits("total", total, 10)}: those before the point. */
  CodeBlock digits(DecimalType type, String name, CodeBlock value) {
    return CodeBlock.of(
        "$T.digits($S, $L, $L)", support.check(), name, value, type.precision() - type.scale());
  }
}
