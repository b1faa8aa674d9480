package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.keyplan.emit.java.IndexKeyGroups.Group;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Facts;
import dev.keyplan.model.IndexKey;
import dev.keyplan.naming.JavaNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the method of an update that sets the attributes of one index key together. */
final class GroupSetter {
  private final JavaContext context;
  private final ClassName update;
  private final UpdatedKeys keys;

  GroupSetter(JavaContext context, Entity entity, UpdatedKeys keys) {
    this.context = context;
    this.update = JavaContext.types(entity).update();
    this.keys = keys;
  }

  /** {@code public ShipmentUpdate stateAndDue(Part<State> state, Part<LocalDate> due)}. */
  MethodSpec of(Group group, UpdateNames updateNames) {
    String name =
        group.attributes().stream()
            .map(attribute -> JavaNames.variable(attribute.name()))
            .map(JavaNames::capitalised)
            .collect(Collectors.joining("And"));
    Set<String> codes = new TreeSet<>();
    group.keys().forEach(key -> codes.add(JavadocText.code(key.part().key().name())));
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(
                updateNames.of(JavaNames.decapitalised(name), group.attributes().get(0)))
            .addJavadoc(
                JavadocText.of(
                        "Sets what %s %s made of."
                            .formatted(
                                String.join(" and ", codes), codes.size() == 1 ? "is" : "are"))
                    .paragraph(
                        "All of it has to be known"
                            + (stored(group).isEmpty()
                                ? "."
                                : ": what does not change is given as {@code Part.unchanged}, and"
                                    + " the update demands that it is so.")
                            + uncompared(group)
                            + heldInKey(group)
                            + leftOut(group))
                    .toCode())
            .addModifiers(Modifier.PUBLIC)
            .returns(update);
    for (Attribute attribute : group.attributes()) {
      method.addParameter(partType(attribute), JavaNames.component(attribute.name()));
    }
    LocalNames names = new LocalNames(method.build().parameters());
    CodeBlock field = names.field("expression");
    String each = names.variable("value");
    for (Attribute attribute : stored(group)) {
      method.addStatement(
          "$T.$L($L, $S, $L.map($L -> $L))",
          context.support().parts(),
          attribute.type().mayChangeForm() ? "writeUncompared" : "write",
          field,
          attribute.storedName(),
          JavaNames.component(attribute.name()),
          each,
          keys.written(attribute, CodeBlock.of("$L", each)));
    }
    AttributeValues values =
        UpdatedKeys.values(
            group,
            method,
            this::partValue,
            a -> CodeBlock.of("$L.isPresent()", JavaNames.component(a.name())));
    return method
        .addCode(keys.indexKeys(group, field, Facts.NONE, values))
        .addStatement("return this")
        .build();
  }

  private List<Attribute> stored(Group group) {
    return group.attributes().stream().filter(attribute -> !keys.isHeldInKey(attribute)).toList();
  }

  private TypeName partType(Attribute attribute) {
    TypeName type = context.mapping().type(attribute.type());
    if (keys.isHeldInKey(attribute)) {
      return attribute.isOptional()
          ? ParameterizedTypeName.get(ClassName.get(Optional.class), type.box())
          : type;
    }
    return ParameterizedTypeName.get(
        attribute.isOptional() ? context.support().optionalPart() : context.support().part(),
        type.box());
  }

  private CodeBlock partValue(Attribute attribute) {
    CodeBlock name = CodeBlock.of("$L", JavaNames.component(attribute.name()));
    if (!keys.isHeldInKey(attribute)) {
      return CodeBlock.of("$L.value()", name);
    }
    return keys.checked(
        attribute, attribute.isOptional() ? CodeBlock.of("$L.orElseThrow()", name) : name);
  }

  /** Only whether there is a value matters to the keys: conditions cannot compare it, either. */
  private static String uncompared(Group group) {
    String names = names(group, attribute -> attribute.type().mayChangeForm());
    return names.isEmpty()
        ? ""
        : " Only whether there is a value is demanded of what may be stored with another offset: "
            + names
            + ".";
  }

  /** What cannot be demanded. */
  private String heldInKey(Group group) {
    String names = names(group, keys::isHeldInKey);
    return names.isEmpty() ? "" : " Stored in key texts alone, and just written: " + names + ".";
  }

  private static String names(Group group, Predicate<Attribute> which) {
    return group.attributes().stream()
        .filter(which)
        .map(attribute -> JavadocText.code(JavaNames.component(attribute.name())))
        .collect(Collectors.joining(", "));
  }

  /** That an item leaves an index may come unexpected. */
  private static String leftOut(Group group) {
    return group.keys().stream().anyMatch(IndexKey::isSparse)
        ? " Where the item is not in the index any more, its index keys are removed."
        : "";
  }
}
