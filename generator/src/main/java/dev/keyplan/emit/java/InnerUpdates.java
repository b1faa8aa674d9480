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
import dev.keyplan.model.NumberBounds;
import dev.keyplan.model.StructDefinition;
import dev.keyplan.model.TypeKind;
import dev.keyplan.naming.JavaNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/**
 * Writes the methods of an update that reach inside of an attribute: what leads to the place comes
 * first, and last a value, or what is changed of a struct.
 */
final class InnerUpdates {
  private static final String THERE = ", which has to be there";

  private final JavaContext context;
  private final ClassName update;
  private final UpdateNames names;
  private final UpdateTarget target;
  private final RelativeUpdates relative;

  InnerUpdates(
      JavaContext context,
      ClassName update,
      UpdateNames names,
      UpdateTarget target,
      RelativeUpdates relative) {
    this.context = context;
    this.update = update;
    this.names = names;
    this.target = target;
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
    if (NumberBounds.of(path.type()).isPresent()) {
      methods.add(relative.number(path.attribute(), path));
    }
    if (path.type().kind() == TypeKind.LIST) {
      methods.add(relative.elements("append", "append", path));
      methods.add(relative.elements("prepend", "prepend", path));
    }
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
    return MethodSpec.methodBuilder(JavaNames.component(path.attribute().name()))
        .addJavadoc("Changes what is inside of $L$L.", part(path), THERE)
        .addModifiers(Modifier.PUBLIC)
        .addParameters(parameters)
        .returns(update)
        .addCode(
            target.body(
                path.attribute(),
                new LocalNames(parameters),
                at -> CodeBlock.of("changes.accept(new $T($L))", changed, path.from(at))))
        .build();
  }

  /** {@code public DogUpdate removeWords(int index)}. */
  private MethodSpec remover(UpdatePath path) {
    List<ParameterSpec> parameters = path.parameters();
    String name = names.of(JavaNames.remover(path.attribute().name()), path.attribute());
    return MethodSpec.methodBuilder(name)
        .addJavadoc("Removes $L, if there is one; what it is in has to be there.", part(path))
        .addModifiers(Modifier.PUBLIC)
        .addParameters(parameters)
        .returns(update)
        .addCode(
            target.body(
                path.attribute(),
                new LocalNames(parameters),
                at -> CodeBlock.of("$L.remove()", path.from(at))))
        .build();
  }

  /** {@code public DogUpdate extras(String key, AttributeValue value)}. */
  private MethodSpec anything(UpdatePath map) {
    UpdatePath path = map.entry();
    String name = JavaNames.component(path.attribute().name());
    List<ParameterSpec> parameters =
        path.with(ParameterSpec.builder(Sdk.ATTRIBUTE_VALUE, "value").build());
    return MethodSpec.methodBuilder(name)
        .addJavadoc("Sets $L.", part(path))
        .addModifiers(Modifier.PUBLIC)
        .addParameters(parameters)
        .returns(update)
        .addCode(
            target.body(
                path.attribute(),
                new LocalNames(parameters),
                at ->
                    CodeBlock.of(
                        "$L.set($T.present($S, value))",
                        path.from(at),
                        context.support().check(),
                        name)))
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
