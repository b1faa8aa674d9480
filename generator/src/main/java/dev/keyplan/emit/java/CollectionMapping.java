package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.CollectionType;
import dev.keyplan.model.AttributeType.SetType;
import dev.keyplan.model.TypeKind;
import dev.keyplan.naming.JavaNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What {@link TypeMapping} says of types, for those that have elements. */
final class CollectionMapping {
  private final TypeMapping mapping;
  private final SupportTypes support;

  CollectionMapping(TypeMapping mapping, SupportTypes support) {
    this.mapping = mapping;
    this.support = support;
  }

  TypeName type(AttributeType type) {
    TypeName element = mapping.type(element(type)).box();
    if (type.kind() == TypeKind.MAP) {
      return ParameterizedTypeName.get(
          ClassName.get(Map.class), ClassName.get(String.class), element);
    }
    return ParameterizedTypeName.get(
        ClassName.get(type.kind() == TypeKind.LIST ? List.class : Set.class), element);
  }

  /** {@code Elements.list("prices", prices, each -> Check.scaled("prices", each, 2))}. */
  CodeBlock normal(AttributeType type, String name, CodeBlock value, int depth) {
    CodeBlock function = CodeBlock.of("");
    if (isMoreThanPresent(element(type))) {
      String each = JavaNames.element(depth);
      CodeBlock normal =
          mapping.normal(element(type), name, CodeBlock.of("$L", each), depth + 1).orElseThrow();
      function = CodeBlock.of(", $L -> $L", each, normal);
    }
    return CodeBlock.of("$T.$L($S, $L$L)", support.elements(), word(type), name, value, function);
  }

  /** {@code Elements.checked(lines, each -> each.checked())}. */
  Optional<CodeBlock> check(AttributeType type, String name, CodeBlock value, int depth) {
    String each = JavaNames.element(depth);
    Optional<CodeBlock> check =
        mapping
            .check(element(type), name, CodeBlock.of("$L", each), depth + 1)
            .map(block -> CodeBlock.of(", $L -> $L", each, block));
    if (type.kind() == TypeKind.MAP) {
      return Optional.of(
          CodeBlock.of(
              "$T.checkedMap($S, $L$L)",
              support.elements(),
              name,
              value,
              check.orElse(CodeBlock.of(""))));
    }
    return check.map(block -> CodeBlock.of("$T.checked($L$L)", support.elements(), value, block));
  }

  CodeBlock write(ValueMapping values, AttributeType type, CodeBlock value, int depth) {
    String each = JavaNames.element(depth);
    CodeBlock variable = CodeBlock.of("$L", each);
    if (type instanceof SetType set) {
      return set.element().kind() == TypeKind.BINARY
          ? CodeBlock.of("$T.fromBs($T.copyOf($L))", Sdk.ATTRIBUTE_VALUE, List.class, value)
          : CodeBlock.of(
              "$T.$L($L, $L -> $L)",
              support.elements(),
              "write" + type.storage().name().charAt(0) + "s",
              value,
              each,
              mapping.storedText(set.element(), variable));
    }
    return CodeBlock.of(
        "$T.$L($L, $L -> $L)",
        support.elements(),
        type.kind() == TypeKind.LIST ? "writeList" : "writeMap",
        value,
        each,
        values.write(element(type), variable, depth + 1));
  }

  /** For values that somebody gives; DynamoDB refuses the value of an empty set. */
  CodeBlock writeChecked(AttributeType type, String name, CodeBlock value) {
    CodeBlock given = normal(type, name, value, 0);
    CodeBlock normal =
        type.kind() == TypeKind.SET
            ? CodeBlock.of("$T.present($S, $L)", support.elements(), name, given)
            : given;
    return mapping.write(type, check(type, name, normal, 0).orElse(normal));
  }

  /** {@code each -> Elements.readList(each, LineCodec::read)}. */
  CodeBlock reader(AttributeType type, int depth) {
    String method =
        switch (type.storage()) {
          case L -> "readList";
          case M -> "readMap";
          default -> "read" + type.storage().name().charAt(0) + "s";
        };
    return CodeBlock.of(
        "$1L -> $2T.$3L($1L, $4L)",
        JavaNames.element(depth),
        support.elements(),
        method,
        mapping.reader(element(type), depth + 1));
  }

  private boolean isMoreThanPresent(AttributeType type) {
    return mapping.isRefused(type);
  }

  private static String word(AttributeType type) {
    return switch (type.kind()) {
      case LIST -> "list";
      case MAP -> "map";
      default -> "set";
    };
  }

  private static AttributeType element(AttributeType type) {
    return ((CollectionType) type).element();
  }
}
