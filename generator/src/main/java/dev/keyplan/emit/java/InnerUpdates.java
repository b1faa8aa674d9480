package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.CollectionType;
import dev.keyplan.model.AttributeType.StructType;
import dev.keyplan.model.Entity;
import dev.keyplan.model.StructDefinition;
import dev.keyplan.naming.JavaNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes the methods of an update that reach inside of an attribute: what leads to the place comes
 * first, and last a value, or what is changed of a struct.
 */
final class InnerUpdates {
  private static final String THERE = ", which has to be there";

  private final JavaContext context;
  private final UpdateNames names;
  private final RelativeUpdates relative;

  InnerUpdates(JavaContext context, UpdateNames names, RelativeUpdates relative) {
    this.context = context;
    this.names = names;
    this.relative = relative;
  }

  /** Whether there is something inside of values of a type that an update can change alone. */
  static boolean hasParts(AttributeType type) {
    return switch (type.kind()) {
      case STRUCT, LIST, MAP, FREE_MAP -> true;
      default -> false;
    };
  }

  /** The structs inside of an attribute, each of which has an update of its own. */
  static void addStructs(AttributeType type, Set<StructDefinition> structs) {
    if (type instanceof StructType struct && structs.add(struct.definition())) {
      struct.definition().attributes().forEach(member -> addStructs(member.type(), structs));
    } else if (type instanceof CollectionType collection) {
      addStructs(collection.element(), structs);
    }
  }

  /** Those that updates of some entities can change inside. */
  static Set<StructDefinition> structs(List<Entity> entities) {
    Set<StructDefinition> structs = new LinkedHashSet<>();
    for (Entity entity : entities) {
      if (UpdateSpec.isNeeded(entity)) {
        UpdateSpec.reachable(entity).forEach(a -> addStructs(a.type(), structs));
      }
    }
    return structs;
  }

  /** The class of what can be changed of a struct. */
  static ClassName updateOf(StructDefinition struct) {
    return ClassName.get(struct.name().namespace(), struct.name().name() + "Update");
  }

  /** The methods for what is inside of an attribute. */
  List<MethodSpec> of(Attribute attribute) {
    List<MethodSpec> methods = new ArrayList<>();
    inside(UpdatePath.of(attribute), methods);
    return methods;
  }

  private void inside(UpdatePath path, List<MethodSpec> methods) {
    switch (path.type().kind()) {
      case STRUCT -> methods.add(struct(path));
      case LIST, MAP -> part(path.inside(), methods);
      case FREE_MAP -> {
        methods.add(anything(path));
        methods.add(remover(path.entry()));
      }
      default -> {}
    }
  }

  /** An element or an entry. */
  private void part(UpdatePath path, List<MethodSpec> methods) {
    String setter = names.of(JavaNames.component(path.attribute().name()), path.attribute());
    methods.add(
        relative
            .method(setter, "set", path)
            .addJavadoc("Sets $L$L.", part(path), path.mayBeAbsent() ? "" : THERE)
            .build());
    methods.add(remover(path));
    methods.addAll(relative.of(path));
    inside(path, methods);
  }

  /** {@code public DogUpdate home(Consumer<AddressUpdate> changes)}. */
  private MethodSpec struct(UpdatePath path) {
    ClassName changed = updateOf(((StructType) path.type()).definition());
    List<ParameterSpec> parameters =
        path.with(
            ParameterSpec.builder(
                    ParameterizedTypeName.get(ClassName.get(Consumer.class), changed), "changes")
                .build());
    return relative
        .method(
            JavaNames.component(path.attribute().name()),
            parameters,
            path,
            place -> CodeBlock.of("changes.accept(new $T($L))", changed, place))
        .addJavadoc("Changes what is inside of $L$L.", part(path), THERE)
        .build();
  }

  /** {@code public DogUpdate removeWords(int index)}. */
  private MethodSpec remover(UpdatePath path) {
    String name = names.of(JavaNames.remover(path.attribute().name()), path.attribute());
    return relative
        .method(name, path.parameters(), path, place -> CodeBlock.of("$L.remove()", place))
        .addJavadoc("Removes $L, if there is one; what it is in has to be there.", part(path))
        .build();
  }

  /** {@code public DogUpdate extras(String key, AttributeValue value)}. */
  private MethodSpec anything(UpdatePath map) {
    UpdatePath path = map.entry();
    String name = JavaNames.component(path.attribute().name());
    List<ParameterSpec> parameters =
        path.with(ParameterSpec.builder(Sdk.ATTRIBUTE_VALUE, "value").build());
    return relative
        .method(
            name,
            parameters,
            path,
            place ->
                CodeBlock.of(
                    "$L.set($T.storable($S, value))", place, context.support().elements(), name))
        .addJavadoc("Sets $L.", part(path))
        .build();
  }

  private static String part(UpdatePath path) {
    String name = JavadocText.code(JavaNames.component(path.attribute().name()));
    if (path.isWhole()) {
      return name;
    }
    return (path.mayBeAbsent() ? "one entry of " : "one element of ") + name;
  }
}
